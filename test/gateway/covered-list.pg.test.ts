/**
 * A library's worklist is read from its read model alone, and where something is asked that the model lacks, parts of its
 * rows from indexes alone: the same rows either way, before and after a vacuum has seen them.
 */
import { beforeAll, expect, test } from "vitest";

import type { Principal } from "../../domain/access/principal.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { readingsOf } from "../kit/readings-of.ts";
import { towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway);

const listOf = (
  more: string,
) => `query($town: AreaCode!) { enterprises(first: 20, filter: { town: $town, inLibrary: true }) {
  edges { cursor node { ${more} creditCode name kind industryCode industryName sizeClass status score
    titles { kind level batch validFrom validTo status certificateNo }
    employments(first: 2) { year employees insured rdStaff graduateStaff }
    portrait { score labels trend completeness ipRightCount titleCount latestYear } } }
  pageInfo { hasNextPage endCursor } } }`;
const worklist = listOf("");
/** The address stands in the table alone. */
const worklistWithMore = listOf("address");
const variables = { town: towns.yinzhu };

beforeAll(async () => {
  // A vacuum sees rows as visible to all only once their commit is in the log, which the tests' server is in no hurry with.
  await db.owner.query("set synchronous_commit = on");
  await db.owner.query(
    `create temporary table members as select 'T' || lpad(n::text, 17, '0') as code, n,
       (array[$1, $2])[1 + n % 2] as town, $3::text as zone from generate_series(1, 2000) n`,
    [towns.yinzhu, towns.boli, zones.ocean],
  );
  await db.owner.query(
    `insert into enterprises (credit_code, town_code, zone_code, name, kind, status, industry_name, score, in_library, source_id, record_key, link_method, link_confidence, content_digest)
     select code, town, zone, '企业' || n, 'COMPANY', 'ACTIVE', '软件开发', n % 90, true, 's', n::text, 'REGISTRY', 1, 'x' from members`,
  );
  await db.owner.query("set session_replication_role = replica");
  await db.owner.query(
    `insert into titles (credit_code, town_code, zone_code, kind, batch, level, valid_from, status, origin)
     select code, town, zone, kind, '2024-1', 'NATIONAL', '2024-01-01', 'VALID', 'DISTRICT' from members, unnest(array['HIGH_TECH', 'GAZELLE']) kind`,
  );
  await db.owner.query("set session_replication_role = origin");
  await db.owner.query(
    `insert into employments (credit_code, town_code, zone_code, year, employees, source_id, record_key, link_method, link_confidence)
     select code, town, zone, year, n, 's', n || '|' || year, 'CREDIT_CODE', 1 from members, generate_series(2022, 2024) year`,
  );
  await db.owner.query(
    `insert into portraits (credit_code, town_code, zone_code, score, score_version, score_parts, explanation, labels, trend, label_completion, completeness, ip_right_count, title_count)
     select code, town, zone, n % 90, '1', '[]', '说明', array['FAST_GROWTH'], 'UP', 0.5, 0.5, n % 7, 2 from members`,
  );
  // Of portraits their writer tells, and the titles came in behind the triggers' back.
  await db.owner.query("select refresh_listed_members(array(select code from members))");
});

const readings = (who: Principal, query: string) =>
  readingsOf(db.gateway, graph.answering, who, { query, variables });

const callers: readonly (readonly [string, Principal])[] = [
  ["a town", principal("TOWN", [towns.yinzhu])],
  ["a zone", principal("ZONE", [zones.ocean])],
  ["the district", principal("DISTRICT", [])],
];

test("the rows of a worklist and their parts are read from its read model or from indexes alone", async () => {
  const ask = (query: string) =>
    Promise.all(callers.map(async ([, who]) => (await graph.ask(who, query, variables)).text));
  const before = await ask(worklist);
  for (const text of before) expect(text.match(/"cursor"/gu)).toHaveLength(20);
  await db.owner.query(
    "vacuum analyze enterprises, titles, employments, portraits, listed_members",
  );
  for (const [name, who] of callers) {
    expect(await readings(who, worklist), name).toEqual({ listed_members: "Index Scan" });
    expect(await readings(who, worklistWithMore), name).toEqual({
      enterprises: "Index Scan",
      titles: "Index Only Scan",
      employments: "Index Only Scan",
      portraits: "Index Only Scan",
    });
  }
  expect(await ask(worklist)).toEqual(before);
  const fromTables = await ask(worklistWithMore);
  expect(fromTables.map((text) => text.replaceAll('"address":null,', ""))).toEqual(before);
});
