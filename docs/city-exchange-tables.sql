-- The exchange database (前置库) of docs/city-protocol.md, section 13. The city makes it; the district gets a login that
-- may read what the city writes and write what it sends: see the grants at the end.
create schema if not exists city_exchange;

-- What the city says of itself: the bytes of section 4 at level L0, signed.
create table if not exists city_exchange.profile (
  id int primary key default 1 check (id = 1),
  body bytea not null,
  signature jsonb
);

-- One row a list of titles; it counts once `finished` is true, and nothing of it changes afterwards.
create table if not exists city_exchange.title_lists (
  parcel text primary key,
  manifest bytea not null,
  signature jsonb,
  finished boolean not null default false,
  laid_at timestamptz not null default now()
);

create table if not exists city_exchange.titles (
  parcel text not null,
  seq int not null,
  credit_code text,
  name text,
  kind text,
  batch text,
  district text,
  level text,
  valid_from text,
  valid_to text,
  status text,
  certificate_no text,
  primary key (parcel, seq)
);

-- Batches of the district; `body` is the batch of section 6, byte for byte.
create table if not exists city_exchange.batches (
  parcel text primary key,
  manifest bytea not null,
  signature jsonb not null,
  body bytea not null,
  finished boolean not null default false,
  laid_at timestamptz not null default now()
);

-- The same batches as rows, for whoever reads tables.
create or replace view city_exchange.recommendations as
  select b.parcel, (i->>'seq')::int as seq, i->>'op' as op, i->>'digest' as digest, i->'record'->>'creditCode' as credit_code,
    i->'record'->>'name' as name, i->'record'->>'kind' as kind, i->'record'->>'batch' as batch,
    i->'record'->>'townCode' as town_code, i->'record'->>'recommendedOn' as recommended_on, i->'record'->>'reason' as reason
  from city_exchange.batches b cross join lateral jsonb_array_elements(convert_from(b.body, 'UTF8')::jsonb->'items') i
  where b.finished;

-- `answer` is that of section 6, or an error of section 2.
create table if not exists city_exchange.receipts (
  parcel text primary key,
  manifest bytea not null,
  signature jsonb,
  answer bytea not null,
  laid_at timestamptz not null default now()
);

-- What came of the lists, laid down by the district; `body` is the receipt for a list of section 12, byte for byte.
create table if not exists city_exchange.list_receipts (
  parcel text primary key,
  manifest bytea not null,
  signature jsonb not null,
  body bytea not null,
  finished boolean not null default false,
  laid_at timestamptz not null default now()
);

-- For the district's login (here called district_370211):
--   grant usage on schema city_exchange to district_370211;
--   grant select on all tables in schema city_exchange to district_370211;
--   grant insert, update, delete on city_exchange.batches, city_exchange.list_receipts to district_370211;
