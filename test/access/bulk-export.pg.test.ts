/**
 * A list that is carried away page after page, beyond what one person decides about: refused until another person has
 * agreed to this question of this caller, and only as far and as long as they agreed.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { writeExport } from "../../cli/export.ts";
import type { AskPage } from "../../cli/export-pages.ts";
import { postGraphql } from "../../cli/post-graphql.ts";
import { proposeExport } from "../../cli/propose-export.ts";
import { loadPolicy } from "../../gateway/load-policy.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway, type TestGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { seedDistrict, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "goldseed-bulk-"));
const district = ["370211"];
const callers = {
  zhang: principal("DISTRICT", district, { subject: "zhang", role: "VIEWER" }),
  li: principal("DISTRICT", district, { subject: "li", role: "OFFICER" }),
  internal: principal("DISTRICT", district, {
    subject: "internal",
    role: "OFFICER",
    clearance: "L2",
  }),
  wang: principal("DISTRICT", district, { subject: "wang", role: "OFFICER" }),
  boli: principal("TOWN", [towns.boli], { subject: "boli", role: "OFFICER" }),
  boliViewer: principal("TOWN", [towns.boli], { subject: "boliViewer", role: "VIEWER" }),
  boliSecond: principal("TOWN", [towns.boli], { subject: "boliSecond", role: "OFFICER" }),
  yinzhu: principal("TOWN", [towns.yinzhu], { subject: "yinzhu", role: "OFFICER" }),
  ocean: principal("ZONE", [zones.ocean], { subject: "ocean", role: "OFFICER" }),
  // The same viewer of the town with a token of the district, and with sight of another town.
  boliAtLarge: principal("DISTRICT", district, { subject: "boliViewer", role: "VIEWER" }),
  boliGranted: principal("TOWN", [towns.boli], {
    subject: "boliViewer",
    role: "VIEWER",
    grantedAreaCodes: [towns.yinzhu],
  }),
  city: principal("CITY", ["3702"], { subject: "city", role: "OFFICER" }),
  auditor: principal("DISTRICT", district, { subject: "auditor", role: "AUDITOR" }),
  machine: principal("DISTRICT", district, { subject: "machine", role: "MACHINE" }),
  developer: principal("DISTRICT", district, { subject: "developer", role: "DEVELOPER" }),
} as const;
type Who = keyof typeof callers;
/** Two pages of two rows are free, the third is not. */
const free = 4;
let gateway: TestGateway;

beforeAll(async () => {
  await seedDistrict(db.owner);
  const { policy } = { policy: loadPolicy(loadSchema()) };
  const bulkExport = { ...policy.bulkExport, rows: free };
  gateway = await openGateway(db.gateway, callers, {
    workerPool: db.worker,
    policy: { ...policy, bulkExport },
  });
});
afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await db.owner.query("truncate export_requests");
  gateway.audited.length = 0;
});

const list = `query ($after: String, $town: AreaCode) { enterprises(first: 2, after: $after, filter: { town: $town }, orderBy: { field: CREDIT_CODE, direction: ASC }) {
  edges { node { creditCode name } cursor } pageInfo { hasNextPage endCursor } } }`;
interface Asked {
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
}
const body = ({ query = list, variables = {} }: Asked) => ({ query, variables });
const call = (who: Who, asked: Asked = {}) => ({
  url: `${gateway.url}/graphql`,
  token: who,
  body: body(asked),
});
const post = async (who: Who, query: string, variables: object) =>
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  (await postGraphql(call(who, { query, variables: { ...variables } }))) as any;
const propose = (who: Who, rows: number, asked: Asked = {}) =>
  proposeExport(call(who, asked), { reason: "年度统计核对", rows });
