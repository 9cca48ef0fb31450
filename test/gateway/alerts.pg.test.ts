/** Alerts and screenings through the graph: the worklist of each tier, steps denied across towns, the life of a screening. */
import { beforeAll, describe, expect, test } from "vitest";

import { loadSoundCriteria } from "../../cultivation/load-criteria.ts";
import { matchActivated } from "../../cultivation/match-screenings.ts";
import { activate, day, setRevenue } from "../cultivation/alerts/alert-kit.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway, { workerPool: db.worker });
const as = {
  yinzhu: principal("TOWN", [towns.yinzhu], { role: "SPECIALIST" }),
  boli: principal("TOWN", [towns.boli], { role: "SPECIALIST" }),
  boliViewer: principal("TOWN", [towns.boli], { role: "VIEWER" }),
  dongjiakou: principal("ZONE", [zones.dongjiakou], { role: "SPECIALIST" }),
  officer: principal("DISTRICT", ["370211"], { role: "OFFICER" }),
  city: principal("CITY", ["3702"], { role: "OFFICER" }),
};
const list = `{ alerts { totalCount edges { node { id state headline headlineEn enterprise { creditCode } screening { code } figures events { actor } } } } }`;
const step = `mutation ($input: HandleAlertInput!) { handleAlert(input: $input) { ok error { code } alert { state assignee version events { toState } } } }`;

interface Listed {
  readonly alerts: {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly headline: string;
        readonly headlineEn: string | null;
        readonly enterprise: { readonly creditCode: string };
      };
    }[];
  } | null;
}
const listed = async (who: keyof typeof as) =>
  ((await graph.ask(as[who], list)).data as unknown as Listed).alerts;
const idOf = async (code: string): Promise<string> =>
  (await listed("officer"))?.edges.find(({ node }) => node.enterprise.creditCode === code)?.node
    .id ?? "";

beforeAll(async () => {
  await seedDistrict(db.owner);
  for (const code of [codes.A, codes.B, codes.C]) await setRevenue(db.owner, code, 60_000_000);
  await activate(db.worker, "revenue", "上年度营业收入总额不低于5000万元");
  await matchActivated(db.worker, { asOf: day, criteria: await loadSoundCriteria() });
});

test.each([
  ["yinzhu", [codes.A, codes.B]],
  ["boli", [codes.C]],
  ["dongjiakou", [codes.A, codes.C]],
  ["officer", [codes.A, codes.B, codes.C]],
] as const)("%s sees the alerts of its areas", async (who, expected) => {
  const found = await listed(who);
  expect(found?.edges.map(({ node }) => node.enterprise.creditCode).sort()).toEqual(expected);
  expect(found?.totalCount).toBe(expected.length);
});

test("an alert says what it is about in Chinese and in English", async () => {
  const found = await listed("officer");
  expect(found?.edges.map(({ node }) => [node.headline, node.headlineEn])).toEqual(
    found?.edges.map(() => ["新命中：筛查 revenue", "New match: 筛查 revenue"]),
  );
});

test("the city sees none", async () => {
  const { data, errors } = await graph.ask(as.city, list);
  expect(data.alerts).toBeNull();
  expect(errors[0]?.extensions.code).toBe("FORBIDDEN_FIELD");
});

test("the worklist is filtered and ordered", async () => {
  const { data } = await graph.ask(
    as.officer,
    `{ alerts(filter: { town: "${towns.yinzhu}", state: [PENDING], closed: false, escalated: false, dueTo: "2026-11-28", screening: "revenue", handler: TOWN }, orderBy: { field: RAISED_AT, direction: DESC }) { totalCount } }`,
  );
  expect(data.alerts).toEqual({ totalCount: 2 });
});

test("the worklist is narrowed to when alerts were raised, both moments included", async () => {
  const raised = "2026-11-20T08:00:00+08:00";
  await db.owner.query("update alerts set raised_at = $1", [raised]);
  const asked = `query ($filter: AlertFilter) { alerts(filter: $filter) { totalCount } }`;
  const count = async (filter: object) =>
    (await graph.ask(as.yinzhu, asked, { filter })).data.alerts;
  const all = await count({});
  expect(all).toEqual(await count({ raisedFrom: raised, raisedTo: "2026-11-20T00:00:00Z" }));
  expect(await count({ raisedFrom: "2026-11-20T08:00:01+08:00" })).toEqual({ totalCount: 0 });
  expect(await count({ raisedTo: "2026-11-20T07:59:59+08:00" })).toEqual({ totalCount: 0 });
});

