/** Steps of an alert: what each state allows, who may take them, across towns; overdue to the district; follow-ups. */
import { beforeAll, describe, expect, test, vi } from "vitest";

import { escalateOverdue } from "../../../cultivation/escalate-overdue.ts";
import { type AlertRequest, handleAlert } from "../../../cultivation/handle-alert.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { matchActivated } from "../../../cultivation/match-screenings.ts";
import { recordFollowUp } from "../../../cultivation/record-follow-up.ts";
import type { Principal } from "../../../domain/access/principal.ts";
import { type AlertAction, alertActions, alertSteps } from "../../../domain/alerts/alert-steps.ts";
import { alertStates } from "../../../domain/vocabulary.ts";
import { readFeedback } from "../../../store/queries/alert-worklist.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { moveEnterprise } from "../../../store/queries/move-enterprise.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { codes, seedDistrict, towns, zones } from "../../kit/seed.ts";
import { activate, day, people, setRevenue } from "./alert-kit.ts";

const db = await createTestDatabase();
let id = "";
const key = () => ({ creditCode: codes.C, id });
const take = (who: Principal, action: AlertAction, more: Partial<AlertRequest> = {}) =>
  handleAlert(db.worker, who, { ...key(), action, ...more });
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const put = (state: string) =>
  db.owner.query("update alerts set state = $2, closed_at = null where id = $1", [id, state]);

beforeAll(async () => {
  await seedDistrict(db.owner);
  await setRevenue(db.owner, codes.C, 60_000_000);
  await activate(db.worker, "revenue", "上年度营业收入总额不低于5000万元");
  await matchActivated(db.worker, { asOf: day, criteria: await loadSoundCriteria() });
  const { rows } = await db.owner.query<{ id: string }>("select id from alerts");
  id = rows[0]?.id ?? "";
});

describe("who may", () => {
  // Of another town, of another zone, a viewer, the city: none learns whether it exists or may act.
  test.each([
    ["a specialist of another town", people.yinzhu, "NOT_FOUND"],
    ["a specialist of another zone", people.ocean, "NOT_FOUND"],
    ["a viewer of the town", people.boliViewer, "FORBIDDEN"],
    ["an officer of the city", people.city, "FORBIDDEN"],
  ])("%s takes no step at all", async (_who, who, expected) => {
    for (const action of alertActions)
      expect(await code(take(who, action, { reason: "x", handler: "DISTRICT" }))).toBe(expected);
    const { rows } = await db.owner.query("select state, version from alerts");
    expect(rows).toEqual([{ state: "PENDING", version: 1 }]);
  });

  test("an alert that is not there is answered as one of another town", async () => {
    const missing = { creditCode: codes.C, id: "00000000-0000-4000-8000-000000000000" };
    expect(
      await code(handleAlert(db.worker, people.boli, { ...missing, action: "ACKNOWLEDGE" })),
    ).toBe("NOT_FOUND");
  });

  test("a specialist of the zone may acknowledge, and closing is for officers", async () => {
    await take(people.dongjiakou, "ACKNOWLEDGE");
    expect(await code(take(people.boli, "CLOSE", { reason: "重复" }))).toBe("FORBIDDEN");
    expect(await code(take(people.boliOfficer, "CLOSE", { reason: "重复" }))).toBe("done");
  });
});

test("each state allows exactly the steps of the table", async () => {
  const seen: string[] = [];
  for (const state of alertStates)
    for (const action of alertActions) {
      await put(state);
      const outcome = await code(
        take(people.officer, action, { reason: "理由", handler: "DISTRICT", dueOn: "2026-12-24" }),
      );
      await db.owner.query("update alerts set due_on = '2026-11-28'");
      const allowed = alertSteps[action].from.includes(state);
      if (outcome !== (allowed ? "done" : "ALERT_STEP_REFUSED"))
        seen.push(`${state} ${action} ${outcome}`);
    }
  expect(seen).toEqual([]);
});

test.each(alertActions.filter((action) => alertSteps[action].reason))(
  "%s without a reason is refused, and a blank one is none",
  async (action) => {
    await put(alertSteps[action].from[0] ?? "PENDING");
    for (const reason of [undefined, null, "  "])
      expect(await code(take(people.officer, action, { reason, handler: "TOWN" }))).toBe(
        "BAD_USER_INPUT",
      );
  },
);

test("each step is an event with actor and reason, and one notice", async () => {
  await put("IN_PROGRESS");
  const { version } = await take(people.boli, "RESOLVE", { reason: "企业已提交申报" });
  const { rows } = await db.owner.query(
    `select e.from_state, e.to_state, e.actor, e.reason, count(o.*)::int as notices from alert_events e
     left join alert_outbox o on o.alert_id = e.alert_id and o.sequence = e.sequence where e.sequence = $1 group by 1, 2, 3, 4`,
    [version],
  );
  expect(rows).toEqual([
    {
      from_state: "IN_PROGRESS",
      to_state: "DONE",
      actor: "specialist-boli",
      reason: "企业已提交申报",
      notices: 1,
    },
  ]);
});

test("a step on a version that has moved on is a conflict", async () => {
  await put("PENDING");
  expect(await code(take(people.boli, "ACKNOWLEDGE", { version: 1 }))).toBe("CONFLICT");
});