const decide = async (who: Who, id: string, confirm = true) => {
  const text = `mutation ($input: DecideExportInput!) { decideExport(input: $input) { ok error { code } request { state decidedBy } } }`;
  const answer = await post(who, text, { input: { id, confirm, reason: "核对事由" } });
  return answer.data?.decideExport ?? answer.errors[0].extensions;
};
/** Says nothing of an export: the list is read like any other. */
const walk = async (who: Who, exportRequest?: string, asked: Asked = {}) => {
  let rows = 0;
  for (let after: unknown = null; ;) {
    const sent = body({ ...asked, variables: { ...asked.variables, after } });
    const answer = await postGraphql({ ...call(who), body: sent, exportRequest });
    const [error] = answer.errors ?? [];
    if (error) return { rows, code: error.extensions?.code };
    const { edges, pageInfo } = (
      answer.data as {
        enterprises: { edges: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }
    ).enterprises;
    rows += edges.length;
    if (!pageInfo.hasNextPage) return { rows, code: "whole" };
    after = pageInfo.endCursor;
  }
};
const countAll = async () =>
  (await db.owner.query<{ n: number }>("select count(*)::int as n from enterprises")).rows[0]!.n;
const refused = { rows: free, code: "EXPORT_UNCONFIRMED" };

describe("without another person", () => {
  test.each<Who>(["zhang", "li", "developer"])(
    "%s reads as far as one decides about, and is refused the next page",
    async (who) => {
      expect(await countAll()).toBeGreaterThan(free);
      expect(await walk(who)).toEqual(refused);
      expect(gateway.audited.at(-1)).toMatchObject({
        actor: who,
        outcome: "REFUSED",
        details: { code: "EXPORT_UNCONFIRMED" },
      });
    },
  );

  test("an export stops there and leaves no file", async () => {
    const ask: AskPage = (after, exportId) =>
      postGraphql({ ...call("zhang", { variables: { after } }), exportId });
    const out = join(folder, "many.csv");
    const mark = { subject: "zhang", at: "2026-11-27T00:00:00.000Z" };
    await expect(writeExport(ask, { out, maxRows: 100, mark })).rejects.toMatchObject({
      code: "EXPORT_UNCONFIRMED",
    });
    expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false]);
  });

  test("neither another page size nor the cursor of an edge nor the way back begins anew", async () => {
    const sized = (first: string) => list.replace("first: 2, after: $after", first);
    const first = await post("zhang", list, {});
    const { edges, pageInfo } = first.data.enterprises;
    const [{ cursor }] = edges;
    const more = (query: string, after: unknown) => post("zhang", query, { after });
    const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) =>
      answer.errors?.[0]?.extensions.code;
    expect(codeOf(await more(sized("first: 3, after: $after"), pageInfo.endCursor))).toBe(
      "EXPORT_UNCONFIRMED",
    );
    expect(codeOf(await more(sized("first: 3, after: $after"), cursor))).toBe("EXPORT_UNCONFIRMED");
    const back = list.replace("first: 2, after: $after", "last: 3, before: $after");
    expect(codeOf(await more(back, pageInfo.endCursor))).toBe("EXPORT_UNCONFIRMED");
    // Where no cursor is asked for, going on too deep is refused all the same.
    const blind = sized("first: 3, after: $after")
      .replace(" cursor }", " }")
      .replace(/pageInfo .*\}/u, "} }");
    expect(blind).not.toMatch(/cursor \}|endCursor/u);
    expect(codeOf(await more(blind, pageInfo.endCursor))).toBe("EXPORT_UNCONFIRMED");
  });

  test("a machine of registered documents reads to the end", async () => {
    expect(await walk("machine")).toEqual({ rows: await countAll(), code: "whole" });
  });
});

