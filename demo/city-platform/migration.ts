/**
 * The platform's tables. `meta.revision` is raised by the transaction that changes anything, under that row's lock, so
 * that order of revisions is order of commits and a delta can never skip a change.
 */
import type { ClientBase } from "pg";

const statements = `
create schema if not exists city;
create table if not exists city.meta (
  id int primary key default 1 check (id = 1),
  generation uuid not null default gen_random_uuid(),
  revision bigint not null default 0,
  statement_key_id text not null,
  statement_key bytea not null
);
create table if not exists city.enterprise (
  credit_code text collate "C" primary key,
  district text not null,
  city_no bigint generated always as identity,
  name text not null,
  filing_year int,
  filing_status text,
  filing_submitted_on date,
  updated_at timestamptz not null
);
create table if not exists city.title (
  key text collate "C" primary key,
  credit_code text collate "C" not null,
  kind text not null,
  batch text not null,
  district text not null,
  name text not null,
  level text not null,
  valid_from date,
  valid_to date,
  status text not null,
  certificate_no text,
  version bigint not null,
  updated_at timestamptz not null,
  deleted boolean not null default false,
  digest bytea not null,
  bucket int not null
);
create index if not exists title_version on city.title (district, version, key);
create index if not exists title_updated on city.title (district, updated_at, key);
create index if not exists title_tree on city.title (district, bucket, key, digest) where not deleted;
create index if not exists title_enterprise on city.title (credit_code);
create table if not exists city.recommendation (
  key text collate "C" primary key,
  credit_code text collate "C" not null,
  district text not null,
  record jsonb not null,
  generation bigint not null,
  entity_version bigint not null,
  withdrawn boolean not null,
  decision text not null default 'PENDING' check (decision in ('PENDING', 'ACCEPTED', 'REFUSED')),
  batch_key text not null,
  updated_at timestamptz not null,
  digest bytea not null,
  bucket int not null
);
create index if not exists recommendation_enterprise on city.recommendation (credit_code);
create table if not exists city.batch (
  batch_key text primary key,
  district text not null,
  body_sha256 text not null,
  answer json not null,
  deferred jsonb not null default '[]',
  received_at timestamptz not null
);
create table if not exists city.closed_batch (batch text primary key);
create table if not exists city.api_key (
  id text primary key,
  secret text not null,
  districts text[] not null,
  not_before timestamptz,
  not_after timestamptz
);
alter table city.api_key add column if not exists profile text not null default 'HMAC-SHA256'
  check (profile in ('HMAC-SHA256', 'HMAC-SM3'));
create table if not exists city.nonce (
  key_id text not null,
  nonce text not null,
  seen_at timestamptz not null,
  primary key (key_id, nonce)
);
create index if not exists nonce_seen on city.nonce (seen_at);
create table if not exists city.district_key (
  key_id text primary key,
  district text not null,
  public_key bytea not null
);
create table if not exists city.statement (
  id bigint generated always as identity primary key,
  district text not null,
  tree text not null,
  equal boolean not null,
  n int not null,
  root text not null,
  city jsonb not null,
  theirs jsonb,
  at timestamptz not null
);
create table if not exists city.laid_list (
  sha256 text primary key,
  parcel_id text not null,
  laid_at timestamptz not null
);
create table if not exists city.list_receipt (
  list_sha256 text not null references city.laid_list,
  generation bigint not null,
  revision bigint not null,
  receipt json not null,
  taken_at timestamptz not null,
  primary key (list_sha256, generation, revision)
);
create table if not exists city.refused_request (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  key_id text,
  code text not null,
  path text not null
);
`;

/** Creates what is missing. One lock, so that two starts at once do not race. */
export async function migrate(client: ClientBase, statementKey: Buffer): Promise<void> {
  await client.query("select pg_advisory_lock(7207001)");
  try {
    await client.query(statements);
    await client.query(
      `insert into city.meta (statement_key_id, statement_key)
       values ('city-' || to_char(now(), 'YYYY'), $1) on conflict do nothing`,
      [statementKey],
    );
  } finally {
    await client.query("select pg_advisory_unlock(7207001)");
  }
}
