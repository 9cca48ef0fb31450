/** Sight of another area by a grant: exactly that area, in statement and in row-level security, until its last second. */
import { beforeAll, expect, test } from "vitest";

import { accountRegister } from "../../gateway/auth/account-register.ts";
import { createAuthenticator } from "../../gateway/auth/authenticator.ts";
import { insertGrant, listGrants, revokeGrant } from "../../store/queries/access-grants.ts";
import { refreshAreaStatistics } from "../../store/queries/area-statistics.ts";
import { readAccountFacts } from "../../store/queries/read-account-facts.ts";
import { runScoped } from "../../store/scoped-query.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns, zones } from "../kit/seed.ts";
import { audience, fixedKeys, goodToken, issuerName } from "../kit/tokens.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway);

beforeAll(async () => {
  await seedDistrict(db.owner);
  await refreshAreaStatistics(db.worker);
});

const yinzhu = principal("TOWN", [towns.yinzhu]);
const ocean = principal("ZONE", [zones.ocean]);
const seen =
  "{ enterprises(first: 10, orderBy: {field: CREDIT_CODE, direction: ASC}) { totalCount edges { node { creditCode financials { year } } } } }";

test.each([
  ["a town and a town", { ...yinzhu, grantedAreaCodes: [towns.boli] }, ["A", "B", "C", "D"]],
  ["a town and a zone", { ...yinzhu, grantedAreaCodes: [zones.dongjiakou] }, ["A", "B", "C", "D"]],
  ["a town and another zone", { ...yinzhu, grantedAreaCodes: [zones.ocean] }, ["A", "B", "E"]],
  ["a zone and a town", { ...ocean, grantedAreaCodes: [towns.yinzhu] }, ["A", "B", "E"]],
  ["a zone and a zone", { ...ocean, grantedAreaCodes: [zones.dongjiakou] }, ["A", "C", "D", "E"]],
  ["no grant", yinzhu, ["A", "B"]],
] as const)("%s: rows of both and no other, below the statement too", async (_, who, names) => {
  const own = names.map((name) => codes[name]).sort();
  const { data } = await graph.ask(who, seen);
  const { edges, totalCount } = data.enterprises;
  expect(edges.map(({ node }: { node: { creditCode: string } }) => node.creditCode)).toEqual(own);
  expect(totalCount).toBe(own.length);
  for (const { node } of edges) expect(node.financials).toHaveLength(3);
  for (const table of ["enterprises", "annual_financials"]) {
    const raw = await runScoped(db.gateway, {
      statement: {
        name: `raw_${table}`,
        text: `select string_agg(distinct credit_code, ',' order by credit_code) from ${table}`,
      },
      values: [],
      scope: who,
      timeoutMs: 5_000,
    });
    expect(raw?.split(",")).toEqual(own);
  }
});

test("a cursor of before the grant ends with it", async () => {
  const page =
    "query($after: String) { enterprises(first: 1, after: $after) { pageInfo { endCursor } } }";
  const who = { ...yinzhu, grantedAreaCodes: [towns.boli] };
  const after = (await graph.ask(who, page)).data.enterprises.pageInfo.endCursor as string;
  expect((await graph.ask(who, page, { after })).status).toBe(200);
  expect((await graph.ask(yinzhu, page, { after })).errors[0]?.extensions.code).toBe("BAD_CURSOR");
});

test("the grid shows the granted area's row, and still no group too small beyond both", async () => {
  const query = "{ statistics { area { code } enterprises } }";
  const who = { ...yinzhu, grantedAreaCodes: [zones.dongjiakou] };
  const rows = (await graph.ask(who, query)).data.statistics as {
    area: { code: string };
    enterprises: number | null;
  }[];
  expect(Object.fromEntries(rows.map((row) => [row.area.code, row.enterprises]))).toEqual({
    [towns.yinzhu]: 2,
    [zones.dongjiakou]: 3,
    // Six in the district, one of them in both: E and F would be told.
    "370211": null,
  });
});

test("a grant works from the next reading of accounts until its last second, a revoked one for a minute at most", async () => {
  // The database leaves out what is over by its own clock: the moments are around the real one.
  const nowS = Math.floor(Date.now() / 1_000);
  const token = goodToken("EdDSA", { iat: nowS - 60, exp: nowS + 9_000 });
  let nowMs = nowS * 1_000;
  const accounts = accountRegister({
    load: () => readAccountFacts(db.gateway),
    clock: () => nowMs,
  });
  const authenticator = createAuthenticator({
    issuers: [{ name: issuerName, audience, keys: await fixedKeys() }],
    accounts,
    clearances: new Map(),
    requireAssignment: false,
    clockSkewS: 30,
    now: () => new Date(nowMs),
  });
  const granted = async () =>
    (await authenticator.authenticate(`Bearer ${token}`)).grantedAreaCodes ?? [];
  const wish = { subject: "li.si", reason: "联合走访", grantedBy: "test" };
  expect(await granted()).toEqual([]);
  const grant = { ...wish, areaCode: towns.boli, fromS: nowS - 10, toS: nowS + 1_000 };
  await insertGrant(db.worker, grant);
  const other = await insertGrant(db.worker, {
    ...grant,
    areaCode: zones.ocean,
    toS: nowS + 9_000,
  });
  const at = async (seconds: number) => {
    nowMs = (nowS + seconds) * 1_000;
    await granted();
    // The register reads in the background; the next request has what it found.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return await granted();
  };
  expect(await at(61)).toEqual([towns.boli, zones.ocean]);
  expect(await at(999)).toEqual([towns.boli, zones.ocean]);
  // No reading lies between these two: the end is known beforehand.
  nowMs = (nowS + 1_000) * 1_000;
  expect(await granted()).toEqual([zones.ocean]);
  expect(await revokeGrant(db.worker, other)).toBe(true);
  expect(await revokeGrant(db.worker, other)).toBe(false);
  nowMs += 60_001;
  expect(await granted()).toEqual([]);
  const past = await listGrants(db.worker, { subject: "li.si", past: true });
  expect(past.map(({ areaCode, state }) => `${areaCode} ${state}`).sort()).toEqual([
    `${towns.boli} IN_FORCE`,
    `${zones.ocean} REVOKED`,
  ]);
});
