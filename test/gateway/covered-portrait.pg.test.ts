/**
 * The rows of a portrait that lie apart in their tables (rights come in by date, head counts by year) are read from the
 * enterprise's key alone, for every caller: the same answer before and after a vacuum has seen them.
 */
import { beforeAll, expect, test } from "vitest";

import { documents } from "../../bench/read/operations.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { readingsOf } from "../kit/readings-of.ts";
import { testCode, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway);

const made = Array.from({ length: 1_000 }, (_, serial) => testCode(serial));
const asked = { query: documents.graph.portrait, variables: { creditCode: made[77] } };

const callers: readonly Principal[] = [
  principal("TOWN", [towns.yinzhu]),
  principal("ZONE", [zones.ocean]),
  principal("DISTRICT", []),
];

beforeAll(async () => {
  // A vacuum sees rows as visible to all only once their commit is in the log, which the tests' server is in no hurry with.
  await db.owner.query("set synchronous_commit = on");
  await db.owner.query(
    `create temporary table made as select code, n, $2::text as town, $3::text as zone
     from unnest($1::text[]) with ordinality made (code, n)`,
    [made, towns.yinzhu, zones.ocean],
  );
  await db.owner.query(
    `insert into enterprises (credit_code, town_code, zone_code, name, kind, status, source_id, record_key, link_method, link_confidence, content_digest)
     select code, town, zone, '企业' || n, 'COMPANY', 'ACTIVE', 's', n::text, 'REGISTRY', 1, 'x' from made`,
  );
  await db.owner.query(
    `insert into employments (credit_code, town_code, zone_code, year, employees, source_id, record_key, link_method, link_confidence)
     select code, town, zone, year, n, 's', n || '|' || year, 'CREDIT_CODE', 1 from generate_series(2022, 2024) year, made order by year`,
  );
  await db.owner.query(
    `insert into ip_rights (credit_code, town_code, zone_code, right_no, kind, title, status, acquisition, applied_on, granted_on, source_id, record_key, link_method, link_confidence)
     select code, town, zone, 'R' || n || '-' || y, 'INVENTION_PATENT', repeat('一种装置', 125), 'GRANTED', 'SELF_DEVELOPED', date '2020-01-01' + y, date '2022-01-01', 's', n || '|' || y, 'CREDIT_CODE', 1
     from generate_series(1, 3) y, made order by y`,
  );
});

test("rights and head counts of a portrait are read from indexes alone", async () => {
  const ask = () =>
    Promise.all(
      callers.map(async (who) => (await graph.ask(who, asked.query, asked.variables)).text),
    );
  const before = await ask();
  for (const text of before) expect(text.match(/"rightNo"/gu)).toHaveLength(3);
  await db.owner.query("vacuum analyze enterprises, employments, ip_rights");
  for (const who of callers)
    expect(await readingsOf(db.gateway, graph.answering, who, asked), who.tier).toMatchObject({
      employments: "Index Only Scan",
      ip_rights: "Index Only Scan",
    });
  expect(await ask()).toEqual(before);
});