describe("an export that was asked for", () => {
  test("is done when another person has confirmed it, and both stand in the audit", async () => {
    const rows = await countAll();
    const id = await propose("zhang", rows + 2);
    expect(await walk("zhang", id)).toEqual({ rows: 0, code: "EXPORT_UNCONFIRMED" });
    expect(await decide("li", id)).toMatchObject({
      ok: true,
      request: { state: "CONFIRMED", decidedBy: "li" },
    });
    expect(await walk("zhang", id)).toEqual({ rows, code: "whole" });
    const pages = gateway.audited.filter(({ action }) => action === "graph.export");
    expect(pages).toHaveLength(Math.ceil(rows / 2));
    for (const page of pages)
      expect(page).toMatchObject({ actor: "zhang", details: { exportRequest: id } });
    const intents = gateway.audited.filter(({ outcome }) => outcome === "INTENT");
    expect(intents.map(({ actor, action }) => [actor, action])).toEqual([
      ["zhang", "graph.requestExport"],
      ["li", "graph.decideExport"],
    ]);
    expect(intents[0]?.details).toMatchObject({ document: list, rows: rows + 2 });
  });

  test("is explained, where its caller may know, as far as it goes", async () => {
    const id = await propose("developer", await countAll());
    await decide("li", id);
    const first = await post("developer", list, {});
    const next = await post("developer", list, {
      after: first.data.enterprises.pageInfo.endCursor,
    });
    const { endCursor: after } = next.data.enterprises.pageInfo;
    const answer = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: {
        authorization: "Bearer developer",
        "content-type": "application/json",
        "x-export-request": id,
        "x-graphql-explain": "plan",
      },
      body: JSON.stringify(body({ variables: { after } })),
    });
    expect(await answer.json()).toMatchObject({
      data: { enterprises: { edges: [{}, {}] } },
      extensions: { explain: { plan: expect.stringMatching(/actual time/u) as string } },
    });
  });

  test("is good for its caller, its document, its variables and its rows", async () => {
    const id = await propose("zhang", free + 1);
    await decide("li", id);
    // The third page goes to row six, and five were agreed to.
    expect(await walk("zhang", id)).toEqual(refused);
    expect(await countAll()).toBeGreaterThan(free + 1);
    const nothing = { rows: 0, code: "EXPORT_UNCONFIRMED" };
    expect(await walk("wang", id)).toEqual(nothing);
    expect(await walk("zhang", id, { query: `${list} ` })).toEqual(nothing);
    expect(await walk("zhang", id, { variables: { town: towns.boli } })).toEqual(nothing);
    expect(await walk("zhang", "00000000-0000-0000-0000-000000000000")).toEqual(nothing);
    expect(await walk("zhang", "1")).toEqual({ rows: 0, code: "BAD_REQUEST" });
  });

  test("is of all that its document asks, whatever its variables are called", async () => {
    const sent = (id: string, query: string, variables: Record<string, unknown>) =>
      postGraphql({ ...call("zhang"), body: { query, variables }, exportRequest: id });
    const hidden = list
      .replace(/^query \([^)]*\)/u, "query ($after: String, $before: String)")
      .replace("after: $after", "after: $before")
      .replace("{ town: $town }", "{ nameContains: $after }");
    const id = await propose("zhang", 50, { query: hidden, variables: { after: "无此名称" } });
    await decide("li", id);
    expect((await sent(id, hidden, { after: "无此名称" })).errors).toBeUndefined();
    const { errors = [] } = await sent(id, hidden, { after: "青岛" });
    expect(errors[0]?.extensions?.code).toBe("EXPORT_UNCONFIRMED");
    // And where a page begins is no part of it under any name.
    const renamed = list.replace("$after: String", "$from: String").replace("$after", "$from");
    const other = await propose("zhang", 50, { query: renamed });
    await decide("li", other);
    const from = (await post("zhang", list, {})).data.enterprises.pageInfo.endCursor;
    expect((await sent(other, renamed, { from })).errors).toBeUndefined();
  });

  test("is no longer good when its hours are over, nor is one that waited too long", async () => {
    const [done, waiting] = [await propose("zhang", 50), await propose("zhang", 50)];
    await decide("li", done);
    await db.owner.query(
      "update export_requests set decided_at = decided_at - interval '24 hours', requested_at = requested_at - interval '7 days'",
    );
    expect(await walk("zhang", done)).toMatchObject({ code: "EXPORT_UNCONFIRMED" });
    expect(await decide("li", waiting)).toMatchObject({ error: { code: "NOT_FOUND" } });
    const { data } = await post("zhang", "{ exportRequests { state } }", {});
    expect(data.exportRequests).toEqual([{ state: "EXPIRED" }, { state: "EXPIRED" }]);
  });

  test("is decided once, is never confirmed by whoever asked, and may be taken back", async () => {
    const id = await propose("li", 50);
    expect(await decide("li", id)).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
    expect(await decide("li", id, false)).toMatchObject({ request: { state: "REJECTED" } });
    expect(await decide("wang", id)).toMatchObject({ error: { code: "NOT_FOUND" } });
    expect(await walk("li", id)).toEqual({ rows: 0, code: "EXPORT_UNCONFIRMED" });
    const alone = db.owner.query(
      "update export_requests set decision = 'CONFIRMED', decided_by = subject where id = $1",
      [id],
    );
    await expect(alone).rejects.toThrow(/two_persons/u);
  });

  test.each<readonly [string, number, string, object | string, RegExp]>([
    ["without a reason", 10, "", {}, /shorter than 4/u],
    ["of no rows", 0, "年度统计", {}, /rows is 0/u],
    ["with variables that are a text", 10, "年度统计", "x", /no object/u],
  ])("%s is refused", async (_title, rows, reason, variables, message) => {
    const wish = proposeExport(
      { ...call("zhang"), body: { query: list, variables: variables as Record<string, unknown> } },
      { reason, rows },
    );
    await expect(wish).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
    await expect(wish).rejects.toThrow(message);
    expect((await db.owner.query("select from export_requests")).rowCount).toBe(0);
  });
});

