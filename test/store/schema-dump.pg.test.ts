/** store/schema.sql is what the migrations produce. GOLDSEED_UPDATE=1 rewrites it (`npm run schema:dump`). */
import { readFileSync, writeFileSync } from "node:fs";

import { expect, test } from "vitest";

import { dumpSchema } from "../../store/dump-schema.ts";
import { migrateStore, readMigrationStatus } from "../../store/migrate.ts";
import { createTestDatabase } from "../kit/database.ts";

const db = await createTestDatabase();
const file = new URL("../../store/schema.sql", import.meta.url);

test("the committed dump is the migrated schema", async () => {
  const dump = await dumpSchema(db.owner);
  if (process.env["GOLDSEED_UPDATE"]) writeFileSync(file, dump);
  expect(readFileSync(file, "utf8")).toBe(dump);
});

test("migrating again, twenty at a time, changes nothing", async () => {
  const before = await dumpSchema(db.owner);
  const applied = await Promise.all(Array.from({ length: 20 }, () => migrateStore(db.ownerUrl)));
  expect(applied.flat()).toEqual([]);
  expect(await dumpSchema(db.owner)).toBe(before);
  expect((await readMigrationStatus(db.ownerUrl)).pending).toEqual([]);
});

test("a database newer than the program is refused", async () => {
  await db.owner.query(
    "insert into drizzle.__drizzle_migrations (hash, created_at) values ('future', 99999999999999)",
  );
  await expect(migrateStore(db.ownerUrl)).rejects.toThrow(
    /newer than the newest this program knows/u,
  );
});

test("every scoped table has a policy for each role that reads it", async () => {
  const { rows } = await db.owner.query<{ relname: string; policies: string[] }>(
    `select c.relname, array_agg(p.policyname::text order by p.policyname) as policies from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'town_code' left join pg_policies p on p.tablename = c.relname
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1`,
  );
  expect(rows.length).toBeGreaterThan(25);
  for (const { relname, policies } of rows)
    expect([relname, ...policies]).toEqual([
      relname,
      "city_rows",
      "district_rows",
      "granted_rows",
      // The role of the city's word writes titles and reads the area of their enterprises.
      ...(relname === "titles" || relname === "enterprises" ? ["inbound_rows"] : []),
      "keyed_town_rows",
      "keyed_zone_rows",
      "town_rows",
      "worker_rows",
      "zone_rows",
    ]);
});

test("all roles of towns and zones may read the same tables", async () => {
  const { rows } = await db.owner.query<{ role: string; tables: string[] }>(
    `select role, array_agg(c.relname::text order by c.relname) as tables from pg_class c,
       unnest(array['goldseed_town', 'goldseed_zone', 'goldseed_granted', 'goldseed_keyed_town', 'goldseed_keyed_zone']) role
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_table_privilege(role, c.oid, 'select') group by 1`,
  );
  expect(rows.length).toBe(5);
  for (const { role, tables } of rows) expect([role, tables]).toEqual([role, rows[0]?.tables]);
});