test.each([
  ["2026-11-28", "BAD_USER_INPUT"],
  ["2028-01-01", "BAD_USER_INPUT"],
  ["2026-13-01", "BAD_USER_INPUT"],
  ["2026-12-01", "done"],
])("postponing to %s is %s", async (dueOn, expected) => {
  await put("IN_PROGRESS");
  await db.owner.query("update alerts set due_on = '2026-11-28'");
  expect(await code(take(people.boli, "POSTPONE", { reason: "企业停产检修", dueOn }))).toBe(
    expected,
  );
});

test("overdue goes to the district once, again after a postponement ran out", async () => {
  await put("IN_PROGRESS");
  await db.owner.query("update alerts set due_on = '2026-11-28', escalated_at = null");
  expect(await escalateOverdue(db.worker, "2026-11-28")).toBe(0);
  expect(await escalateOverdue(db.worker, "2026-11-29")).toBe(1);
  expect(await escalateOverdue(db.worker, "2026-11-29")).toBe(0);
  await take(people.officer, "POSTPONE", { reason: "等待材料", dueOn: "2026-12-05" });
  expect(await escalateOverdue(db.worker, "2026-12-06")).toBe(1);
});

test("false alarms count against their screening", async () => {
  await put("IN_PROGRESS");
  await take(people.boli, "REPORT_FALSE", { reason: "数据有误" });
  expect(await readFeedback(db.owner, "revenue")).toEqual({
    raised: 1,
    open: 0,
    falseAlarms: 1,
    settled: 1,
  });
});

test("a follow-up is of one's own area, of the past, and bound to an alert of the same enterprise", async () => {
  const visit = { creditCode: codes.C, kind: "VISIT", outcome: "WILL_APPLY" } as const;
  const happenedOn = "2026-11-20";
  const record = (who: Principal, more = {}) =>
    code(recordFollowUp(db.worker, who, { ...visit, happenedOn, ...more }));
  expect(await record(people.boli, { alertId: id, note: " 拟申报 " })).toBe("done");
  expect(await record(people.yinzhu)).toBe("NOT_FOUND");
  expect(await record(people.boliViewer)).toBe("FORBIDDEN");
  expect(await record(people.boli, { happenedOn: "2999-01-01" })).toBe("BAD_USER_INPUT");
  expect(await record(people.officer, { creditCode: codes.A, alertId: id })).toBe("NOT_FOUND");
  const { rows } = await db.owner.query("select actor, note, town_code from follow_ups");
  expect(rows).toEqual([{ actor: "specialist-boli", note: "拟申报", town_code: "370211103" }]);
});

test("a visit before eight in the morning is of today, which by UTC is still to come", async () => {
  const visit = { creditCode: codes.C, kind: "VISIT", outcome: "WILL_APPLY" } as const;
  vi.useFakeTimers({ now: Date.parse("2026-12-01T06:30:00+08:00"), toFake: ["Date"] });
  try {
    const on = (happenedOn: string) =>
      code(recordFollowUp(db.worker, people.boli, { ...visit, happenedOn }));
    expect(await on("2026-12-01")).toBe("done");
    expect(await on("2026-12-02")).toBe("BAD_USER_INPUT");
  } finally {
    vi.useRealTimers();
  }
});

describe("while an enterprise moves to another town", () => {
  const waiting = (count: number) =>
    expect
      .poll(async () => {
        const { rows } = await db.owner.query<{ n: number }>(
          "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        );
        return rows[0]?.n;
      })
      .toBe(count);
  const move = (townCode: string, zoneCode: string | null, until?: Promise<void>) =>
    inTransaction(db.worker, async (client) => {
      const to = { creditCode: codes.C, townCode, zoneCode, method: "OFFICER", confidence: 1 };
      await moveEnterprise(client, to);
      await until;
    });
  const back = () => move(towns.boli, zones.dongjiakou);

  test("its former town writes nothing about it any more", async () => {
    await db.owner.query("delete from follow_ups");
    let end = (): void => undefined;
    const moving = move(towns.yinzhu, null, new Promise((resolve) => (end = resolve)));
    await expect
      .poll(async () => {
        const { rows } = await db.owner.query<{ n: number }>(
          "select count(*)::int as n from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())",
        );
        return rows[0]?.n;
      })
      .toBe(1);
    const visit = { creditCode: codes.C, kind: "VISIT", outcome: "WILL_APPLY" } as const;
    const written = code(
      recordFollowUp(db.worker, people.boli, { ...visit, happenedOn: "2026-11-20" }),
    );
    await Promise.race([written, waiting(1)]);
    end();
    await moving;
    expect(await written).toBe("NOT_FOUND");
    expect((await db.owner.query("select from follow_ups")).rowCount).toBe(0);
    await back();
  });

  test("the event of a step under way goes along", async () => {
    await put("PENDING");
    const holder = await db.owner.connect();
    await holder.query("begin");
    await holder.query("select from alerts where id = $1 for update", [id]);
    const step = code(take(people.boli, "ACKNOWLEDGE"));
    await waiting(1);
    const moving = move(towns.yinzhu, null);
    await waiting(2);
    await holder.query("commit");
    holder.release();
    await moving;
    expect(await step).toBe("done");
    const { rows } = await db.owner.query(
      "select distinct town_code from alert_events where alert_id = $1",
      [id],
    );
    expect(rows).toEqual([{ town_code: towns.yinzhu }]);
    await back();
  });
});