describe("across areas", () => {
  const seenBy = async (who: Who) =>
    ((await post(who, "{ exportRequests { id } }", {})).data?.exportRequests ?? []) as object[];

  test.each<readonly [Who, string, boolean]>([
    ["boliSecond", "NOT_FOUND of nothing", true],
    ["li", "of the district", true],
    ["yinzhu", "of another town", false],
    ["ocean", "of a zone", false],
    ["city", "of the city", false],
    ["boliViewer", "no officer", false],
    ["machine", "a machine", false],
    ["auditor", "an auditor", false],
  ])("%s (%s) decides about a town's export: %s", async (who, _title, may) => {
    const id = await propose("boli", 50);
    expect([who, await seenBy(who)]).toEqual([who, may ? [{ id }] : []]);
    const decided = await decide(who, id);
    if (may) expect(decided).toMatchObject({ ok: true, request: { decidedBy: who } });
    else expect(decided.ok ?? false).toBe(false);
    const { rows } = await db.owner.query("select decision from export_requests");
    expect(rows).toEqual([{ decision: may ? "CONFIRMED" : null }]);
  });

  test("one of another town is answered like one that does not exist", async () => {
    const id = await propose("boli", 50);
    const other = await decide("yinzhu", id);
    const none = await decide("yinzhu", "00000000-0000-0000-0000-000000000000");
    expect([other.error.code, none.error.code]).toEqual(["NOT_FOUND", "NOT_FOUND"]);
  });

  test("what a town's officer confirmed for a colleague is no export of the district, nor of a town that is granted", async () => {
    const id = await propose("boliViewer", 50);
    expect(await decide("boli", id)).toMatchObject({ ok: true });
    expect(await walk("boliViewer", id)).toMatchObject({ code: "whole" });
    for (const who of ["boliAtLarge", "boliGranted"] as const)
      expect(await walk(who, id)).toEqual({ rows: 0, code: "EXPORT_UNCONFIRMED" });
    const wider = await propose("boliGranted", 50);
    expect(await decide("boli", wider)).toMatchObject({ error: { code: "NOT_FOUND" } });
    expect(await decide("li", wider)).toMatchObject({ ok: true });
    expect(await walk("boliGranted", wider)).toMatchObject({ code: "whole" });
  });

  test("what a district's officer confirmed for a town is the town's own rows and no more", async () => {
    const { rows } = await db.owner.query<{ n: number }>(
      "select count(*)::int as n from enterprises where town_code = $1",
      [towns.boli],
    );
    const id = await propose("boli", 50);
    await decide("li", id);
    expect(await walk("boli", id)).toEqual({ rows: rows[0]!.n, code: "whole" });
  });
});

describe("quarantined rows as a file", () => {
  const run = 990_001;
  const file = (confirmed?: string) =>
    fetch(`${gateway.url}/imports/quarantine.csv?run=${run}`, {
      headers: {
        authorization: "Bearer li",
        ...(confirmed !== undefined && { "x-export-request": confirmed }),
      },
    });

  test("are given without another person up to the same number, beyond it with one", async () => {
    await db.owner.query(
      `insert into import_runs (id, source_id, state, file_name, file_digest, started_by) overriding system value
       values ($1, 'registry', 'DONE', 'a.csv', 'd', 'li')`,
      [run],
    );
    const add = (from: number, to: number) =>
      db.owner.query(
        `insert into quarantined_rows (import_run_id, line, source_id, raw, reasons) select $1, n, 'registry', '{}', '[]' from generate_series($2::int, $3::int) n`,
        [run, from, to],
      );
    await add(1, free);
    expect((await file()).status).toBe(200);
    await add(free + 1, free + 1);
    const alone = await file();
    expect(alone.status).toBe(403);
    expect(await alone.text()).toContain("EXPORT_UNCONFIRMED");
    const id = await propose("li", free + 1, {
      query: "quarantine export",
      variables: { run: String(run) },
    });
    expect((await file(id)).status).toBe(403);
    await decide("wang", id);
    const agreed = await file(id);
    expect([agreed.status, (await agreed.text()).trim().split("\n").length]).toEqual([
      200,
      free + 2,
    ]);
    await add(free + 2, free + 2);
    expect((await file(id)).status).toBe(403);
  });

  test("are refused to an officer whose clearance the graph refuses them to", async () => {
    const answer = await fetch(`${gateway.url}/imports/quarantine.csv?run=${run}`, {
      headers: { authorization: "Bearer internal" },
    });
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining("QuarantinedRow.raw"),
    ]);
  });
});
