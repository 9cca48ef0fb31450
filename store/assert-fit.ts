/** What must be true of a database before a gateway answers from it; every failing point is told at once. */
import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "./pool.ts";

interface Findings {
  readonly version: number;
  readonly encoding: string;
  readonly ctype_folds: boolean;
  readonly collate_is_c: boolean;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: string[];
  readonly unprotected: string[];
  readonly unforced: string[];
  readonly powerful: string[];
  readonly definer_functions: string[];
  readonly leakproof: string[];
  readonly open_views: string[];
}

/** @param pool logs in as the gateway. @throws GoldseedError STORE_UNFIT naming every point. */
export async function assertFit(pool: Pool): Promise<void> {
  const { rows } = await pool.query<Findings>(findingsQuery);
  const found = rows[0];
  const problems = found ? problemsOf(found) : ["the database gave no answer about itself"];
  if (problems.length > 0) {
    throw new GoldseedError(
      "STORE_UNFIT",
      `数据库不符合运行要求 / The database is not fit to serve:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
      {
        details: { problems },
      },
    );
  }
}

function problemsOf(found: Findings): string[] {
  const points: (readonly [boolean, string])[] = [
    [
      found.version < 150_000,
      `server version ${found.version} is below 150000: use PostgreSQL 15 or newer`,
    ],
    [
      found.encoding !== "UTF8",
      `encoding is "${found.encoding}", expected "UTF8": create the database with encoding 'UTF8'`,
    ],
    [
      !found.ctype_folds,
      "the locale does not know Chinese letters (name search would find nothing): create the database with locale C.UTF-8",
    ],
    [
      !found.collate_is_c,
      "text does not sort by code point (pages and digests would differ between hosts): create the database with lc_collate 'C'",
    ],
    [found.superuser, "the gateway logs in as a superuser: use the role goldseed_gateway"],
    [found.bypasses, "the gateway's role has BYPASSRLS: alter role … nobypassrls"],
    [
      found.owns.length > 0,
      `the gateway's role owns ${found.owns.join(", ")}: give the tables to the migrating role`,
    ],
    [
      found.powerful.length > 0,
      `the gateway's role is a member of ${found.powerful.join(", ")}: revoke it`,
    ],
    [
      found.unprotected.length > 0,
      `row-level security is off on ${found.unprotected.join(", ")}: alter table … enable row level security`,
    ],
    [
      found.unforced.length > 0,
      `row-level security is not forced on ${found.unforced.join(", ")}: alter table … force row level security`,
    ],
    [
      found.definer_functions.length > 0,
      `the gateway may run SECURITY DEFINER functions ${found.definer_functions.join(", ")}: revoke execute`,
    ],
    [
      found.leakproof.length > 0,
      `functions are marked leakproof without being on the list: ${found.leakproof.join(", ")}`,
    ],
    [
      found.open_views.length > 0,
      `views run with their owner's rights: ${found.open_views.join(", ")}: set (security_invoker = true)`,
    ],
  ];
  return points.filter(([failing]) => failing).map(([, text]) => text);
}

/** `U+4E2D` is a Chinese letter: a locale that does not class it as one makes trigrams of names silently empty. */
const findingsQuery = `/* store:assert-fit */
select current_setting('server_version_num')::int as version,
  getdatabaseencoding() as encoding,
  U&'\\4E2D' ~ '^[[:alpha:]]$' as ctype_folds,
  ('B' < 'a' and U&'\\4E00' < U&'\\9FA5' and 'Z' < U&'\\4E00') as collate_is_c,
  r.rolsuper as superuser,
  r.rolbypassrls as bypasses,
  array(select c.relname::text from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace order by 1) as owns,
  array(select p.rolname::text from pg_roles p
    where (p.rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_execute_server_program', 'pg_read_server_files', 'goldseed_worker')
      or p.rolsuper or p.rolbypassrls) and p.oid <> r.oid and pg_has_role(r.oid, p.oid, 'MEMBER') order by 1) as powerful,
  array(select c.relname::text from pg_class c where scoped and not c.relrowsecurity order by 1) as unprotected,
  array(select c.relname::text from pg_class c where scoped and c.relrowsecurity and not c.relforcerowsecurity order by 1) as unforced,
  array(select p.proname::text from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace
    and has_function_privilege(r.oid, p.oid, 'EXECUTE') order by 1) as definer_functions,
  array(select p.proname::text from pg_proc p where p.proleakproof and p.pronamespace = 'public'::regnamespace
    and p.proname <> 'name_grams_contain' order by 1) as leakproof,
  array(select c.relname::text from pg_class c where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
    and not coalesce('security_invoker=true' = any(c.reloptions), false) order by 1) as open_views
from pg_roles r where r.rolname = session_user`.replaceAll(
  "scoped",
  `c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    and (c.relname = 'area_statistics' or exists(select from pg_attribute a where a.attrelid = c.oid and a.attname = 'town_code' and not a.attisdropped))`,
);
