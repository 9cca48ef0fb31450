/**
 * The schema that the migrations produce, as text for reviewers: columns, constraints, indexes, policies, grants,
 * functions, triggers, in an order that does not depend on the server. Made from the catalogue, because the embedded
 * PostgreSQL ships without pg_dump.
 */
import type { Pool } from "./pool.ts";

const queries: readonly (readonly [heading: string, query: string])[] = [
  [
    "tables",
    `select format('create table %I (%s)', c.relname, string_agg(format(E'\\n  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end,
        case when a.attidentity <> '' then ' generated always as identity'
             when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end), ',' order by a.attnum) || E'\\n') as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace group by c.relname order by c.relname`,
  ],
  [
    "constraints",
    `select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
      from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by conrelid::regclass::text, conname`,
  ],
  [
    "indexes",
    `select indexdef as line from pg_indexes i where schemaname = 'public'
      and not exists(select from pg_constraint c where c.conname = i.indexname and c.connamespace = 'public'::regnamespace) order by tablename, indexname`,
  ],
  [
    "row-level security",
    `select format('alter table %I %s row level security%s', relname, case when relrowsecurity then 'enable' else 'disable' end,
        case when relforcerowsecurity then ', forced' else '' end) as line
      from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname`,
  ],
  [
    "policies",
    `select format('create policy %I on %I for %s to %s using (%s)%s', policyname, tablename, lower(cmd), array_to_string(roles, ', '), qual,
        case when with_check is null then '' else format(' with check (%s)', with_check) end) as line
      from pg_policies where schemaname = 'public' order by tablename, policyname`,
  ],
  [
    "grants",
    `select format('grant %s on %I to %I', string_agg(lower(privilege_type), ', ' order by privilege_type), table_name, grantee) as line
      from information_schema.role_table_grants where table_schema = 'public' and grantee like 'goldseed\\_%' and grantee <> 'goldseed_owner'
        and privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')
      group by table_name, grantee order by table_name, grantee`,
  ],
  [
    "functions",
    `select pg_get_functiondef(p.oid) as line from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
        and not exists(select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.proname`,
  ],
  [
    "triggers",
    `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by c.relname, t.tgname`,
  ],
];

/** @param owner connects as the owner: others do not see every object. */
export async function dumpSchema(owner: Pool): Promise<string> {
  const parts = [
    "-- The schema after all migrations. Written by `npm run schema:dump`; a test fails when it is stale.",
  ];
  for (const [heading, query] of queries) {
    const { rows } = await owner.query<{ line: string }>(query);
    parts.push(`-- ${heading}`, ...rows.map(({ line }) => `${line.trim()};`));
  }
  return `${parts.join("\n\n")}\n`;
}
