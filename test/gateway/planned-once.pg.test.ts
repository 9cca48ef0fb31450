/** PostgreSQL plans a page once and not with each request, whoever asks and whether its size is a literal or a variable. */
import { beforeAll, expect, test } from "vitest";

import { openPool } from "../../store/pool.ts";
import { runScoped } from "../../store/scoped-query.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const whole = principal("DISTRICT", ["370211"]);

/** So many of one town, and so far from each other, that a tenth of them is far dearer than a page. */
beforeAll(async () => {
  await seedDistrict(db.owner);
  await db.owner.query(
    `insert into listed_members (credit_code, town_code, name, name_json, kind, status, is_demo, in_library, library_kinds,
       title_kinds, has_portrait, titles_kind, titles_batch, titles_level, titles_valid_from, titles_valid_to, titles_status,
       titles_certificate_no, employments_year, employments_employees, employments_insured, employments_rd_staff,
       employments_graduate_staff)
     select 'M' || i, $1, repeat('M', 400), '"M"', 'COMPANY', 'ACTIVE', true, true, '{}', '{}', false, '{}', '{}', '{}', '{}', '{}', '{}',
       '{}', '{}', '{}', '{}', '{}', '{}' from generate_series(1, 8000) i order by md5(i::text)`,
    [towns.boli],
  );
  await db.owner.query("analyze listed_members");
});

const list = (
  first: string,
) => `($town: AreaCode!${first === "$first" ? ", $first: Int = 20" : ""}) { enterprises(first: ${first}, filter: { town: $town, inLibrary: true }) {
  edges { cursor node { creditCode name } } pageInfo { hasNextPage endCursor } } }`;

test.each([
  ["20", {}],
  ["$first", {}],
  ["$first", { first: 50 }],
])("a page of %s with %j", async (first, variables) => {
  const pool = openPool({
    url: db.gatewayUrl,
    name: "one session",
    max: 1,
    statementTimeoutMs: 30_000,
  });
  const graph = openGraph(pool);
  for (let i = 0; i < 8; i++) {
    const { data } = await graph.ask(whole, `query${list(first)}`, {
      town: towns.boli,
      ...variables,
    });
    expect(data.enterprises.pageInfo.hasNextPage).toBe(true);
  }
  const planned = {
    name: "planned",
    text: "select generic_plans::text from pg_prepared_statements where name not like 'planned%' and statement like '%listed_members%'",
  };
  const times = await runScoped(pool, {
    statement: planned,
    values: [],
    scope: whole,
    timeoutMs: 10_000,
  });
  // The first five are planned for their own values.
  expect(Number(times)).toBe(3);
  await pool.end();
});