describe("a step of an alert of another town is denied and changes nothing", () => {
  test.each([
    ["yinzhu", "NOT_FOUND"],
    ["boliViewer", "FORBIDDEN"],
    ["city", "FORBIDDEN"],
  ] as const)("%s", async (who, code) => {
    const alert = await idOf(codes.C);
    const { data } = await graph.ask(as[who], step, {
      input: { alert, action: "ACKNOWLEDGE" },
    });
    expect(data.handleAlert).toMatchObject({ ok: false, error: { code }, alert: null });
    const { rows } = await db.owner.query("select distinct state from alerts");
    expect(rows).toEqual([{ state: "PENDING" }]);
  });

  test("a follow-up of an enterprise of another town, too", async () => {
    const { data } = await graph.ask(
      as.yinzhu,
      `mutation { recordFollowUp(input: { creditCode: "${codes.C}", kind: VISIT, outcome: OTHER, happenedOn: "2026-11-20" }) { ok error { code } followUp { kind } } }`,
    );
    expect(data.recordFollowUp).toEqual({
      ok: false,
      error: { code: "NOT_FOUND" },
      followUp: null,
    });
    expect((await db.owner.query("select 1 from follow_ups")).rows).toEqual([]);
  });
});

test("its own specialist acknowledges, ends it, and records what was done", async () => {
  const alert = await idOf(codes.C);
  const first = await graph.ask(as.boli, step, { input: { alert, action: "ACKNOWLEDGE" } });
  expect(first.data.handleAlert).toMatchObject({
    ok: true,
    alert: { state: "IN_PROGRESS", assignee: as.boli.subject, version: 2 },
  });
  const again = await graph.ask(as.boli, step, {
    input: { alert, action: "RESOLVE", reason: "已提交", version: 1 },
  });
  expect(again.data.handleAlert).toMatchObject({ ok: false, error: { code: "CONFLICT" } });
  const visit = await graph.ask(
    as.boli,
    `mutation ($alert: ID!) { recordFollowUp(input: { creditCode: "${codes.C}", alert: $alert, kind: VISIT, outcome: WILL_APPLY, note: "拟申报", happenedOn: "2026-11-20" }) { ok followUp { note } enterprise { followUps { outcome } alerts { followUps { note } } matches { occurrence screening { code } } } } }`,
    { alert },
  );
  expect(visit.data.recordFollowUp).toEqual({
    ok: true,
    followUp: { note: "拟申报" },
    enterprise: {
      followUps: [{ outcome: "WILL_APPLY" }],
      alerts: [{ followUps: [{ note: "拟申报" }] }],
      matches: [{ occurrence: 1, screening: { code: "revenue" } }],
    },
  });
});

