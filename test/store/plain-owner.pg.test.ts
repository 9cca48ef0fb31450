/** On a server of one's own the login may make roles and is no superuser: the store is made whole by it all the same. */
import { afterAll, expect, test } from "vitest";

import { migrateStore } from "../../store/migrate.ts";
import { openPool, type Pool } from "../../store/pool.ts";
import { ensureDatabase, withDatabase, withLogin } from "../../store/provision.ts";
import { createTestDatabase } from "../kit/database.ts";
import { codes } from "../kit/seed.ts";

const db = await createTestDatabase();
const login = "plain_owner";
const url = withDatabase(withLogin(db.ownerUrl, login, "of-no-worth"), "plainly_owned");
const ended: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ended.toReversed()) await end();
});

/** The roles are the cluster's and stand already: whoever made them gives them on. */
async function makeOwner(root: Pool): Promise<void> {
  await root.query(`create role ${login} login createrole createdb password 'of-no-worth'`);
  const { rows } = await root.query<{ role: string }>(
    "select rolname as role from pg_roles where rolname like 'goldseed\\_%' and not rolsuper",
  );
  for (const { role } of rows)
    await root.query(`grant ${role} to ${login} with admin option, inherit false, set false`);
}

/** One of a library and one of none. */
const register = `insert into enterprises (credit_code, name, kind, status, in_library, library_kinds, content_digest,
    source_id, record_key, received_at, link_method, link_confidence)
  select code, '青岛' || n, 'COMPANY', 'ACTIVE', n = 1, case n when 1 then '{INNOVATIVE}'::text[] else '{}' end, n::text,
    'registry', code, now(), 'CREDIT_CODE', 1
  from unnest(array[$1, $2]) with ordinality made (code, n)`;

/** Makes the lists of libraries anew, as the migration fills them when it meets a store that has enterprises. */
const fill = `insert into listed_member_changes (credit_codes)
  select array_agg(credit_code) from enterprises where in_library`;

test("a store is migrated, filled and kept by an owner that is no superuser", async () => {
  await makeOwner(db.owner);
  ended.push(() => db.owner.query("drop database if exists plainly_owned with (force)"));
  await ensureDatabase(url);
  await migrateStore(url);
  const [owner, worker] = [url, withDatabase(db.workerUrl, "plainly_owned")].map((each) =>
    openPool({ url: each, name: "plain owner", max: 1, statementTimeoutMs: 60_000 }),
  ) as [Pool, Pool];
  ended.push(
    () => owner.end(),
    () => worker.end(),
  );
  await worker.query(register, [codes.A, codes.B]);
  const listed = async () => {
    const { rows } = await worker.query<{ code: string }>(
      "select credit_code as code from listed_members order by credit_code",
    );
    return rows.map(({ code }) => code);
  };
  expect(await listed()).toEqual([codes.A]);
  await worker.query("delete from listed_members");
  await owner.query(fill);
  expect(await listed()).toEqual([codes.A]);
});