describe("screenings", () => {
  const draft = `mutation ($input: DraftScreeningInput!) { draftScreening(input: $input) { ok error { code message } version reading { sentence conditions unread } screening { state versions { version sentence } } } }`;

  test("a clause is drafted, run dry, and waits for another officer", async () => {
    const made = await graph.ask(as.officer, draft, {
      input: { code: "rd", name: "研发", clause: "上年度研发费用总额不低于100万元" },
    });
    expect(made.data.draftScreening).toMatchObject({
      ok: true,
      version: 1,
      reading: { sentence: "上年度研发费用总额不低于100万元", unread: [] },
      screening: { state: "DRAFT" },
    });
    const dry = await graph.ask(
      as.officer,
      `mutation { dryRunScreening(input: { code: "rd" }) { ok dryRun { matching notMatching undecided entering unanswered areas { code } } } }`,
    );
    expect(dry.data.dryRunScreening).toEqual({
      ok: true,
      dryRun: {
        matching: 0,
        notMatching: 0,
        undecided: 6,
        entering: null,
        unanswered: [],
        areas: [],
      },
    });
    const move = (action: string) =>
      graph.ask(
        as.officer,
        `mutation { moveScreening(input: { code: "rd", action: ${action} }) { ok error { code } screening { state history { action } } } }`,
      );
    expect((await move("SUBMIT")).data.moveScreening).toMatchObject({
      ok: true,
      screening: {
        state: "PENDING_APPROVAL",
        history: [{ action: "SUBMIT" }, { action: "DRAFT" }],
      },
    });
    // Four eyes: the author cannot approve.
    expect((await move("APPROVE")).data.moveScreening).toMatchObject({
      ok: false,
      error: { code: "SCREENING_STEP_REFUSED" },
    });
  });

  test("conditions are read from tree to sentence and back", async () => {
    const read = (input: object) =>
      graph.ask(
        as.officer,
        `query ($input: ReadConditionsInput!) { readConditions(input: $input) { conditions sentence } }`,
        { input },
      );
    const conditions = { m: "debt_ratio", op: "<=", v: 70 };
    const there = await read({ conditions });
    const { sentence } = there.data.readConditions as { sentence: string };
    const back = await read({ sentence });
    expect(back.data.readConditions).toEqual({ conditions, sentence });
  });

  test.each(["boli", "dongjiakou", "city"] as const)("%s may not draft", async (who) => {
    const { data } = await graph.ask(as[who], draft, {
      input: { code: "mine", name: "x", sentence: "资产负债率不超过70%" },
    });
    expect(data.draftScreening).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
    expect((await db.owner.query("select 1 from screenings where id = 'mine'")).rows).toEqual([]);
  });

  describe("nobody but officers of the district drafts, runs dry, moves or reads conditions, and nothing changes", () => {
    const conditions = { m: "debt_ratio", op: "<=", v: 70 };
    const writes: readonly (readonly [string, string, object])[] = [
      ["draftScreening", "DraftScreeningInput", { code: "revenue", conditions }],
      ["dryRunScreening", "DryRunScreeningInput", { code: "revenue" }],
      ...["SUBMIT", "APPROVE", "REJECT", "PAUSE", "RESUME", "ROLL_BACK", "RETIRE"].map(
        (action) =>
          [
            "moveScreening",
            "MoveScreeningInput",
            { code: "revenue", action, version: 1, reason: "x" },
          ] as const,
      ),
    ];
    const standing = async () =>
      (
        await db.owner.query(
          `select (select jsonb_agg(to_jsonb(s) order by id) from screenings s) as screenings,
             (select jsonb_agg(to_jsonb(v) order by screening_id, version) from screening_versions v) as versions,
             (select count(*) from screening_events) as events`,
        )
      ).rows;

    test.each(["yinzhu", "boli", "boliViewer", "dongjiakou", "city"] as const)(
      "%s",
      async (who) => {
        const before = await standing();
        for (const [field, type, input] of writes) {
          const asked = `mutation ($input: ${type}!) { ${field}(input: $input) { ok error { code } screening { code } } }`;
          const { data } = await graph.ask(as[who], asked, { input });
          expect([input, data[field]]).toMatchObject([
            input,
            { ok: false, error: { code: "FORBIDDEN" }, screening: null },
          ]);
        }
        const read = await graph.ask(
          as[who],
          `query ($input: ReadConditionsInput!) { readConditions(input: $input) { sentence } }`,
          { input: { conditions } },
        );
        expect(read.data.readConditions).toBeNull();
        expect(read.errors[0]?.extensions.code).toBe("FORBIDDEN_FIELD");
        expect(await standing()).toEqual(before);
      },
    );
  });

  test("conditions that cannot hold together are named, and a draft of them is refused", async () => {
    const sentence = "同时满足【上年度营业收入总额不低于1000万元；上年度营业收入总额低于500万元】";
    const read = await graph.ask(
      as.officer,
      `query ($input: ReadConditionsInput!) { readConditions(input: $input) { contradictions } }`,
      { input: { sentence } },
    );
    expect(read.data.readConditions).toEqual({
      contradictions: [expect.stringContaining("不能同时成立")],
    });
    const { data } = await graph.ask(as.officer, draft, {
      input: { code: "never", name: "x", sentence },
    });
    expect(data.draftScreening).toMatchObject({ ok: false, error: { code: "RULES_INVALID" } });
  });

  test("false alarms are a rate of those that ended, for the district alone", async () => {
    const alert = await idOf(codes.A);
    await graph.ask(as.yinzhu, step, {
      input: { alert, action: "REPORT_FALSE", reason: "数据有误" },
    });
    const query = `{ screenings { edges { node { code feedback { raised falseAlarms falseAlarmRate } } } } }`;
    const { data } = await graph.ask(as.officer, query);
    expect(JSON.stringify(data)).toContain(
      `{"code":"revenue","feedback":{"raised":3,"falseAlarms":1,"falseAlarmRate":"100.0"}}`,
    );
    expect((await graph.ask(as.boli, query)).errors[0]?.extensions.code).toBe("FORBIDDEN_FIELD");
  });
});
