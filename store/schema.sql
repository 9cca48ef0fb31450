-- The schema after all migrations. Written by `npm run schema:dump`; a test fails when it is stale.

-- tables

create table abnormal_entries (
  credit_code text not null,
  town_code text,
  zone_code text,
  entry_no text not null,
  list text not null,
  reason text,
  entered_on date,
  removed_on date,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table access_grants (
  id uuid not null default gen_random_uuid(),
  subject text not null,
  area_code text not null,
  reason text not null,
  granted_by text not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null,
  revoked_at timestamp with time zone
);

create table agreement_receipts (
  id uuid not null default gen_random_uuid(),
  peer_id text not null,
  stream text not null,
  level text not null,
  agreed boolean not null,
  our_root text not null,
  their_root text,
  record_count integer not null,
  differences jsonb,
  our_signature text,
  their_signature text,
  round_trips integer not null,
  bytes_exchanged bigint not null,
  obtained_at timestamp with time zone not null default now(),
  ledger_head text,
  ledger_length integer
);

create table alert_events (
  credit_code text not null,
  town_code text,
  zone_code text,
  alert_id uuid not null,
  sequence integer not null,
  from_state text,
  to_state text not null,
  actor text not null,
  reason text,
  at timestamp with time zone not null default now()
);

create table alert_outbox (
  credit_code text not null,
  town_code text,
  zone_code text,
  alert_id uuid not null,
  sequence integer not null,
  written_at timestamp with time zone not null default now(),
  delivered_at timestamp with time zone,
  attempts integer not null default 0
);

create table alerts (
  credit_code text not null,
  town_code text,
  zone_code text,
  id uuid not null default gen_random_uuid(),
  screening_id text not null,
  occurrence integer not null,
  state text not null,
  level text not null,
  headline text not null,
  figures jsonb not null,
  assignee text,
  raised_at timestamp with time zone not null default now(),
  due_on date not null,
  escalated_at timestamp with time zone,
  closed_at timestamp with time zone,
  closing_reason text,
  version integer not null default 1,
  handler text not null default 'TOWN'::text,
  merged_count integer not null default 0,
  headline_en text
);

create table annual_financials (
  credit_code text not null,
  town_code text,
  zone_code text,
  year integer not null,
  revenue numeric,
  main_revenue numeric,
  rd_expense numeric,
  rd_expense_domestic numeric,
  high_tech_revenue numeric,
  cost_expense numeric,
  net_profit numeric,
  total_profit numeric,
  total_assets numeric,
  total_liabilities numeric,
  net_assets numeric,
  export_revenue numeric,
  audited boolean,
  currency text not null,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table api_keys (
  prefix text not null,
  secret_hash text not null,
  subject text not null,
  label text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  purpose text
);

create table area_statistics (
  area_code text not null,
  measure text not null,
  member text not null,
  value numeric not null,
  as_of date not null,
  computed_at timestamp with time zone not null default now(),
  figures json
);

create table areas (
  code text not null,
  name text not null,
  kind text not null,
  parent_code text,
  former_names text[] not null,
  "position" integer not null
);

create table assessments (
  credit_code text not null,
  town_code text,
  zone_code text,
  pack_id text not null,
  pack_version text not null,
  as_of date not null,
  verdict text not null,
  total numeric,
  progress numeric,
  points jsonb,
  failed jsonb,
  unknown jsonb,
  excluded_by jsonb,
  direct_pass jsonb,
  ways_to_pass jsonb,
  inputs jsonb,
  inputs_digest text not null,
  assessed_at timestamp with time zone not null default now(),
  superseded_at timestamp with time zone,
  revision integer not null default 1,
  category jsonb,
  ranges jsonb,
  presumed jsonb,
  flags jsonb,
  size_class text,
  superseded_on date
);

create table assignment_proposals (
  id uuid not null default gen_random_uuid(),
  subject text not null,
  tier text not null,
  area_codes text[] not null,
  role text not null,
  clearance text not null,
  reason text not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null default now(),
  decision text,
  decided_by text,
  decided_at timestamp with time zone
);

create table assignments (
  subject text not null,
  tier text not null,
  area_codes text[] not null,
  role text not null,
  clearance text not null,
  disabled_at timestamp with time zone,
  updated_at timestamp with time zone not null default now()
);

create table audit_entries (
  sequence bigint not null,
  at timestamp with time zone not null,
  actor text not null,
  on_behalf_of text,
  tier text,
  purpose text,
  action text not null,
  operation_hash text,
  fields text[],
  row_count integer,
  refused_fields text[],
  policy_version text,
  request_id text,
  outcome text not null,
  details jsonb,
  previous_digest text not null,
  digest text not null,
  category text not null,
  credit_codes text[]
);

create table audit_heads (
  sequence bigint not null,
  digest text not null,
  signature text not null,
  signed_at timestamp with time zone not null default now()
);

create table audit_tombstones (
  from_sequence bigint not null,
  to_sequence bigint not null,
  previous_digest text not null,
  digest text not null,
  pruned_at timestamp with time zone not null,
  signature text not null
);

create table awards (
  credit_code text not null,
  town_code text,
  zone_code text,
  award_no text not null,
  name text not null,
  kind text not null,
  level text not null,
  grade text,
  rank integer,
  awarded_on date,
  organiser text,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table bases (
  credit_code text not null,
  town_code text,
  zone_code text,
  base_no text not null,
  name text not null,
  level text not null,
  kind text not null,
  recognised_on date,
  valid_to date,
  residents integer,
  details jsonb,
  source_id text not null default 'district'::text,
  record_key text not null default ''::text,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null default 'CREDIT_CODE'::text,
  link_confidence numeric not null default '1'::numeric
);

create table chain_nodes (
  chain_id text not null,
  id text not null,
  name_zh text not null,
  name_en text,
  stage text not null,
  "position" integer not null,
  is_gap boolean not null default false
);

create table chain_placements (
  credit_code text not null,
  town_code text,
  zone_code text,
  chain_id text not null,
  node_id text not null,
  role text not null,
  confidence numeric not null,
  reason text not null,
  placed_at timestamp with time zone not null default now()
);

create table chains (
  id text not null,
  name_zh text not null,
  name_en text,
  leader_credit_code text,
  "position" integer not null
);

create table criteria_packs (
  id text not null,
  version text not null,
  name_zh text not null,
  name_en text not null,
  title_kind text,
  document_no text not null,
  effective_from date,
  effective_to date,
  enabled boolean not null,
  definition jsonb not null,
  digest text not null,
  loaded_at timestamp with time zone not null default now(),
  issuer text not null default ''::text,
  confidence text not null default 'unseen'::text,
  renewal_from date,
  renewal_to date,
  superseded_at timestamp with time zone
);

create table customs_trades (
  credit_code text not null,
  town_code text,
  zone_code text,
  year integer not null,
  import_amount numeric,
  export_amount numeric,
  declarations integer,
  customs_grade text,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table demands (
  credit_code text not null,
  town_code text,
  zone_code text,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  title text not null,
  detail text,
  state text not null,
  raised_on date not null,
  answered_on date,
  answer text
);

create table dirty_keys (
  credit_code text not null,
  stage text not null,
  reason text not null,
  marked_at timestamp with time zone not null default now()
);

create table dirty_lists (
  id bigint not null generated always as identity,
  credit_codes text[] not null,
  reason text not null,
  marked_at timestamp with time zone not null default now(),
  stages text[] not null default '{INDICATORS,PORTRAITS}'::text[]
);

create table employments (
  credit_code text not null,
  town_code text,
  zone_code text,
  year integer not null,
  employees integer,
  insured integer,
  rd_staff integer,
  graduate_staff integer,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table enterprise_aliases (
  credit_code text not null,
  town_code text,
  zone_code text,
  kind text not null,
  alias text not null,
  recorded_at timestamp with time zone not null default now()
);

create table enterprise_labels (
  credit_code text not null,
  town_code text,
  zone_code text,
  label text not null,
  category text not null,
  reason text not null,
  evidence jsonb,
  rule_version text not null,
  computed_at timestamp with time zone not null default now()
);

create table enterprise_names (
  credit_code text not null,
  town_code text,
  zone_code text,
  name text not null,
  normal_name text not null,
  valid_from date not null,
  valid_to date,
  source_id text not null
);

create table enterprises (
  credit_code text not null,
  town_code text,
  zone_code text,
  name text not null,
  kind text not null,
  legal_form text,
  industry_code text,
  industry_name text,
  established_on date,
  capital_amount numeric,
  capital_currency text,
  status text not null,
  business_scope text,
  address text,
  town_method text,
  town_confidence numeric,
  size_class text,
  legal_representative text,
  contact_name text,
  contact_phone text,
  contact_email text,
  website text,
  is_demo boolean not null default false,
  in_library boolean not null default false,
  library_kinds text[] not null default '{}'::text[],
  title_kinds text[] not null default '{}'::text[],
  score numeric,
  version integer not null default 1,
  updated_at timestamp with time zone not null default now(),
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null,
  content_digest text not null,
  details jsonb,
  score_order double precision not null default (COALESCE(score, ('-1'::integer)::numeric))::double precision,
  established_order date not null default COALESCE(established_on, '0001-01-01'::date),
  name_grams text[] not null default name_grams(name)
);

create table equity_financings (
  credit_code text not null,
  town_code text,
  zone_code text,
  financing_no text not null,
  round text,
  financed_on date,
  amount numeric,
  ceded_share numeric,
  investor text,
  qualified_investor boolean,
  post_valuation numeric,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table export_requests (
  id uuid not null default gen_random_uuid(),
  subject text not null,
  tier text not null,
  area_codes text[] not null,
  document text not null,
  document_hash text not null,
  variables text not null,
  rows integer not null,
  reason text not null,
  requested_at timestamp with time zone not null default now(),
  decision text,
  decided_by text,
  decided_at timestamp with time zone
);

create table fact_history (
  credit_code text not null,
  town_code text,
  zone_code text,
  fact_table text not null,
  fact_key text not null,
  version integer not null,
  former_row jsonb,
  superseded_by bigint,
  superseded_at timestamp with time zone not null default now(),
  was_deleted boolean not null default false
);

create table follow_ups (
  credit_code text not null,
  town_code text,
  zone_code text,
  id uuid not null default gen_random_uuid(),
  alert_id uuid,
  kind text not null,
  outcome text not null,
  note text,
  actor text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null default now()
);

create table import_runs (
  id bigint not null generated always as identity,
  source_id text not null,
  state text not null,
  file_name text,
  file_digest text,
  file_bytes bigint,
  encoding text,
  started_by text not null,
  started_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  staged_bytes bigint not null default 0,
  staged_lines integer not null default 0,
  merged_line integer not null default 0,
  report jsonb,
  failure text,
  fact_columns text[]
);

create table import_touched (
  import_run_id bigint not null,
  line integer not null,
  credit_codes text[] not null
);

create table indicators (
  id text not null,
  name_zh text not null,
  name_en text not null,
  unit text,
  period text,
  value_type text not null,
  formula text not null,
  source text not null
);

create table ip_rights (
  credit_code text not null,
  town_code text,
  zone_code text,
  right_no text not null,
  kind text not null,
  title text,
  status text not null,
  acquisition text not null,
  right_holders text[],
  applied_on date,
  granted_on date,
  expires_on date,
  transferred_on date,
  high_value boolean,
  main_product boolean,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table library_memberships (
  credit_code text not null,
  town_code text,
  zone_code text,
  library_kind text not null,
  entered_on date not null,
  exited_on date,
  entry_reason text not null,
  exit_reason text,
  recorded_at timestamp with time zone not null default now()
);

create table link_decisions (
  group_key text not null,
  decision text not null,
  credit_code text,
  review_id uuid,
  decided_by text not null,
  decided_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone
);

create table link_evidence (
  credit_code text not null,
  town_code text,
  zone_code text,
  source_id text not null,
  record_key text not null,
  method text not null,
  confidence numeric not null,
  evidence text[] not null,
  import_run_id bigint not null,
  linked_at timestamp with time zone not null default now()
);

create table link_reviews (
  id uuid not null default gen_random_uuid(),
  import_run_id bigint not null,
  source_id text not null,
  group_key text not null,
  lines integer[] not null,
  record jsonb not null,
  candidates jsonb not null,
  state text not null,
  opened_at timestamp with time zone not null default now(),
  decided_at timestamp with time zone,
  decided_by text,
  decision text,
  decided_credit_code text,
  note text
);

create table listed_days (
  stage text not null,
  day date not null,
  rules text not null
);

create table listed_entrants (
  credit_code text not null,
  awaits bigint
);

create table listed_member_changes (
  credit_codes text[] not null
);

create table listed_members (
  credit_code text not null,
  town_code text,
  zone_code text,
  name text not null,
  name_json text not null,
  kind text not null,
  legal_form text,
  industry_code text,
  industry_name text,
  industry_name_json text,
  established_on date,
  capital_amount numeric,
  capital_currency text,
  status text not null,
  size_class text,
  is_demo boolean not null,
  in_library boolean not null,
  library_kinds text[] not null,
  title_kinds text[] not null,
  score numeric,
  score_order double precision not null default (COALESCE(score, ('-1'::integer)::numeric))::double precision,
  established_order date not null default COALESCE(established_on, '0001-01-01'::date),
  has_portrait boolean not null,
  portrait_score numeric,
  portrait_labels text[],
  portrait_labels_json text,
  portrait_trend text,
  portrait_label_completion numeric,
  portrait_completeness numeric,
  portrait_ip_right_count integer,
  portrait_title_count integer,
  portrait_latest_year integer,
  portrait_latest_revenue numeric,
  titles_kind text[] not null,
  titles_batch text[] not null,
  titles_level text[] not null,
  titles_valid_from date[] not null,
  titles_valid_to date[] not null,
  titles_status text[] not null,
  titles_certificate_no text[] not null,
  employments_year integer[] not null,
  employments_employees integer[] not null,
  employments_insured integer[] not null,
  employments_rd_staff integer[] not null,
  employments_graduate_staff integer[] not null
);

create table matches (
  credit_code text not null,
  town_code text,
  zone_code text,
  screening_id text not null,
  occurrence integer not null,
  version integer not null,
  matched_at timestamp with time zone not null default now(),
  left_at timestamp with time zone,
  figures jsonb not null,
  alert_id uuid not null
);

create table penalties (
  credit_code text not null,
  town_code text,
  zone_code text,
  document_no text not null,
  kind text not null,
  severity text not null,
  reason text,
  amount numeric,
  decided_on date,
  authority text,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table permits (
  credit_code text not null,
  town_code text,
  zone_code text,
  permit_no text not null,
  name text not null,
  authority text,
  granted_on date,
  valid_from date,
  valid_to date,
  status text not null,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table portraits (
  credit_code text not null,
  town_code text,
  zone_code text,
  score numeric,
  score_version text not null,
  score_parts jsonb not null,
  explanation text not null,
  labels text[] not null,
  trend text not null,
  label_completion numeric not null,
  completeness numeric not null,
  ip_right_count integer not null,
  title_count integer not null,
  latest_year integer,
  latest_revenue numeric,
  computed_at timestamp with time zone not null default now(),
  score_parts_text json not null default compact_json(without_values(score_parts))
);

create table quality_certificates (
  credit_code text not null,
  town_code text,
  zone_code text,
  certificate_no text not null,
  kind text not null,
  name text,
  issuer text,
  valid_from date,
  valid_to date,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table quarantined_rows (
  import_run_id bigint not null,
  line integer not null,
  source_id text not null,
  raw jsonb not null,
  reasons jsonb not null,
  quarantined_at timestamp with time zone not null default now(),
  resolved_at timestamp with time zone,
  resolution text
);

create table rd_institutions (
  credit_code text not null,
  town_code text,
  zone_code text,
  institution_no text not null,
  name text not null,
  kind text not null,
  level text not null,
  recognised_on date,
  valid_to date,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table recommendations (
  credit_code text not null,
  town_code text,
  zone_code text,
  kind text not null,
  batch text not null,
  state text not null,
  reason text,
  recommended_on date not null,
  city_outcome text,
  city_reason text,
  version integer not null default 1,
  updated_at timestamp with time zone not null default now()
);

create table resource_matches (
  credit_code text not null,
  town_code text,
  zone_code text,
  resource_id text not null,
  fit numeric not null,
  reason text not null,
  matched_at timestamp with time zone not null default now()
);

create table resources (
  id text not null,
  kind text not null,
  name_zh text not null,
  name_en text,
  provider text,
  summary text,
  conditions jsonb,
  valid_from date,
  valid_to date
);

create table revocations (
  kind text not null,
  value text not null,
  before timestamp with time zone not null,
  reason text not null
);

create table score_peers (
  section text not null,
  size_class text not null,
  part text not null,
  peers integer not null,
  cuts numeric[] not null,
  computed_at timestamp with time zone not null default now()
);

create table screening_events (
  screening_id text not null,
  sequence integer not null,
  action text not null,
  from_state text,
  to_state text not null,
  version integer not null,
  actor text not null,
  reason text,
  at timestamp with time zone not null default now()
);

create table screening_versions (
  screening_id text not null,
  version integer not null,
  conditions jsonb not null,
  sentence text not null,
  source_text text,
  citations jsonb,
  dry_run jsonb,
  created_by text not null,
  created_at timestamp with time zone not null default now(),
  approved_by text,
  approved_at timestamp with time zone
);

create table screenings (
  id text not null,
  name_zh text not null,
  name_en text,
  state text not null,
  active_version integer,
  created_by text not null,
  created_at timestamp with time zone not null default now(),
  is_base boolean not null default false,
  level text not null default 'MEDIUM'::text,
  due_days integer not null default 10,
  merge_days integer not null default 30,
  matched_version integer,
  revision integer not null default 1
);

create table source_cursors (
  source_id text not null,
  way text not null,
  "position" jsonb not null,
  digest text not null,
  import_run_id bigint not null,
  moved_at timestamp with time zone not null default now()
);

create table sources (
  id text not null,
  name_zh text not null,
  name_en text not null,
  department text not null,
  cadence text not null,
  classification text not null,
  description jsonb not null,
  digest text not null
);

create table staged_records (
  import_run_id bigint not null,
  line integer not null,
  raw text not null,
  parsed jsonb,
  notes jsonb,
  record_key text,
  credit_code text,
  link_method text,
  link_confidence numeric,
  outcome text,
  mention text,
  fact text
);

create table standards (
  credit_code text not null,
  town_code text,
  zone_code text,
  standard_no text not null,
  name text not null,
  level text not null,
  drafting_rank integer,
  published_on date,
  status text not null,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table sync_batch_items (
  peer_id text not null,
  stream text not null,
  generation integer not null,
  batch_no bigint not null,
  entity_key text not null,
  entity_version bigint not null,
  record jsonb,
  digest text not null,
  outcome text,
  outcome_code text,
  outcome_message text
);

create table sync_batches (
  peer_id text not null,
  stream text not null,
  generation integer not null,
  batch_no bigint not null,
  idempotency_key text not null,
  body bytea not null,
  body_digest text not null,
  previous_digest text,
  state text not null,
  attempts integer not null default 0,
  sealed_at timestamp with time zone not null default now(),
  next_attempt_at timestamp with time zone,
  finished_at timestamp with time zone,
  last_error text
);

create table sync_conflicts (
  id uuid not null default gen_random_uuid(),
  peer_id text not null,
  stream text not null,
  entity_key text not null,
  field text,
  kind text not null,
  base_value jsonb,
  our_value jsonb,
  their_value jsonb,
  state text not null,
  opened_at timestamp with time zone not null default now(),
  decided_at timestamp with time zone,
  decided_by text,
  decision text,
  reason text,
  note text
);

create table sync_drifts (
  peer_id text not null,
  stream text not null,
  kind text not null,
  field text not null,
  example text not null,
  records integer not null,
  state text not null,
  first_seen_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now()
);

create table sync_inbound_items (
  run_id uuid not null,
  stream text not null,
  entity_key text not null,
  record jsonb not null,
  digest text not null,
  outcome text,
  reason text
);

create table sync_inbound_raw (
  id bigint not null generated always as identity,
  peer_id text not null,
  stream text not null,
  run_id uuid not null,
  page integer not null,
  body bytea not null,
  digest text not null,
  headers jsonb,
  fetched_at timestamp with time zone not null default now()
);

create table sync_list_receipts (
  peer_id text not null,
  run_id uuid not null,
  list_digest text not null,
  list text not null,
  generation integer not null,
  receipt_no integer not null,
  body bytea,
  content_digest text not null,
  made_at timestamp with time zone not null default now(),
  laid_at timestamp with time zone
);

create table sync_outbox (
  id bigint not null generated always as identity,
  stream text not null,
  entity_key text not null,
  operation text not null,
  origin text not null,
  at timestamp with time zone not null default clock_timestamp(),
  batch_no bigint
);

create table sync_peers (
  id text not null,
  name text not null,
  level text not null,
  capabilities jsonb,
  generation integer not null default 1,
  breaker_state text not null default 'CLOSED'::text,
  breaker_until timestamp with time zone,
  seen_at timestamp with time zone,
  ledger_head text,
  ledger_length integer not null default 0
);

create table sync_runs (
  id uuid not null default gen_random_uuid(),
  peer_id text not null,
  direction text not null,
  stream text not null,
  state text not null,
  started_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  read integer not null default 0,
  applied integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  quarantined integer not null default 0,
  failure text,
  previous_digest text,
  digest text,
  details jsonb,
  deferred integer not null default 0
);

create table sync_shadow (
  peer_id text not null,
  stream text not null,
  entity_key text not null,
  owner text not null,
  record jsonb,
  digest text not null,
  version bigint not null,
  updated_at timestamp with time zone not null default now(),
  bucket smallint default sync_bucket(entity_key)
);

create table sync_streams (
  peer_id text not null,
  stream text not null,
  direction text not null,
  last_batch bigint not null default 0,
  cursor text,
  completed_at timestamp with time zone,
  batch_items integer,
  clean_batches integer not null default 0,
  uncaptured bigint not null default 0,
  swept_at timestamp with time zone
);

create table sync_tombstones (
  peer_id text not null,
  stream text not null,
  entity_key text not null,
  record jsonb,
  removed_at timestamp with time zone not null default now(),
  reason text not null
);

create table tax_payments (
  credit_code text not null,
  town_code text,
  zone_code text,
  year integer not null,
  quarter integer not null,
  total_tax numeric,
  vat numeric,
  income_tax numeric,
  taxed_sales numeric,
  credit_grade text,
  source_id text not null,
  record_key text not null,
  import_run_id bigint,
  received_at timestamp with time zone not null default now(),
  link_method text not null,
  link_confidence numeric not null
);

create table title_claims (
  credit_code text not null,
  town_code text,
  zone_code text,
  kind text not null,
  claimed_on date not null,
  source text not null,
  statement text
);

create table title_verifications (
  credit_code text not null,
  town_code text,
  zone_code text,
  kind text not null,
  outcome text not null,
  claimed text not null,
  registered text not null,
  computed text not null,
  details jsonb,
  as_of date not null
);

create table titles (
  credit_code text not null,
  town_code text,
  zone_code text,
  kind text not null,
  batch text not null,
  level text not null,
  valid_from date,
  valid_to date,
  status text not null,
  certificate_no text,
  origin text not null,
  version integer not null default 1,
  updated_at timestamp with time zone not null default now()
);

create table trusted_documents (
  client text not null,
  hash text not null,
  document text not null,
  added_at timestamp with time zone not null default now()
);

create table webhook_deliveries (
  credit_code text not null,
  alert_id uuid not null,
  sequence integer not null,
  target text not null,
  state text not null default 'PENDING'::text,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null default now(),
  last_error text,
  settled_at timestamp with time zone
);

create table webhooks (
  id uuid not null default gen_random_uuid(),
  name text not null,
  url text not null,
  raised_only boolean not null,
  state text not null default 'ACTIVE'::text,
  state_reason text,
  subject text not null,
  tier text not null,
  area_codes text[] not null,
  role text not null,
  clearance text not null,
  generation integer not null default 1,
  former_until timestamp with time zone,
  created_at timestamp with time zone not null default now()
);

create table yearly_label_cells (
  year integer not null,
  town text,
  zone text,
  portraits integer not null,
  completion numeric not null
);

create table yearly_reports (
  area_code text not null,
  year integer not null,
  in_library integer not null,
  newly_added integer not null,
  libraries jsonb not null,
  bases integer not null,
  label_completion numeric,
  computed_at timestamp with time zone not null default now()
);

-- constraints

alter table abnormal_entries add constraint abnormal_entries_list_check CHECK ((list = ANY (ARRAY['ABNORMAL_OPERATION'::text, 'SERIOUS_VIOLATION'::text])));

alter table abnormal_entries add constraint abnormal_entries_pk PRIMARY KEY (credit_code, entry_no);

alter table access_grants add constraint access_grants_pkey PRIMARY KEY (id);

alter table agreement_receipts add constraint agreement_receipts_pkey PRIMARY KEY (id);

alter table alert_events add constraint alert_events_pk PRIMARY KEY (credit_code, alert_id, sequence);

alter table alert_outbox add constraint alert_outbox_pk PRIMARY KEY (credit_code, alert_id, sequence);

alter table alerts add constraint alerts_handler_check CHECK ((handler = ANY (ARRAY['TOWN'::text, 'ZONE'::text, 'DISTRICT'::text])));

alter table alerts add constraint alerts_level_check CHECK ((level = ANY (ARRAY['HIGH'::text, 'MEDIUM'::text, 'LOW'::text])));

alter table alerts add constraint alerts_once UNIQUE (credit_code, screening_id, occurrence);

alter table alerts add constraint alerts_pk PRIMARY KEY (credit_code, id);

alter table alerts add constraint alerts_state_check CHECK ((state = ANY (ARRAY['PENDING'::text, 'IN_PROGRESS'::text, 'DONE'::text, 'TRANSFERRED'::text, 'FALSE_ALARM'::text, 'CLOSED'::text])));

alter table annual_financials add constraint annual_financials_pk PRIMARY KEY (credit_code, year);

alter table api_keys add constraint api_keys_pkey PRIMARY KEY (prefix);

alter table area_statistics add constraint area_statistics_pk PRIMARY KEY (area_code, measure, member);

alter table areas add constraint areas_kind_check CHECK ((kind = ANY (ARRAY['CITY'::text, 'DISTRICT'::text, 'ZONE'::text, 'TOWN'::text])));

alter table areas add constraint areas_parent_fk FOREIGN KEY (parent_code) REFERENCES areas(code);

alter table areas add constraint areas_pkey PRIMARY KEY (code);

alter table assessments add constraint assessments_pk PRIMARY KEY (credit_code, pack_id, pack_version, as_of, revision);

alter table assessments add constraint assessments_verdict_check CHECK ((verdict = ANY (ARRAY['TRUE'::text, 'FALSE'::text, 'UNKNOWN'::text])));

alter table assignment_proposals add constraint assignment_proposals_clearance_check CHECK ((clearance = ANY (ARRAY['L1'::text, 'L2'::text, 'L3'::text, 'L4'::text])));

alter table assignment_proposals add constraint assignment_proposals_decision_check CHECK ((decision = ANY (ARRAY['CONFIRMED'::text, 'REJECTED'::text, 'SUPERSEDED'::text])));

alter table assignment_proposals add constraint assignment_proposals_pkey PRIMARY KEY (id);

alter table assignment_proposals add constraint assignment_proposals_role_check CHECK ((role = ANY (ARRAY['VIEWER'::text, 'SPECIALIST'::text, 'OFFICER'::text, 'DEVELOPER'::text, 'AUDITOR'::text, 'MACHINE'::text])));

alter table assignment_proposals add constraint assignment_proposals_tier_check CHECK ((tier = ANY (ARRAY['CITY'::text, 'DISTRICT'::text, 'ZONE'::text, 'TOWN'::text])));

alter table assignment_proposals add constraint assignment_proposals_two_persons_check CHECK (((decision IS DISTINCT FROM 'CONFIRMED'::text) OR (decided_by <> proposed_by)));

alter table assignments add constraint assignments_clearance_check CHECK ((clearance = ANY (ARRAY['L1'::text, 'L2'::text, 'L3'::text, 'L4'::text])));

alter table assignments add constraint assignments_pkey PRIMARY KEY (subject);

alter table assignments add constraint assignments_role_check CHECK ((role = ANY (ARRAY['VIEWER'::text, 'SPECIALIST'::text, 'OFFICER'::text, 'DEVELOPER'::text, 'AUDITOR'::text, 'MACHINE'::text])));

alter table assignments add constraint assignments_tier_check CHECK ((tier = ANY (ARRAY['CITY'::text, 'DISTRICT'::text, 'ZONE'::text, 'TOWN'::text])));

alter table audit_entries add constraint audit_entries_category_check CHECK ((category = ANY (ARRAY['ACCESS'::text, 'WRITE'::text, 'SHARING'::text, 'REFUSAL'::text, 'SYSTEM'::text])));

alter table audit_entries add constraint audit_entries_outcome_check CHECK ((outcome = ANY (ARRAY['INTENT'::text, 'DONE'::text, 'FAILED'::text, 'REFUSED'::text])));

alter table audit_entries add constraint audit_entries_pkey PRIMARY KEY (sequence);

alter table audit_heads add constraint audit_heads_pkey PRIMARY KEY (sequence);

alter table audit_tombstones add constraint audit_tombstones_pkey PRIMARY KEY (from_sequence);

alter table awards add constraint awards_kind_check CHECK ((kind = ANY (ARRAY['SCIENCE_PRIZE'::text, 'COMPETITION'::text, 'QUALITY_PRIZE'::text, 'DESIGN_PRIZE'::text, 'OTHER'::text])));

alter table awards add constraint awards_level_check CHECK ((level = ANY (ARRAY['NATIONAL'::text, 'PROVINCIAL'::text, 'MUNICIPAL'::text, 'DISTRICT'::text])));

alter table awards add constraint awards_pk PRIMARY KEY (credit_code, award_no);

alter table bases add constraint bases_level_check CHECK ((level = ANY (ARRAY['NATIONAL'::text, 'PROVINCIAL'::text, 'MUNICIPAL'::text, 'DISTRICT'::text])));

alter table bases add constraint bases_pk PRIMARY KEY (credit_code, base_no);

alter table chain_nodes add constraint chain_nodes_pk PRIMARY KEY (chain_id, id);

alter table chain_placements add constraint chain_placements_pk PRIMARY KEY (credit_code, chain_id, node_id);

alter table chains add constraint chains_pkey PRIMARY KEY (id);

alter table criteria_packs add constraint criteria_packs_pk PRIMARY KEY (id, version);

alter table customs_trades add constraint customs_trades_pk PRIMARY KEY (credit_code, year);

alter table demands add constraint demands_kind_check CHECK ((kind = ANY (ARRAY['FINANCE'::text, 'TALENT'::text, 'TECHNOLOGY'::text, 'MARKET'::text, 'LAND'::text, 'POLICY'::text, 'OTHER'::text])));

alter table demands add constraint demands_pk PRIMARY KEY (credit_code, id);

alter table demands add constraint demands_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'IN_PROGRESS'::text, 'ANSWERED'::text, 'CLOSED'::text])));

alter table dirty_keys add constraint dirty_keys_pk PRIMARY KEY (credit_code, stage);

alter table dirty_lists add constraint dirty_lists_pkey PRIMARY KEY (id);

alter table employments add constraint employments_pk PRIMARY KEY (credit_code, year) INCLUDE (employees, insured, rd_staff, graduate_staff, town_code, zone_code);

alter table enterprise_aliases add constraint enterprise_aliases_kind_check CHECK ((kind = ANY (ARRAY['CREDIT_CODE'::text, 'TAX_NUMBER'::text, 'ORGANISATION_CODE'::text, 'REGISTRATION_NUMBER'::text])));

alter table enterprise_aliases add constraint enterprise_aliases_pk PRIMARY KEY (credit_code, kind, alias);

alter table enterprise_labels add constraint enterprise_labels_pk PRIMARY KEY (credit_code, label);

alter table enterprise_names add constraint enterprise_names_pk PRIMARY KEY (credit_code, normal_name, valid_from);

alter table enterprises add constraint enterprises_kind_check CHECK ((kind = ANY (ARRAY['COMPANY'::text, 'BRANCH'::text, 'INDIVIDUAL_BUSINESS'::text, 'COOPERATIVE'::text, 'OTHER'::text])));

alter table enterprises add constraint enterprises_pkey PRIMARY KEY (credit_code);

alter table enterprises add constraint enterprises_size_check CHECK ((size_class = ANY (ARRAY['LARGE'::text, 'MEDIUM'::text, 'SMALL'::text, 'MICRO'::text])));

alter table enterprises add constraint enterprises_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'REVOKED'::text, 'CANCELLED'::text, 'MOVED_OUT'::text, 'UNKNOWN'::text])));

alter table equity_financings add constraint equity_financings_pk PRIMARY KEY (credit_code, financing_no);

alter table export_requests add constraint export_requests_decision_check CHECK ((decision = ANY (ARRAY['CONFIRMED'::text, 'REJECTED'::text])));

alter table export_requests add constraint export_requests_pkey PRIMARY KEY (id);

alter table export_requests add constraint export_requests_tier_check CHECK ((tier = ANY (ARRAY['CITY'::text, 'DISTRICT'::text, 'ZONE'::text, 'TOWN'::text])));

alter table export_requests add constraint export_requests_two_persons_check CHECK (((decision IS DISTINCT FROM 'CONFIRMED'::text) OR (decided_by <> subject)));

alter table fact_history add constraint fact_history_pk PRIMARY KEY (credit_code, fact_table, fact_key, version);

alter table follow_ups add constraint follow_ups_kind_check CHECK ((kind = ANY (ARRAY['VISIT'::text, 'CALL'::text, 'MEETING'::text, 'MESSAGE'::text, 'OTHER'::text])));

alter table follow_ups add constraint follow_ups_outcome_check CHECK ((outcome = ANY (ARRAY['WILL_APPLY'::text, 'NEEDS_SUPPORT'::text, 'NOT_INTERESTED'::text, 'NOT_REACHED'::text, 'WRONG_DATA'::text, 'OTHER'::text])));

alter table follow_ups add constraint follow_ups_pk PRIMARY KEY (credit_code, id);

alter table import_runs add constraint import_runs_pkey PRIMARY KEY (id);

alter table import_runs add constraint import_runs_state_check CHECK ((state = ANY (ARRAY['STAGING'::text, 'VALIDATING'::text, 'LINKING'::text, 'MERGING'::text, 'RELINKING'::text, 'DONE'::text, 'HELD'::text, 'FAILED'::text, 'UNDONE'::text])));

alter table import_touched add constraint import_touched_pk PRIMARY KEY (import_run_id, line);

alter table indicators add constraint indicators_pkey PRIMARY KEY (id);

alter table ip_rights add constraint ip_rights_acquisition_check CHECK ((acquisition = ANY (ARRAY['SELF_DEVELOPED'::text, 'TRANSFERRED'::text, 'LICENSED'::text, 'UNKNOWN'::text])));

alter table ip_rights add constraint ip_rights_kind_check CHECK ((kind = ANY (ARRAY['INVENTION_PATENT'::text, 'UTILITY_MODEL'::text, 'DESIGN_PATENT'::text, 'TRADEMARK'::text, 'SOFTWARE_COPYRIGHT'::text, 'IC_LAYOUT'::text, 'PLANT_VARIETY'::text])));

alter table ip_rights add constraint ip_rights_pk PRIMARY KEY (credit_code, right_no) INCLUDE (kind, title, status, applied_on, granted_on, town_code, zone_code);

alter table ip_rights add constraint ip_rights_status_check CHECK ((status = ANY (ARRAY['APPLIED'::text, 'GRANTED'::text, 'LAPSED'::text, 'INVALIDATED'::text])));

alter table library_memberships add constraint library_memberships_kind_check CHECK ((library_kind = ANY (ARRAY['INNOVATIVE'::text, 'SPECIALIZED'::text, 'LITTLE_GIANT'::text, 'EAGLET'::text, 'GAZELLE'::text, 'UNICORN'::text])));

alter table library_memberships add constraint library_memberships_pk PRIMARY KEY (credit_code, library_kind, entered_on);

alter table link_decisions add constraint link_decisions_pkey PRIMARY KEY (group_key);

alter table link_evidence add constraint link_evidence_pk PRIMARY KEY (credit_code, source_id, record_key);

alter table link_reviews add constraint link_reviews_decision_check CHECK ((decision = ANY (ARRAY['LINK'::text, 'ALIAS'::text, 'BRANCH_OF'::text, 'NOT_REGISTERED'::text, 'SPLIT'::text])));

alter table link_reviews add constraint link_reviews_pkey PRIMARY KEY (id);

alter table link_reviews add constraint link_reviews_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'DECIDED'::text, 'UNDONE'::text])));

alter table listed_days add constraint listed_days_pkey PRIMARY KEY (stage);

alter table listed_entrants add constraint listed_entrants_pkey PRIMARY KEY (credit_code);

alter table listed_member_changes add constraint listed_member_changes_kept TRIGGER DEFERRABLE INITIALLY DEFERRED;

alter table listed_members add constraint listed_members_pkey PRIMARY KEY (credit_code);

alter table matches add constraint matches_pk PRIMARY KEY (credit_code, screening_id, occurrence);

alter table penalties add constraint penalties_pk PRIMARY KEY (credit_code, document_no);

alter table penalties add constraint penalties_severity_check CHECK ((severity = ANY (ARRAY['MINOR'::text, 'ORDINARY'::text, 'SERIOUS'::text])));

alter table permits add constraint permits_pk PRIMARY KEY (credit_code, permit_no);

alter table portraits add constraint portraits_pkey PRIMARY KEY (credit_code) INCLUDE (score, labels, trend, completeness, ip_right_count, title_count, latest_year, latest_revenue, town_code, zone_code);

alter table quality_certificates add constraint quality_certificates_pk PRIMARY KEY (credit_code, certificate_no);

alter table quarantined_rows add constraint quarantined_rows_pk PRIMARY KEY (import_run_id, line);

alter table rd_institutions add constraint rd_institutions_level_check CHECK ((level = ANY (ARRAY['NATIONAL'::text, 'PROVINCIAL'::text, 'MUNICIPAL'::text, 'DISTRICT'::text])));

alter table rd_institutions add constraint rd_institutions_pk PRIMARY KEY (credit_code, institution_no);

alter table recommendations add constraint recommendations_kind_check CHECK ((kind = ANY (ARRAY['INNOVATIVE'::text, 'SPECIALIZED'::text, 'LITTLE_GIANT'::text, 'EAGLET'::text, 'GAZELLE'::text, 'UNICORN'::text, 'HIGH_TECH'::text, 'TECH_SME'::text])));

alter table recommendations add constraint recommendations_pk PRIMARY KEY (credit_code, kind, batch);

alter table recommendations add constraint recommendations_state_check CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'WITHDRAWN'::text])));

alter table resource_matches add constraint resource_matches_pk PRIMARY KEY (credit_code, resource_id);

alter table resources add constraint resources_kind_check CHECK ((kind = ANY (ARRAY['POLICY'::text, 'TECHNOLOGY'::text, 'FINANCE'::text, 'SERVICE'::text])));

alter table resources add constraint resources_pkey PRIMARY KEY (id);

alter table revocations add constraint revocations_kind_check CHECK ((kind = ANY (ARRAY['TOKEN'::text, 'SUBJECT'::text])));

alter table revocations add constraint revocations_pk PRIMARY KEY (kind, value);

alter table score_peers add constraint score_peers_pk PRIMARY KEY (section, size_class, part);

alter table screening_events add constraint screening_events_pk PRIMARY KEY (screening_id, sequence);

alter table screening_versions add constraint screening_versions_pk PRIMARY KEY (screening_id, version);

alter table screenings add constraint screenings_level_check CHECK ((level = ANY (ARRAY['HIGH'::text, 'MEDIUM'::text, 'LOW'::text])));

alter table screenings add constraint screenings_pkey PRIMARY KEY (id);

alter table screenings add constraint screenings_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'PENDING_APPROVAL'::text, 'ACTIVE'::text, 'PAUSED'::text, 'SUPERSEDED'::text])));

alter table source_cursors add constraint source_cursors_pk PRIMARY KEY (source_id, way);

alter table source_cursors add constraint source_cursors_way_check CHECK ((way = ANY (ARRAY['API'::text, 'TABLE'::text])));

alter table sources add constraint sources_pkey PRIMARY KEY (id);

alter table staged_records add constraint staged_records_pk PRIMARY KEY (import_run_id, line);

alter table standards add constraint standards_level_check CHECK ((level = ANY (ARRAY['INTERNATIONAL'::text, 'NATIONAL'::text, 'INDUSTRY'::text, 'LOCAL'::text, 'GROUP'::text])));

alter table standards add constraint standards_pk PRIMARY KEY (credit_code, standard_no);

alter table sync_batch_items add constraint sync_batch_items_pk PRIMARY KEY (peer_id, stream, generation, batch_no, entity_key);

alter table sync_batches add constraint sync_batches_key UNIQUE (idempotency_key);

alter table sync_batches add constraint sync_batches_pk PRIMARY KEY (peer_id, stream, generation, batch_no);

alter table sync_batches add constraint sync_batches_state_check CHECK ((state = ANY (ARRAY['SEALED'::text, 'SENDING'::text, 'IN_DOUBT'::text, 'ACKED'::text, 'PARTIALLY_ACKED'::text, 'PARKED'::text])));

alter table sync_conflicts add constraint sync_conflicts_pkey PRIMARY KEY (id);

alter table sync_conflicts add constraint sync_conflicts_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'DECIDED'::text])));

alter table sync_drifts add constraint sync_drifts_kind_check CHECK ((kind = ANY (ARRAY['NEW_MEMBER'::text, 'MISSING_MEMBER'::text, 'NEW_VALUE'::text, 'OTHER_TYPE'::text])));

alter table sync_drifts add constraint sync_drifts_pk PRIMARY KEY (peer_id, stream, kind, field);

alter table sync_drifts add constraint sync_drifts_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'CLOSED'::text])));

alter table sync_inbound_items add constraint sync_inbound_items_pk PRIMARY KEY (run_id, stream, entity_key);

alter table sync_inbound_raw add constraint sync_inbound_raw_page UNIQUE (run_id, stream, page);

alter table sync_inbound_raw add constraint sync_inbound_raw_pkey PRIMARY KEY (id);

alter table sync_list_receipts add constraint sync_list_receipts_pk PRIMARY KEY (run_id, list_digest);

alter table sync_outbox add constraint sync_outbox_pkey PRIMARY KEY (id);

alter table sync_peers add constraint sync_peers_pkey PRIMARY KEY (id);

alter table sync_runs add constraint sync_runs_balance_check CHECK (((state = 'RUNNING'::text) OR (read = ((((applied + unchanged) + rejected) + quarantined) + deferred))));

alter table sync_runs add constraint sync_runs_direction_check CHECK ((direction = ANY (ARRAY['PULL'::text, 'PUSH'::text, 'VERIFY'::text])));

alter table sync_runs add constraint sync_runs_pkey PRIMARY KEY (id);

alter table sync_runs add constraint sync_runs_state_check CHECK ((state = ANY (ARRAY['RUNNING'::text, 'DONE'::text, 'INCOMPLETE'::text, 'HELD'::text, 'FAILED'::text])));

alter table sync_shadow add constraint sync_shadow_pk PRIMARY KEY (peer_id, stream, entity_key, owner);

alter table sync_streams add constraint sync_streams_direction_check CHECK ((direction = ANY (ARRAY['PULL'::text, 'PUSH'::text, 'VERIFY'::text])));

alter table sync_streams add constraint sync_streams_pk PRIMARY KEY (peer_id, stream);

alter table sync_tombstones add constraint sync_tombstones_pk PRIMARY KEY (peer_id, stream, entity_key);

alter table tax_payments add constraint tax_payments_pk PRIMARY KEY (credit_code, year, quarter);

alter table title_claims add constraint title_claims_kind_check CHECK ((kind = ANY (ARRAY['INNOVATIVE'::text, 'SPECIALIZED'::text, 'LITTLE_GIANT'::text, 'EAGLET'::text, 'GAZELLE'::text, 'UNICORN'::text, 'HIGH_TECH'::text, 'TECH_SME'::text])));

alter table title_claims add constraint title_claims_pk PRIMARY KEY (credit_code, kind);

alter table title_verifications add constraint title_verifications_outcome_check CHECK ((outcome = ANY (ARRAY['CONSISTENT'::text, 'CLAIMED_NOT_REGISTERED'::text, 'REGISTERED_NOT_MEETING'::text, 'LAPSING'::text, 'MEETS_NOT_APPLIED'::text, 'UNDECIDABLE'::text])));

alter table title_verifications add constraint title_verifications_pk PRIMARY KEY (credit_code, kind);

alter table titles add constraint titles_kind_check CHECK ((kind = ANY (ARRAY['INNOVATIVE'::text, 'SPECIALIZED'::text, 'LITTLE_GIANT'::text, 'EAGLET'::text, 'GAZELLE'::text, 'UNICORN'::text, 'HIGH_TECH'::text, 'TECH_SME'::text])));

alter table titles add constraint titles_level_check CHECK ((level = ANY (ARRAY['NATIONAL'::text, 'PROVINCIAL'::text, 'MUNICIPAL'::text, 'DISTRICT'::text])));

alter table titles add constraint titles_origin_check CHECK ((origin = ANY (ARRAY['CITY'::text, 'DISTRICT'::text])));

alter table titles add constraint titles_pk PRIMARY KEY (credit_code, kind, batch) INCLUDE (level, valid_from, valid_to, status, certificate_no, town_code, zone_code);

alter table titles add constraint titles_status_check CHECK ((status = ANY (ARRAY['VALID'::text, 'EXPIRED'::text, 'REVOKED'::text])));

alter table trusted_documents add constraint trusted_documents_pk PRIMARY KEY (client, hash);

alter table webhook_deliveries add constraint webhook_deliveries_pk PRIMARY KEY (credit_code, alert_id, sequence, target);

alter table webhook_deliveries add constraint webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['PENDING'::text, 'DELIVERED'::text, 'WITHHELD'::text, 'DEAD'::text])));

alter table webhooks add constraint webhooks_clearance_check CHECK ((clearance = ANY (ARRAY['L1'::text, 'L2'::text, 'L3'::text, 'L4'::text])));

alter table webhooks add constraint webhooks_pkey PRIMARY KEY (id);

alter table webhooks add constraint webhooks_role_check CHECK ((role = ANY (ARRAY['VIEWER'::text, 'SPECIALIST'::text, 'OFFICER'::text, 'DEVELOPER'::text, 'AUDITOR'::text, 'MACHINE'::text])));

alter table webhooks add constraint webhooks_state_check CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'PAUSED'::text, 'REMOVED'::text])));

alter table webhooks add constraint webhooks_tier_check CHECK ((tier = ANY (ARRAY['CITY'::text, 'DISTRICT'::text, 'ZONE'::text, 'TOWN'::text])));

alter table yearly_reports add constraint yearly_reports_pk PRIMARY KEY (area_code, year);

-- indexes

CREATE INDEX abnormal_entries_record_idx ON public.abnormal_entries USING btree (record_key);

CREATE INDEX access_grants_subject_idx ON public.access_grants USING btree (subject);

CREATE INDEX alert_events_town_idx ON public.alert_events USING btree (town_code, credit_code);

CREATE INDEX alert_events_zone_idx ON public.alert_events USING btree (zone_code, credit_code);

CREATE INDEX alert_outbox_pending_idx ON public.alert_outbox USING btree (written_at);

CREATE INDEX alert_outbox_town_idx ON public.alert_outbox USING btree (town_code, credit_code);

CREATE INDEX alert_outbox_unsent_idx ON public.alert_outbox USING btree (written_at) WHERE (delivered_at IS NULL);

CREATE INDEX alert_outbox_zone_idx ON public.alert_outbox USING btree (zone_code, credit_code);

CREATE INDEX alerts_due_idx ON public.alerts USING btree (due_on, credit_code) WHERE (closed_at IS NULL);

CREATE INDEX alerts_screening_idx ON public.alerts USING btree (screening_id, state);

CREATE INDEX alerts_town_idx ON public.alerts USING btree (town_code, credit_code);

CREATE INDEX alerts_worklist_idx ON public.alerts USING btree (town_code, state, due_on, credit_code);

CREATE INDEX alerts_zone_idx ON public.alerts USING btree (zone_code, credit_code);

CREATE INDEX annual_financials_record_idx ON public.annual_financials USING btree (record_key);

CREATE INDEX api_keys_subject_idx ON public.api_keys USING btree (subject);

CREATE INDEX assessments_pack_idx ON public.assessments USING btree (pack_id, verdict, town_code, credit_code);

CREATE INDEX assessments_pending_ways_idx ON public.assessments USING btree (pack_id, progress) WHERE ((superseded_at IS NULL) AND (ways_to_pass IS NULL) AND (verdict <> 'TRUE'::text));

CREATE INDEX assessments_town_idx ON public.assessments USING btree (town_code, credit_code);

CREATE INDEX assessments_zone_idx ON public.assessments USING btree (zone_code, credit_code);

CREATE UNIQUE INDEX assignment_proposals_open_key ON public.assignment_proposals USING btree (subject) WHERE (decision IS NULL);

CREATE INDEX audit_entries_action_idx ON public.audit_entries USING btree (action, sequence);

CREATE INDEX audit_entries_actor_idx ON public.audit_entries USING btree (actor, sequence);

CREATE INDEX audit_entries_at_idx ON public.audit_entries USING btree (at);

CREATE INDEX audit_entries_credit_codes_idx ON public.audit_entries USING gin (credit_codes);

CREATE INDEX awards_record_idx ON public.awards USING btree (record_key);

CREATE INDEX bases_record_idx ON public.bases USING btree (record_key);

CREATE INDEX bases_town_idx ON public.bases USING btree (town_code, credit_code);

CREATE INDEX bases_zone_idx ON public.bases USING btree (zone_code, credit_code);

CREATE INDEX chain_placements_town_idx ON public.chain_placements USING btree (town_code, credit_code);

CREATE INDEX chain_placements_zone_idx ON public.chain_placements USING btree (zone_code, credit_code);

CREATE INDEX customs_trades_record_idx ON public.customs_trades USING btree (record_key);

CREATE INDEX demands_state_idx ON public.demands USING btree (state, raised_on);

CREATE INDEX demands_town_idx ON public.demands USING btree (town_code, credit_code);

CREATE INDEX demands_zone_idx ON public.demands USING btree (zone_code, credit_code);

CREATE INDEX dirty_keys_fresh_idx ON public.dirty_keys USING btree (stage, marked_at) WHERE (reason <> 'day'::text);

CREATE INDEX dirty_keys_stage_idx ON public.dirty_keys USING btree (stage, marked_at);

CREATE INDEX employments_record_idx ON public.employments USING btree (record_key);

CREATE INDEX enterprise_aliases_alias_idx ON public.enterprise_aliases USING btree (alias);

CREATE INDEX enterprise_labels_town_idx ON public.enterprise_labels USING btree (town_code, credit_code);

CREATE INDEX enterprise_labels_zone_idx ON public.enterprise_labels USING btree (zone_code, credit_code);

CREATE INDEX enterprise_names_normal_idx ON public.enterprise_names USING btree (normal_name);

CREATE INDEX enterprises_established_idx ON public.enterprises USING btree (established_order, credit_code);

CREATE INDEX enterprises_library_idx ON public.enterprises USING btree (credit_code) WHERE in_library;

CREATE INDEX enterprises_library_kinds_idx ON public.enterprises USING gin (library_kinds);

CREATE INDEX enterprises_library_score_idx ON public.enterprises USING btree (score_order, credit_code) INCLUDE (town_code, zone_code, name, kind, industry_code, industry_name, size_class, status, score) WHERE in_library;

CREATE INDEX enterprises_name_grams_idx ON public.enterprises USING gin (name_grams name_grams_ops);

CREATE INDEX enterprises_name_idx ON public.enterprises USING btree (name, credit_code);

CREATE INDEX enterprises_score_idx ON public.enterprises USING btree (score_order, credit_code);

CREATE INDEX enterprises_title_kinds_idx ON public.enterprises USING gin (title_kinds);

CREATE INDEX enterprises_town_established_idx ON public.enterprises USING btree (town_code, established_order, credit_code);

CREATE INDEX enterprises_town_key_idx ON public.enterprises USING btree (town_code, credit_code COLLATE "C") WHERE (town_code IS NOT NULL);

CREATE INDEX enterprises_town_library_score_idx ON public.enterprises USING btree (town_code, score_order, credit_code) INCLUDE (zone_code, name, kind, industry_code, industry_name, size_class, status, score) WHERE in_library;

CREATE INDEX enterprises_town_name_idx ON public.enterprises USING btree (town_code, name, credit_code);

CREATE INDEX enterprises_town_score_idx ON public.enterprises USING btree (town_code, score_order, credit_code);

CREATE INDEX enterprises_townless_idx ON public.enterprises USING btree (credit_code) WHERE (town_code IS NULL);

CREATE INDEX enterprises_zone_key_idx ON public.enterprises USING btree (zone_code, credit_code COLLATE "C") WHERE (zone_code IS NOT NULL);

CREATE INDEX enterprises_zone_library_score_idx ON public.enterprises USING btree (zone_code, score_order, credit_code) INCLUDE (town_code, name, kind, industry_code, industry_name, size_class, status, score) WHERE in_library;

CREATE INDEX enterprises_zone_name_idx ON public.enterprises USING btree (zone_code, name, credit_code);

CREATE INDEX enterprises_zone_score_idx ON public.enterprises USING btree (zone_code, score_order, credit_code);

CREATE INDEX equity_financings_record_idx ON public.equity_financings USING btree (record_key);

CREATE INDEX export_requests_subject_idx ON public.export_requests USING btree (subject, requested_at);

CREATE INDEX fact_history_run_idx ON public.fact_history USING btree (superseded_by);

CREATE INDEX follow_ups_town_idx ON public.follow_ups USING btree (town_code, credit_code);

CREATE INDEX follow_ups_zone_idx ON public.follow_ups USING btree (zone_code, credit_code);

CREATE INDEX import_runs_source_idx ON public.import_runs USING btree (source_id, id);

CREATE INDEX ip_rights_record_idx ON public.ip_rights USING btree (record_key);

CREATE INDEX library_memberships_kind_idx ON public.library_memberships USING btree (library_kind, town_code, credit_code) WHERE (exited_on IS NULL);

CREATE INDEX library_memberships_town_idx ON public.library_memberships USING btree (town_code, credit_code);

CREATE INDEX library_memberships_zone_idx ON public.library_memberships USING btree (zone_code, credit_code);

CREATE INDEX link_evidence_town_idx ON public.link_evidence USING btree (town_code, credit_code);

CREATE INDEX link_evidence_zone_idx ON public.link_evidence USING btree (zone_code, credit_code);

CREATE INDEX link_reviews_group_idx ON public.link_reviews USING btree (group_key);

CREATE INDEX link_reviews_open_idx ON public.link_reviews USING btree (source_id, group_key) WHERE (state = 'OPEN'::text);

CREATE INDEX listed_members_score_idx ON public.listed_members USING btree (score_order, credit_code);

CREATE INDEX listed_members_town_score_idx ON public.listed_members USING btree (town_code, score_order, credit_code);

CREATE INDEX listed_members_zone_score_idx ON public.listed_members USING btree (zone_code, score_order, credit_code);

CREATE INDEX listed_members_zone_town_score_idx ON public.listed_members USING btree (zone_code, town_code, score_order, credit_code);

CREATE INDEX matches_screening_idx ON public.matches USING btree (screening_id, credit_code);

CREATE INDEX matches_town_idx ON public.matches USING btree (town_code, credit_code);

CREATE INDEX matches_zone_idx ON public.matches USING btree (zone_code, credit_code);

CREATE INDEX penalties_record_idx ON public.penalties USING btree (record_key);

CREATE INDEX permits_record_idx ON public.permits USING btree (record_key);

CREATE INDEX portraits_town_idx ON public.portraits USING btree (town_code, credit_code);

CREATE INDEX portraits_zone_idx ON public.portraits USING btree (zone_code, credit_code);

CREATE INDEX quality_certificates_record_idx ON public.quality_certificates USING btree (record_key);

CREATE INDEX quarantined_rows_open_idx ON public.quarantined_rows USING btree (source_id, import_run_id, line) WHERE (resolved_at IS NULL);

CREATE INDEX rd_institutions_record_idx ON public.rd_institutions USING btree (record_key);

CREATE INDEX recommendations_town_idx ON public.recommendations USING btree (town_code, credit_code);

CREATE INDEX recommendations_zone_idx ON public.recommendations USING btree (zone_code, credit_code);

CREATE INDEX resource_matches_town_idx ON public.resource_matches USING btree (town_code, credit_code);

CREATE INDEX resource_matches_zone_idx ON public.resource_matches USING btree (zone_code, credit_code);

CREATE INDEX staged_records_key_idx ON public.staged_records USING btree (import_run_id, record_key);

CREATE INDEX standards_record_idx ON public.standards USING btree (record_key);

CREATE INDEX sync_batch_items_entity_idx ON public.sync_batch_items USING btree (stream, entity_key);

CREATE INDEX sync_conflicts_entity_idx ON public.sync_conflicts USING btree (stream, entity_key, opened_at);

CREATE INDEX sync_conflicts_open_idx ON public.sync_conflicts USING btree (stream, entity_key) WHERE (state = 'OPEN'::text);

CREATE INDEX sync_conflicts_opened_idx ON public.sync_conflicts USING btree (opened_at DESC NULLS LAST, id);

CREATE INDEX sync_list_receipts_list_idx ON public.sync_list_receipts USING btree (peer_id, list_digest, receipt_no);

CREATE INDEX sync_list_receipts_owed_idx ON public.sync_list_receipts USING btree (peer_id, made_at) WHERE ((body IS NOT NULL) AND (laid_at IS NULL));

CREATE INDEX sync_outbox_entity_idx ON public.sync_outbox USING btree (stream, entity_key) WHERE (batch_no IS NULL);

CREATE INDEX sync_outbox_unsealed_idx ON public.sync_outbox USING btree (stream, id) WHERE (batch_no IS NULL);

CREATE INDEX sync_runs_started_idx ON public.sync_runs USING btree (started_at DESC NULLS LAST, id);

CREATE INDEX sync_shadow_tree_idx ON public.sync_shadow USING btree (peer_id, stream, bucket, entity_key COLLATE "C", digest);

CREATE INDEX tax_payments_record_idx ON public.tax_payments USING btree (record_key);

CREATE INDEX title_claims_town_idx ON public.title_claims USING btree (town_code, credit_code);

CREATE INDEX title_claims_zone_idx ON public.title_claims USING btree (zone_code, credit_code);

CREATE INDEX title_verifications_outcome_idx ON public.title_verifications USING btree (outcome, kind, town_code, credit_code);

CREATE INDEX title_verifications_town_idx ON public.title_verifications USING btree (town_code, credit_code);

CREATE INDEX title_verifications_zone_idx ON public.title_verifications USING btree (zone_code, credit_code);

CREATE INDEX titles_kind_idx ON public.titles USING btree (kind, status, town_code);

CREATE INDEX titles_lapsing_idx ON public.titles USING btree (valid_to, credit_code);

CREATE INDEX titles_town_idx ON public.titles USING btree (town_code, credit_code);

CREATE INDEX titles_zone_idx ON public.titles USING btree (zone_code, credit_code);

CREATE INDEX webhook_deliveries_due_idx ON public.webhook_deliveries USING btree (target, next_attempt_at) WHERE (state = 'PENDING'::text);

CREATE INDEX webhook_deliveries_settled_idx ON public.webhook_deliveries USING btree (target, state, settled_at);

CREATE INDEX webhooks_subject_idx ON public.webhooks USING btree (subject);

CREATE UNIQUE INDEX yearly_label_cells_idx ON public.yearly_label_cells USING btree (year, COALESCE(town, ''::text), COALESCE(zone, ''::text));

-- row-level security

alter table abnormal_entries enable row level security, forced;

alter table access_grants disable row level security;

alter table agreement_receipts disable row level security;

alter table alert_events enable row level security, forced;

alter table alert_outbox enable row level security, forced;

alter table alerts enable row level security, forced;

alter table annual_financials enable row level security, forced;

alter table api_keys disable row level security;

alter table area_statistics enable row level security, forced;

alter table areas disable row level security;

alter table assessments enable row level security, forced;

alter table assignment_proposals disable row level security;

alter table assignments disable row level security;

alter table audit_entries disable row level security;

alter table audit_heads disable row level security;

alter table audit_tombstones disable row level security;

alter table awards enable row level security, forced;

alter table bases enable row level security, forced;

alter table chain_nodes disable row level security;

alter table chain_placements enable row level security, forced;

alter table chains disable row level security;

alter table criteria_packs disable row level security;

alter table customs_trades enable row level security, forced;

alter table demands enable row level security, forced;

alter table dirty_keys disable row level security;

alter table dirty_lists disable row level security;

alter table employments enable row level security, forced;

alter table enterprise_aliases enable row level security, forced;

alter table enterprise_labels enable row level security, forced;

alter table enterprise_names enable row level security, forced;

alter table enterprises enable row level security, forced;

alter table equity_financings enable row level security, forced;

alter table export_requests disable row level security;

alter table fact_history enable row level security, forced;

alter table follow_ups enable row level security, forced;

alter table import_runs disable row level security;

alter table import_touched disable row level security;

alter table indicators disable row level security;

alter table ip_rights enable row level security, forced;

alter table library_memberships enable row level security, forced;

alter table link_decisions disable row level security;

alter table link_evidence enable row level security, forced;

alter table link_reviews disable row level security;

alter table listed_days disable row level security;

alter table listed_entrants disable row level security;

alter table listed_member_changes disable row level security;

alter table listed_members enable row level security, forced;

alter table matches enable row level security, forced;

alter table penalties enable row level security, forced;

alter table permits enable row level security, forced;

alter table portraits enable row level security, forced;

alter table quality_certificates enable row level security, forced;

alter table quarantined_rows disable row level security;

alter table rd_institutions enable row level security, forced;

alter table recommendations enable row level security, forced;

alter table resource_matches enable row level security, forced;

alter table resources disable row level security;

alter table revocations disable row level security;

alter table score_peers disable row level security;

alter table screening_events disable row level security;

alter table screening_versions disable row level security;

alter table screenings disable row level security;

alter table source_cursors disable row level security;

alter table sources disable row level security;

alter table staged_records disable row level security;

alter table standards enable row level security, forced;

alter table sync_batch_items disable row level security;

alter table sync_batches disable row level security;

alter table sync_conflicts disable row level security;

alter table sync_drifts disable row level security;

alter table sync_inbound_items disable row level security;

alter table sync_inbound_raw disable row level security;

alter table sync_list_receipts disable row level security;

alter table sync_outbox disable row level security;

alter table sync_peers disable row level security;

alter table sync_runs disable row level security;

alter table sync_shadow disable row level security;

alter table sync_streams disable row level security;

alter table sync_tombstones disable row level security;

alter table tax_payments enable row level security, forced;

alter table title_claims enable row level security, forced;

alter table title_verifications enable row level security, forced;

alter table titles enable row level security, forced;

alter table trusted_documents disable row level security;

alter table webhook_deliveries disable row level security;

alter table webhooks disable row level security;

alter table yearly_label_cells disable row level security;

alter table yearly_reports enable row level security, forced;

-- policies

create policy city_rows on abnormal_entries for select to goldseed_city using (true);

create policy district_rows on abnormal_entries for select to goldseed_district using (true);

create policy granted_rows on abnormal_entries for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on abnormal_entries for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on abnormal_entries for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on abnormal_entries for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on abnormal_entries for all to goldseed_worker using (true) with check (true);

create policy zone_rows on abnormal_entries for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on alert_events for select to goldseed_city using (true);

create policy district_rows on alert_events for select to goldseed_district using (true);

create policy granted_rows on alert_events for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on alert_events for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on alert_events for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on alert_events for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on alert_events for all to goldseed_worker using (true) with check (true);

create policy zone_rows on alert_events for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on alert_outbox for select to goldseed_city using (true);

create policy district_rows on alert_outbox for select to goldseed_district using (true);

create policy granted_rows on alert_outbox for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on alert_outbox for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on alert_outbox for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on alert_outbox for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on alert_outbox for all to goldseed_worker using (true) with check (true);

create policy zone_rows on alert_outbox for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on alerts for select to goldseed_city using (true);

create policy district_rows on alerts for select to goldseed_district using (true);

create policy granted_rows on alerts for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on alerts for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on alerts for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on alerts for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on alerts for all to goldseed_worker using (true) with check (true);

create policy zone_rows on alerts for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on annual_financials for select to goldseed_city using (true);

create policy district_rows on annual_financials for select to goldseed_district using (true);

create policy granted_rows on annual_financials for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on annual_financials for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on annual_financials for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on annual_financials for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on annual_financials for all to goldseed_worker using (true) with check (true);

create policy zone_rows on annual_financials for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy all_rows on area_statistics for select to goldseed_city, goldseed_district using (true);

create policy keyed_rows on area_statistics for select to goldseed_keyed_town, goldseed_keyed_zone using (((area_code = NULLIF(current_setting('goldseed.area'::text, true), ''::text)) OR (length(area_code) = 6)));

create policy own_rows on area_statistics for select to goldseed_town, goldseed_zone using (((area_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])) OR (length(area_code) = 6)));

create policy worker_rows on area_statistics for all to goldseed_worker using (true) with check (true);

create policy city_rows on assessments for select to goldseed_city using (true);

create policy district_rows on assessments for select to goldseed_district using (true);

create policy granted_rows on assessments for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on assessments for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on assessments for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on assessments for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on assessments for all to goldseed_worker using (true) with check (true);

create policy zone_rows on assessments for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on awards for select to goldseed_city using (true);

create policy district_rows on awards for select to goldseed_district using (true);

create policy granted_rows on awards for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on awards for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on awards for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on awards for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on awards for all to goldseed_worker using (true) with check (true);

create policy zone_rows on awards for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on bases for select to goldseed_city using (true);

create policy district_rows on bases for select to goldseed_district using (true);

create policy granted_rows on bases for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on bases for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on bases for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on bases for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on bases for all to goldseed_worker using (true) with check (true);

create policy zone_rows on bases for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on chain_placements for select to goldseed_city using (true);

create policy district_rows on chain_placements for select to goldseed_district using (true);

create policy granted_rows on chain_placements for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on chain_placements for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on chain_placements for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on chain_placements for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on chain_placements for all to goldseed_worker using (true) with check (true);

create policy zone_rows on chain_placements for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on customs_trades for select to goldseed_city using (true);

create policy district_rows on customs_trades for select to goldseed_district using (true);

create policy granted_rows on customs_trades for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on customs_trades for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on customs_trades for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on customs_trades for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on customs_trades for all to goldseed_worker using (true) with check (true);

create policy zone_rows on customs_trades for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on demands for select to goldseed_city using (true);

create policy district_rows on demands for select to goldseed_district using (true);

create policy granted_rows on demands for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on demands for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on demands for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on demands for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on demands for all to goldseed_worker using (true) with check (true);

create policy zone_rows on demands for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on employments for select to goldseed_city using (true);

create policy district_rows on employments for select to goldseed_district using (true);

create policy granted_rows on employments for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on employments for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on employments for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on employments for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on employments for all to goldseed_worker using (true) with check (true);

create policy zone_rows on employments for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on enterprise_aliases for select to goldseed_city using (true);

create policy district_rows on enterprise_aliases for select to goldseed_district using (true);

create policy granted_rows on enterprise_aliases for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on enterprise_aliases for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on enterprise_aliases for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on enterprise_aliases for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on enterprise_aliases for all to goldseed_worker using (true) with check (true);

create policy zone_rows on enterprise_aliases for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on enterprise_labels for select to goldseed_city using (true);

create policy district_rows on enterprise_labels for select to goldseed_district using (true);

create policy granted_rows on enterprise_labels for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on enterprise_labels for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on enterprise_labels for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on enterprise_labels for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on enterprise_labels for all to goldseed_worker using (true) with check (true);

create policy zone_rows on enterprise_labels for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on enterprise_names for select to goldseed_city using (true);

create policy district_rows on enterprise_names for select to goldseed_district using (true);

create policy granted_rows on enterprise_names for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on enterprise_names for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on enterprise_names for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on enterprise_names for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on enterprise_names for all to goldseed_worker using (true) with check (true);

create policy zone_rows on enterprise_names for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on enterprises for select to goldseed_city using (true);

create policy district_rows on enterprises for select to goldseed_district using (true);

create policy granted_rows on enterprises for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy inbound_rows on enterprises for select to goldseed_inbound using (true);

create policy keyed_town_rows on enterprises for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on enterprises for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on enterprises for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on enterprises for all to goldseed_worker using (true) with check (true);

create policy zone_rows on enterprises for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on equity_financings for select to goldseed_city using (true);

create policy district_rows on equity_financings for select to goldseed_district using (true);

create policy granted_rows on equity_financings for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on equity_financings for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on equity_financings for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on equity_financings for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on equity_financings for all to goldseed_worker using (true) with check (true);

create policy zone_rows on equity_financings for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on fact_history for select to goldseed_city using (true);

create policy district_rows on fact_history for select to goldseed_district using (true);

create policy granted_rows on fact_history for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on fact_history for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on fact_history for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on fact_history for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on fact_history for all to goldseed_worker using (true) with check (true);

create policy zone_rows on fact_history for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on follow_ups for select to goldseed_city using (true);

create policy district_rows on follow_ups for select to goldseed_district using (true);

create policy granted_rows on follow_ups for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on follow_ups for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on follow_ups for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on follow_ups for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on follow_ups for all to goldseed_worker using (true) with check (true);

create policy zone_rows on follow_ups for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on ip_rights for select to goldseed_city using (true);

create policy district_rows on ip_rights for select to goldseed_district using (true);

create policy granted_rows on ip_rights for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on ip_rights for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on ip_rights for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on ip_rights for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on ip_rights for all to goldseed_worker using (true) with check (true);

create policy zone_rows on ip_rights for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on library_memberships for select to goldseed_city using (true);

create policy district_rows on library_memberships for select to goldseed_district using (true);

create policy granted_rows on library_memberships for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on library_memberships for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on library_memberships for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on library_memberships for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on library_memberships for all to goldseed_worker using (true) with check (true);

create policy zone_rows on library_memberships for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on link_evidence for select to goldseed_city using (true);

create policy district_rows on link_evidence for select to goldseed_district using (true);

create policy granted_rows on link_evidence for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on link_evidence for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on link_evidence for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on link_evidence for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on link_evidence for all to goldseed_worker using (true) with check (true);

create policy zone_rows on link_evidence for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on listed_members for select to goldseed_city using (true);

create policy district_rows on listed_members for select to goldseed_district using (true);

create policy granted_rows on listed_members for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on listed_members for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on listed_members for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on listed_members for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on listed_members for all to goldseed_worker using (true) with check (true);

create policy zone_rows on listed_members for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on matches for select to goldseed_city using (true);

create policy district_rows on matches for select to goldseed_district using (true);

create policy granted_rows on matches for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on matches for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on matches for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on matches for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on matches for all to goldseed_worker using (true) with check (true);

create policy zone_rows on matches for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on penalties for select to goldseed_city using (true);

create policy district_rows on penalties for select to goldseed_district using (true);

create policy granted_rows on penalties for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on penalties for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on penalties for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on penalties for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on penalties for all to goldseed_worker using (true) with check (true);

create policy zone_rows on penalties for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on permits for select to goldseed_city using (true);

create policy district_rows on permits for select to goldseed_district using (true);

create policy granted_rows on permits for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on permits for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on permits for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on permits for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on permits for all to goldseed_worker using (true) with check (true);

create policy zone_rows on permits for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on portraits for select to goldseed_city using (true);

create policy district_rows on portraits for select to goldseed_district using (true);

create policy granted_rows on portraits for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on portraits for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on portraits for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on portraits for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on portraits for all to goldseed_worker using (true) with check (true);

create policy zone_rows on portraits for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on quality_certificates for select to goldseed_city using (true);

create policy district_rows on quality_certificates for select to goldseed_district using (true);

create policy granted_rows on quality_certificates for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on quality_certificates for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on quality_certificates for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on quality_certificates for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on quality_certificates for all to goldseed_worker using (true) with check (true);

create policy zone_rows on quality_certificates for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on rd_institutions for select to goldseed_city using (true);

create policy district_rows on rd_institutions for select to goldseed_district using (true);

create policy granted_rows on rd_institutions for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on rd_institutions for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on rd_institutions for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on rd_institutions for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on rd_institutions for all to goldseed_worker using (true) with check (true);

create policy zone_rows on rd_institutions for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on recommendations for select to goldseed_city using (true);

create policy district_rows on recommendations for select to goldseed_district using (true);

create policy granted_rows on recommendations for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on recommendations for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on recommendations for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on recommendations for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on recommendations for all to goldseed_worker using (true) with check (true);

create policy zone_rows on recommendations for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on resource_matches for select to goldseed_city using (true);

create policy district_rows on resource_matches for select to goldseed_district using (true);

create policy granted_rows on resource_matches for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on resource_matches for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on resource_matches for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on resource_matches for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on resource_matches for all to goldseed_worker using (true) with check (true);

create policy zone_rows on resource_matches for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on standards for select to goldseed_city using (true);

create policy district_rows on standards for select to goldseed_district using (true);

create policy granted_rows on standards for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on standards for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on standards for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on standards for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on standards for all to goldseed_worker using (true) with check (true);

create policy zone_rows on standards for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on tax_payments for select to goldseed_city using (true);

create policy district_rows on tax_payments for select to goldseed_district using (true);

create policy granted_rows on tax_payments for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on tax_payments for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on tax_payments for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on tax_payments for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on tax_payments for all to goldseed_worker using (true) with check (true);

create policy zone_rows on tax_payments for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on title_claims for select to goldseed_city using (true);

create policy district_rows on title_claims for select to goldseed_district using (true);

create policy granted_rows on title_claims for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on title_claims for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on title_claims for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on title_claims for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on title_claims for all to goldseed_worker using (true) with check (true);

create policy zone_rows on title_claims for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on title_verifications for select to goldseed_city using (true);

create policy district_rows on title_verifications for select to goldseed_district using (true);

create policy granted_rows on title_verifications for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy keyed_town_rows on title_verifications for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on title_verifications for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on title_verifications for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on title_verifications for all to goldseed_worker using (true) with check (true);

create policy zone_rows on title_verifications for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy city_rows on titles for select to goldseed_city using (true);

create policy district_rows on titles for select to goldseed_district using (true);

create policy granted_rows on titles for select to goldseed_granted using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy inbound_rows on titles for all to goldseed_inbound using (true) with check (true);

create policy keyed_town_rows on titles for select to goldseed_keyed_town using (texteq(town_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy keyed_zone_rows on titles for select to goldseed_keyed_zone using (texteq(zone_code, NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy town_rows on titles for select to goldseed_town using ((town_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on titles for all to goldseed_worker using (true) with check (true);

create policy zone_rows on titles for select to goldseed_zone using ((zone_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy all_rows on yearly_reports for select to goldseed_city, goldseed_district using (true);

create policy keyed_rows on yearly_reports for select to goldseed_keyed_town, goldseed_keyed_zone using ((area_code = NULLIF(current_setting('goldseed.area'::text, true), ''::text)));

create policy own_rows on yearly_reports for select to goldseed_town, goldseed_zone using ((area_code = ANY (( SELECT (NULLIF(current_setting('goldseed.areas'::text, true), ''::text))::text[] AS "nullif")::text[])));

create policy worker_rows on yearly_reports for all to goldseed_worker using (true) with check (true);

-- grants

grant select on abnormal_entries to goldseed_city;

grant select on abnormal_entries to goldseed_district;

grant select on abnormal_entries to goldseed_keyed_town;

grant select on abnormal_entries to goldseed_keyed_zone;

grant select on abnormal_entries to goldseed_town;

grant delete, insert, select, update on abnormal_entries to goldseed_worker;

grant select on abnormal_entries to goldseed_zone;

grant select on access_grants to goldseed_gateway;

grant delete, insert, select, update on access_grants to goldseed_worker;

grant select on agreement_receipts to goldseed_city;

grant select on agreement_receipts to goldseed_district;

grant delete, insert, select, update on agreement_receipts to goldseed_worker;

grant select on alert_events to goldseed_city;

grant select on alert_events to goldseed_district;

grant select on alert_events to goldseed_keyed_town;

grant select on alert_events to goldseed_keyed_zone;

grant select on alert_events to goldseed_town;

grant delete, insert, select, update on alert_events to goldseed_worker;

grant select on alert_events to goldseed_zone;

grant select on alert_outbox to goldseed_city;

grant select on alert_outbox to goldseed_district;

grant select on alert_outbox to goldseed_keyed_town;

grant select on alert_outbox to goldseed_keyed_zone;

grant select on alert_outbox to goldseed_town;

grant delete, insert, select, update on alert_outbox to goldseed_worker;

grant select on alert_outbox to goldseed_zone;

grant select on alerts to goldseed_city;

grant select on alerts to goldseed_district;

grant select on alerts to goldseed_keyed_town;

grant select on alerts to goldseed_keyed_zone;

grant select on alerts to goldseed_town;

grant delete, insert, select, update on alerts to goldseed_worker;

grant select on alerts to goldseed_zone;

grant select on annual_financials to goldseed_city;

grant select on annual_financials to goldseed_district;

grant select on annual_financials to goldseed_keyed_town;

grant select on annual_financials to goldseed_keyed_zone;

grant select on annual_financials to goldseed_town;

grant delete, insert, select, update on annual_financials to goldseed_worker;

grant select on annual_financials to goldseed_zone;

grant select on api_keys to goldseed_gateway;

grant delete, insert, select, update on api_keys to goldseed_worker;

grant select on area_statistics to goldseed_city;

grant select on area_statistics to goldseed_district;

grant select on area_statistics to goldseed_keyed_town;

grant select on area_statistics to goldseed_keyed_zone;

grant select on area_statistics to goldseed_town;

grant delete, insert, select, update on area_statistics to goldseed_worker;

grant select on area_statistics to goldseed_zone;

grant select on areas to goldseed_city;

grant select on areas to goldseed_district;

grant select on areas to goldseed_keyed_town;

grant select on areas to goldseed_keyed_zone;

grant select on areas to goldseed_town;

grant delete, insert, select, update on areas to goldseed_worker;

grant select on areas to goldseed_zone;

grant select on assessments to goldseed_city;

grant select on assessments to goldseed_district;

grant select on assessments to goldseed_keyed_town;

grant select on assessments to goldseed_keyed_zone;

grant select on assessments to goldseed_town;

grant delete, insert, select, update on assessments to goldseed_worker;

grant select on assessments to goldseed_zone;

grant delete, insert, select, update on assignment_proposals to goldseed_worker;

grant select on assignments to goldseed_gateway;

grant delete, insert, select, update on assignments to goldseed_worker;

grant select on audit_entries to goldseed_city;

grant select on audit_entries to goldseed_district;

grant insert, select on audit_entries to goldseed_worker;

grant select on audit_heads to goldseed_district;

grant insert, select on audit_heads to goldseed_worker;

grant select on audit_tombstones to goldseed_worker;

grant select on awards to goldseed_city;

grant select on awards to goldseed_district;

grant select on awards to goldseed_keyed_town;

grant select on awards to goldseed_keyed_zone;

grant select on awards to goldseed_town;

grant delete, insert, select, update on awards to goldseed_worker;

grant select on awards to goldseed_zone;

grant select on bases to goldseed_city;

grant select on bases to goldseed_district;

grant select on bases to goldseed_keyed_town;

grant select on bases to goldseed_keyed_zone;

grant select on bases to goldseed_town;

grant delete, insert, select, update on bases to goldseed_worker;

grant select on bases to goldseed_zone;

grant select on chain_nodes to goldseed_city;

grant select on chain_nodes to goldseed_district;

grant select on chain_nodes to goldseed_keyed_town;

grant select on chain_nodes to goldseed_keyed_zone;

grant select on chain_nodes to goldseed_town;

grant delete, insert, select, update on chain_nodes to goldseed_worker;

grant select on chain_nodes to goldseed_zone;

grant select on chain_placements to goldseed_city;

grant select on chain_placements to goldseed_district;

grant select on chain_placements to goldseed_keyed_town;

grant select on chain_placements to goldseed_keyed_zone;

grant select on chain_placements to goldseed_town;

grant delete, insert, select, update on chain_placements to goldseed_worker;

grant select on chain_placements to goldseed_zone;

grant select on chains to goldseed_city;

grant select on chains to goldseed_district;

grant select on chains to goldseed_keyed_town;

grant select on chains to goldseed_keyed_zone;

grant select on chains to goldseed_town;

grant delete, insert, select, update on chains to goldseed_worker;

grant select on chains to goldseed_zone;

grant select on criteria_packs to goldseed_city;

grant select on criteria_packs to goldseed_district;

grant select on criteria_packs to goldseed_keyed_town;

grant select on criteria_packs to goldseed_keyed_zone;

grant select on criteria_packs to goldseed_town;

grant delete, insert, select, update on criteria_packs to goldseed_worker;

grant select on criteria_packs to goldseed_zone;

grant select on customs_trades to goldseed_city;

grant select on customs_trades to goldseed_district;

grant select on customs_trades to goldseed_keyed_town;

grant select on customs_trades to goldseed_keyed_zone;

grant select on customs_trades to goldseed_town;

grant delete, insert, select, update on customs_trades to goldseed_worker;

grant select on customs_trades to goldseed_zone;

grant select on demands to goldseed_city;

grant select on demands to goldseed_district;

grant select on demands to goldseed_keyed_town;

grant select on demands to goldseed_keyed_zone;

grant select on demands to goldseed_town;

grant delete, insert, select, update on demands to goldseed_worker;

grant select on demands to goldseed_zone;

grant delete, insert, select, update on dirty_keys to goldseed_worker;

grant delete, insert, select, update on dirty_lists to goldseed_worker;

grant select on employments to goldseed_city;

grant select on employments to goldseed_district;

grant select on employments to goldseed_keyed_town;

grant select on employments to goldseed_keyed_zone;

grant select on employments to goldseed_town;

grant delete, insert, select, update on employments to goldseed_worker;

grant select on employments to goldseed_zone;

grant select on enterprise_aliases to goldseed_city;

grant select on enterprise_aliases to goldseed_district;

grant select on enterprise_aliases to goldseed_keyed_town;

grant select on enterprise_aliases to goldseed_keyed_zone;

grant select on enterprise_aliases to goldseed_town;

grant delete, insert, select, update on enterprise_aliases to goldseed_worker;

grant select on enterprise_aliases to goldseed_zone;

grant select on enterprise_labels to goldseed_city;

grant select on enterprise_labels to goldseed_district;

grant select on enterprise_labels to goldseed_keyed_town;

grant select on enterprise_labels to goldseed_keyed_zone;

grant select on enterprise_labels to goldseed_town;

grant delete, insert, select, update on enterprise_labels to goldseed_worker;

grant select on enterprise_labels to goldseed_zone;

grant select on enterprise_names to goldseed_city;

grant select on enterprise_names to goldseed_district;

grant select on enterprise_names to goldseed_keyed_town;

grant select on enterprise_names to goldseed_keyed_zone;

grant select on enterprise_names to goldseed_town;

grant delete, insert, select, update on enterprise_names to goldseed_worker;

grant select on enterprise_names to goldseed_zone;

grant select on enterprises to goldseed_city;

grant select on enterprises to goldseed_district;

grant select on enterprises to goldseed_keyed_town;

grant select on enterprises to goldseed_keyed_zone;

grant select on enterprises to goldseed_town;

grant delete, insert, select, update on enterprises to goldseed_worker;

grant select on enterprises to goldseed_zone;

grant select on equity_financings to goldseed_city;

grant select on equity_financings to goldseed_district;

grant select on equity_financings to goldseed_keyed_town;

grant select on equity_financings to goldseed_keyed_zone;

grant select on equity_financings to goldseed_town;

grant delete, insert, select, update on equity_financings to goldseed_worker;

grant select on equity_financings to goldseed_zone;

grant insert, select, update on export_requests to goldseed_worker;

grant select on fact_history to goldseed_city;

grant select on fact_history to goldseed_district;

grant select on fact_history to goldseed_keyed_town;

grant select on fact_history to goldseed_keyed_zone;

grant select on fact_history to goldseed_town;

grant delete, insert, select, update on fact_history to goldseed_worker;

grant select on fact_history to goldseed_zone;

grant select on follow_ups to goldseed_city;

grant select on follow_ups to goldseed_district;

grant select on follow_ups to goldseed_keyed_town;

grant select on follow_ups to goldseed_keyed_zone;

grant select on follow_ups to goldseed_town;

grant delete, insert, select, update on follow_ups to goldseed_worker;

grant select on follow_ups to goldseed_zone;

grant select on import_runs to goldseed_district;

grant delete, insert, select, update on import_runs to goldseed_worker;

grant delete, insert, select, update on import_touched to goldseed_worker;

grant select on indicators to goldseed_city;

grant select on indicators to goldseed_district;

grant select on indicators to goldseed_keyed_town;

grant select on indicators to goldseed_keyed_zone;

grant select on indicators to goldseed_town;

grant delete, insert, select, update on indicators to goldseed_worker;

grant select on indicators to goldseed_zone;

grant select on ip_rights to goldseed_city;

grant select on ip_rights to goldseed_district;

grant select on ip_rights to goldseed_keyed_town;

grant select on ip_rights to goldseed_keyed_zone;

grant select on ip_rights to goldseed_town;

grant delete, insert, select, update on ip_rights to goldseed_worker;

grant select on ip_rights to goldseed_zone;

grant select on library_memberships to goldseed_city;

grant select on library_memberships to goldseed_district;

grant select on library_memberships to goldseed_keyed_town;

grant select on library_memberships to goldseed_keyed_zone;

grant select on library_memberships to goldseed_town;

grant delete, insert, select, update on library_memberships to goldseed_worker;

grant select on library_memberships to goldseed_zone;

grant delete, insert, select, update on link_decisions to goldseed_worker;

grant select on link_evidence to goldseed_city;

grant select on link_evidence to goldseed_district;

grant select on link_evidence to goldseed_keyed_town;

grant select on link_evidence to goldseed_keyed_zone;

grant select on link_evidence to goldseed_town;

grant delete, insert, select, update on link_evidence to goldseed_worker;

grant select on link_evidence to goldseed_zone;

grant select on link_reviews to goldseed_district;

grant delete, insert, select, update on link_reviews to goldseed_worker;

grant delete, insert, select, update on listed_days to goldseed_worker;

grant delete, insert, select, update on listed_entrants to goldseed_worker;

grant delete, insert, select, update on listed_member_changes to goldseed_worker;

grant delete, insert, select, update on listed_member_rows to goldseed_worker;

grant select on listed_members to goldseed_city;

grant select on listed_members to goldseed_district;

grant select on listed_members to goldseed_keyed_town;

grant select on listed_members to goldseed_keyed_zone;

grant select on listed_members to goldseed_town;

grant delete, insert, select, update on listed_members to goldseed_worker;

grant select on listed_members to goldseed_zone;

grant select on matches to goldseed_city;

grant select on matches to goldseed_district;

grant select on matches to goldseed_keyed_town;

grant select on matches to goldseed_keyed_zone;

grant select on matches to goldseed_town;

grant delete, insert, select, update on matches to goldseed_worker;

grant select on matches to goldseed_zone;

grant select on penalties to goldseed_city;

grant select on penalties to goldseed_district;

grant select on penalties to goldseed_keyed_town;

grant select on penalties to goldseed_keyed_zone;

grant select on penalties to goldseed_town;

grant delete, insert, select, update on penalties to goldseed_worker;

grant select on penalties to goldseed_zone;

grant select on permits to goldseed_city;

grant select on permits to goldseed_district;

grant select on permits to goldseed_keyed_town;

grant select on permits to goldseed_keyed_zone;

grant select on permits to goldseed_town;

grant delete, insert, select, update on permits to goldseed_worker;

grant select on permits to goldseed_zone;

grant select on portraits to goldseed_city;

grant select on portraits to goldseed_district;

grant select on portraits to goldseed_keyed_town;

grant select on portraits to goldseed_keyed_zone;

grant select on portraits to goldseed_town;

grant delete, insert, select, update on portraits to goldseed_worker;

grant select on portraits to goldseed_zone;

grant select on quality_certificates to goldseed_city;

grant select on quality_certificates to goldseed_district;

grant select on quality_certificates to goldseed_keyed_town;

grant select on quality_certificates to goldseed_keyed_zone;

grant select on quality_certificates to goldseed_town;

grant delete, insert, select, update on quality_certificates to goldseed_worker;

grant select on quality_certificates to goldseed_zone;

grant select on quarantined_rows to goldseed_district;

grant delete, insert, select, update on quarantined_rows to goldseed_worker;

grant select on rd_institutions to goldseed_city;

grant select on rd_institutions to goldseed_district;

grant select on rd_institutions to goldseed_keyed_town;

grant select on rd_institutions to goldseed_keyed_zone;

grant select on rd_institutions to goldseed_town;

grant delete, insert, select, update on rd_institutions to goldseed_worker;

grant select on rd_institutions to goldseed_zone;

grant select on recommendations to goldseed_city;

grant select on recommendations to goldseed_district;

grant select on recommendations to goldseed_keyed_town;

grant select on recommendations to goldseed_keyed_zone;

grant select on recommendations to goldseed_town;

grant delete, insert, select, update on recommendations to goldseed_worker;

grant select on recommendations to goldseed_zone;

grant select on resource_matches to goldseed_city;

grant select on resource_matches to goldseed_district;

grant select on resource_matches to goldseed_keyed_town;

grant select on resource_matches to goldseed_keyed_zone;

grant select on resource_matches to goldseed_town;

grant delete, insert, select, update on resource_matches to goldseed_worker;

grant select on resource_matches to goldseed_zone;

grant select on resources to goldseed_city;

grant select on resources to goldseed_district;

grant select on resources to goldseed_keyed_town;

grant select on resources to goldseed_keyed_zone;

grant select on resources to goldseed_town;

grant delete, insert, select, update on resources to goldseed_worker;

grant select on resources to goldseed_zone;

grant select on revocations to goldseed_gateway;

grant delete, insert, select, update on revocations to goldseed_worker;

grant delete, insert, select, update on score_peers to goldseed_worker;

grant select on screening_events to goldseed_district;

grant delete, insert, select, update on screening_events to goldseed_worker;

grant select on screening_versions to goldseed_district;

grant delete, insert, select, update on screening_versions to goldseed_worker;

grant select on screenings to goldseed_city;

grant select on screenings to goldseed_district;

grant select on screenings to goldseed_keyed_town;

grant select on screenings to goldseed_keyed_zone;

grant select on screenings to goldseed_town;

grant delete, insert, select, update on screenings to goldseed_worker;

grant select on screenings to goldseed_zone;

grant delete, insert, select, update on source_cursors to goldseed_worker;

grant select on sources to goldseed_city;

grant select on sources to goldseed_district;

grant select on sources to goldseed_keyed_town;

grant select on sources to goldseed_keyed_zone;

grant select on sources to goldseed_town;

grant delete, insert, select, update on sources to goldseed_worker;

grant select on sources to goldseed_zone;

grant delete, insert, select, update on staged_records to goldseed_worker;

grant select on standards to goldseed_city;

grant select on standards to goldseed_district;

grant select on standards to goldseed_keyed_town;

grant select on standards to goldseed_keyed_zone;

grant select on standards to goldseed_town;

grant delete, insert, select, update on standards to goldseed_worker;

grant select on standards to goldseed_zone;

grant delete, insert, select, update on sync_batch_items to goldseed_worker;

grant delete, insert, select, update on sync_batches to goldseed_worker;

grant select on sync_conflicts to goldseed_district;

grant delete, insert, select, update on sync_conflicts to goldseed_worker;

grant delete, insert, select, update on sync_drifts to goldseed_worker;

grant delete, insert, select, update on sync_inbound_items to goldseed_worker;

grant delete, insert, select, update on sync_inbound_raw to goldseed_worker;

grant insert, select, update on sync_list_receipts to goldseed_worker;

grant delete, insert, select, update on sync_outbox to goldseed_worker;

grant select on sync_peers to goldseed_district;

grant delete, insert, select, update on sync_peers to goldseed_worker;

grant select on sync_runs to goldseed_city;

grant select on sync_runs to goldseed_district;

grant insert, select, update on sync_runs to goldseed_worker;

grant delete, insert, select, update on sync_shadow to goldseed_worker;

grant select on sync_streams to goldseed_district;

grant delete, insert, select, update on sync_streams to goldseed_worker;

grant delete, insert, select, update on sync_tombstones to goldseed_worker;

grant select on tax_payments to goldseed_city;

grant select on tax_payments to goldseed_district;

grant select on tax_payments to goldseed_keyed_town;

grant select on tax_payments to goldseed_keyed_zone;

grant select on tax_payments to goldseed_town;

grant delete, insert, select, update on tax_payments to goldseed_worker;

grant select on tax_payments to goldseed_zone;

grant select on title_claims to goldseed_city;

grant select on title_claims to goldseed_district;

grant select on title_claims to goldseed_keyed_town;

grant select on title_claims to goldseed_keyed_zone;

grant select on title_claims to goldseed_town;

grant delete, insert, select, update on title_claims to goldseed_worker;

grant select on title_claims to goldseed_zone;

grant select on title_verifications to goldseed_city;

grant select on title_verifications to goldseed_district;

grant select on title_verifications to goldseed_keyed_town;

grant select on title_verifications to goldseed_keyed_zone;

grant select on title_verifications to goldseed_town;

grant delete, insert, select, update on title_verifications to goldseed_worker;

grant select on title_verifications to goldseed_zone;

grant select on titles to goldseed_city;

grant select on titles to goldseed_district;

grant delete, insert, select on titles to goldseed_inbound;

grant select on titles to goldseed_keyed_town;

grant select on titles to goldseed_keyed_zone;

grant select on titles to goldseed_town;

grant insert, select on titles to goldseed_worker;

grant select on titles to goldseed_zone;

grant select on trusted_documents to goldseed_gateway;

grant delete, insert, select, update on trusted_documents to goldseed_worker;

grant delete, insert, select, update on webhook_deliveries to goldseed_worker;

grant delete, insert, select, update on webhooks to goldseed_worker;

grant delete, insert, select, update on yearly_label_cells to goldseed_worker;

grant select on yearly_reports to goldseed_city;

grant select on yearly_reports to goldseed_district;

grant select on yearly_reports to goldseed_keyed_town;

grant select on yearly_reports to goldseed_keyed_zone;

grant select on yearly_reports to goldseed_town;

grant delete, insert, select, update on yearly_reports to goldseed_worker;

grant select on yearly_reports to goldseed_zone;

-- functions

CREATE OR REPLACE FUNCTION public.analyze_staged()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET default_statistics_target TO '20'
AS $function$
begin
  analyze public.staged_records (import_run_id, line, record_key, outcome);
end $function$;

CREATE OR REPLACE FUNCTION public.analyze_store()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  target regclass;
begin
  for target in
    select c.oid::regclass from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and pg_has_role(c.relowner, 'usage') order by c.relname
  loop
    execute format('analyze %s', target);
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.capture_recommendation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  row_of recommendations := case when tg_op = 'DELETE' then old else new end;
begin
  -- What came from the city does not go back to it.
  if nullif(current_setting('goldseed.sync_origin', true), '') = 'CITY' then
    return null;
  end if;
  if tg_op = 'UPDATE' and (old.town_code, old.state, old.reason, old.recommended_on)
      is not distinct from (new.town_code, new.state, new.reason, new.recommended_on) then
    return null;
  end if;
  insert into sync_outbox (stream, entity_key, operation, origin)
  values ('recommendations', concat_ws('|', row_of.credit_code, row_of.kind, row_of.batch), tg_op, 'LOCAL');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.compact_json(value jsonb)
 RETURNS json
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
begin
  return public.compact_json_text(value)::json;
end $function$;

CREATE OR REPLACE FUNCTION public.compact_json_text(value jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
begin
  case jsonb_typeof(value)
    when 'object' then
      return '{' || coalesce((select string_agg(to_json(key)::text || ':' || public.compact_json_text(part), ',' order by place)
        from jsonb_each(value) with ordinality as parts(key, part, place)), '') || '}';
    when 'array' then
      return '[' || coalesce((select string_agg(public.compact_json_text(part), ',' order by place)
        from jsonb_array_elements(value) with ordinality as parts(part, place)), '') || ']';
    when 'number' then return trim_scale((value #>> '{}')::numeric)::text;
    else return value::text;
  end case;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_closed_run()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.state = 'RUNNING' then
    return new;
  end if;
  if tg_op = 'DELETE' and old.state = 'RUNNING' then
    return old;
  end if;
  raise exception '% of the closed run "%" is refused: the ledger of exchanges is append-only', tg_op, old.id
    using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.keep_closed_year()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched integer := case when tg_op = 'DELETE' then old.year else new.year end;
begin
  if tg_op = 'UPDATE' then
    touched := least(old.year, new.year);
  end if;
  if exists (select from yearly_label_cells where year > touched) then
    raise exception '% of what was noted of % is refused: that year is closed', tg_op, touched
      using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_list_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or (old.run_id, old.list_digest, old.generation, old.receipt_no, old.body)
      is distinct from (new.run_id, new.list_digest, new.generation, new.receipt_no, new.body) then
    raise exception 'The receipt % for the list "%" keeps its bytes', old.receipt_no, old.list
      using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_listed_members()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  codes text[];
begin
  with taken as (delete from listed_member_changes returning credit_codes)
  select array_agg(distinct code order by code) into codes from taken, unnest(credit_codes) code;
  if codes is not null then
    perform refresh_listed_members(codes);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_sealed_body()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (old.body, old.body_digest, old.idempotency_key, old.previous_digest)
      is distinct from (new.body, new.body_digest, new.idempotency_key, new.previous_digest) then
    raise exception 'The sealed batch "%" keeps its bytes: other content takes a batch of its own', old.idempotency_key
      using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.name_grams(name text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ARRAY(SELECT DISTINCT substr(name_grams.name, place.place, 2) AS substr FROM generate_series(1, (length(name_grams.name) - 1)) place(place));

CREATE OR REPLACE FUNCTION public.name_grams_contain(text[], text[])
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT LEAKPROOF
AS $function$arraycontains$function$;

CREATE OR REPLACE FUNCTION public.note_listed_enterprises()
 RETURNS trigger
 LANGUAGE plpgsql
 SET role TO 'goldseed_worker'
 SET enable_seqscan TO 'off'
AS $function$
begin
  insert into listed_member_changes (credit_codes)
  select array_agg(t.credit_code) from touched t
  where t.in_library or (tg_op <> 'INSERT' and (select true from listed_members m where m.credit_code = t.credit_code))
  having count(*) > 0;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_listed_members()
 RETURNS trigger
 LANGUAGE plpgsql
 SET role TO 'goldseed_worker'
 SET enable_seqscan TO 'off'
AS $function$
begin
  insert into listed_member_changes (credit_codes)
  select array_agg(distinct t.credit_code) from touched t
  cross join lateral (select from listed_members m where m.credit_code = t.credit_code offset 0) m having count(*) > 0;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.protect_granted_sight(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format($p$create policy granted_rows on %s for select to goldseed_granted
    using (zone_code = any ((select nullif(current_setting('goldseed.areas', true), '')::text[])::text[]))$p$, target);
end $function$;

CREATE OR REPLACE FUNCTION public.protect_keyed_reads(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format($p$create policy keyed_town_rows on %s for select to goldseed_keyed_town
    using (texteq(town_code, nullif(current_setting('goldseed.area', true), '')))$p$, target);
  execute format($p$create policy keyed_zone_rows on %s for select to goldseed_keyed_zone
    using (texteq(zone_code, nullif(current_setting('goldseed.area', true), '')))$p$, target);
  execute format('grant select on %s to goldseed_keyed_town, goldseed_keyed_zone', target);
end $function$;

CREATE OR REPLACE FUNCTION public.protect_scoped_table(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  -- The setting is '' and not null after a transaction-local set; the sub-select makes it an init plan, evaluated once.
  execute format($p$create policy town_rows on %s for select to goldseed_town
    using (town_code = any ((select nullif(current_setting('goldseed.areas', true), '')::text[])::text[]))$p$, target);
  execute format($p$create policy zone_rows on %s for select to goldseed_zone
    using (zone_code = any ((select nullif(current_setting('goldseed.areas', true), '')::text[])::text[]))$p$, target);
  execute format('create policy district_rows on %s for select to goldseed_district using (true)', target);
  execute format('create policy city_rows on %s for select to goldseed_city using (true)', target);
  execute format('create policy worker_rows on %s for all to goldseed_worker using (true) with check (true)', target);
  execute format('grant select on %s to goldseed_city, goldseed_district, goldseed_zone, goldseed_town', target);
  perform protect_granted_sight(target);
  perform protect_keyed_reads(target);
end $function$;

CREATE OR REPLACE FUNCTION public.refresh_listed_members(codes text[])
 RETURNS void
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
begin
  perform from listed_members m where m.credit_code = any (codes) order by m.credit_code for update;
  delete from listed_members m where m.credit_code = any (codes)
    and not exists (select from enterprises e where e.credit_code = m.credit_code and e.in_library);
  insert into listed_members as old (credit_code, town_code, zone_code, name, name_json, kind, legal_form, industry_code, industry_name, industry_name_json, established_on, capital_amount, capital_currency, status, size_class, is_demo, in_library, library_kinds, title_kinds, score, has_portrait, portrait_score, portrait_labels, portrait_labels_json, portrait_trend, portrait_label_completion, portrait_completeness, portrait_ip_right_count, portrait_title_count, portrait_latest_year, portrait_latest_revenue, titles_kind, titles_batch, titles_level, titles_valid_from, titles_valid_to, titles_status, titles_certificate_no, employments_year, employments_employees, employments_insured, employments_rd_staff, employments_graduate_staff)
  select credit_code, town_code, zone_code, name, name_json, kind, legal_form, industry_code, industry_name, industry_name_json, established_on, capital_amount, capital_currency, status, size_class, is_demo, in_library, library_kinds, title_kinds, score, has_portrait, portrait_score, portrait_labels, portrait_labels_json, portrait_trend, portrait_label_completion, portrait_completeness, portrait_ip_right_count, portrait_title_count, portrait_latest_year, portrait_latest_revenue, titles_kind, titles_batch, titles_level, titles_valid_from, titles_valid_to, titles_status, titles_certificate_no, employments_year, employments_employees, employments_insured, employments_rd_staff, employments_graduate_staff from listed_member_rows r where r.credit_code = any (codes) order by r.credit_code
  on conflict (credit_code) do update set (credit_code, town_code, zone_code, name, name_json, kind, legal_form, industry_code, industry_name, industry_name_json, established_on, capital_amount, capital_currency, status, size_class, is_demo, in_library, library_kinds, title_kinds, score, has_portrait, portrait_score, portrait_labels, portrait_labels_json, portrait_trend, portrait_label_completion, portrait_completeness, portrait_ip_right_count, portrait_title_count, portrait_latest_year, portrait_latest_revenue, titles_kind, titles_batch, titles_level, titles_valid_from, titles_valid_to, titles_status, titles_certificate_no, employments_year, employments_employees, employments_insured, employments_rd_staff, employments_graduate_staff) = row(excluded.credit_code, excluded.town_code, excluded.zone_code, excluded.name, excluded.name_json, excluded.kind, excluded.legal_form, excluded.industry_code, excluded.industry_name, excluded.industry_name_json, excluded.established_on, excluded.capital_amount, excluded.capital_currency, excluded.status, excluded.size_class, excluded.is_demo, excluded.in_library, excluded.library_kinds, excluded.title_kinds, excluded.score, excluded.has_portrait, excluded.portrait_score, excluded.portrait_labels, excluded.portrait_labels_json, excluded.portrait_trend, excluded.portrait_label_completion, excluded.portrait_completeness, excluded.portrait_ip_right_count, excluded.portrait_title_count, excluded.portrait_latest_year, excluded.portrait_latest_revenue, excluded.titles_kind, excluded.titles_batch, excluded.titles_level, excluded.titles_valid_from, excluded.titles_valid_to, excluded.titles_status, excluded.titles_certificate_no, excluded.employments_year, excluded.employments_employees, excluded.employments_insured, excluded.employments_rd_staff, excluded.employments_graduate_staff)
  where record_image_ne(old, excluded);
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_emptying()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'TRUNCATE of "%" is refused: years that are over cannot be counted again', tg_table_name
    using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_local_title()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if nullif(current_setting('goldseed.sync_origin', true), '') is not distinct from 'CITY'
      or pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'member') then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and (old.credit_code, old.kind, old.batch, old.level, old.valid_from, old.valid_to, old.status,
        old.certificate_no, old.origin)
      is not distinct from (new.credit_code, new.kind, new.batch, new.level, new.valid_from, new.valid_to, new.status,
        new.certificate_no, new.origin) then
    return new;
  end if;
  if (tg_op <> 'INSERT' and old.origin = 'CITY') or (tg_op <> 'DELETE' and new.origin = 'CITY') then
    raise exception '% of a title of the city is refused: the city owns it, and only the exchange writes it', tg_op
      using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_truncate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'TRUNCATE of "%" is refused: delete its rows, so that the city platform learns of it', tg_table_name
    using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.sync_bucket(entity_key text)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (((get_byte(sha256(convert_to(entity_key, 'UTF8'::name)), 0) << 4) | (get_byte(sha256(convert_to(entity_key, 'UTF8'::name)), 1) >> 4)))::smallint;

CREATE OR REPLACE FUNCTION public.tell_alert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('goldseed_alerts', concat_ws(' ', new.credit_code, new.alert_id, new.sequence, coalesce(new.town_code, '-'), coalesce(new.zone_code, '-')));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tell_dirty()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('goldseed_dirty', '');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tell_figures()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('goldseed_figures', '');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.without_values(parts jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select case jsonb_typeof(parts) when 'array' then (
    select coalesce(jsonb_agg(part - 'value' order by place), '[]') from jsonb_array_elements(parts) with ordinality as each(part, place))
  else '[]' end
$function$;

-- triggers

CREATE TRIGGER alert_told AFTER INSERT ON public.alert_outbox FOR EACH ROW EXECUTE FUNCTION tell_alert();

CREATE TRIGGER figures_told AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.area_statistics FOR EACH STATEMENT EXECUTE FUNCTION tell_figures();

CREATE TRIGGER figures_told AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.areas FOR EACH STATEMENT EXECUTE FUNCTION tell_figures();

CREATE TRIGGER dirty_told AFTER INSERT OR UPDATE ON public.dirty_keys FOR EACH STATEMENT EXECUTE FUNCTION tell_dirty();

CREATE TRIGGER dirty_told AFTER INSERT ON public.dirty_lists FOR EACH STATEMENT EXECUTE FUNCTION tell_dirty();

CREATE TRIGGER employments_listed_delete AFTER DELETE ON public.employments REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_listed_members();

CREATE TRIGGER employments_listed_insert AFTER INSERT ON public.employments REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_listed_members();

CREATE TRIGGER employments_listed_update AFTER UPDATE ON public.employments REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_listed_members();

CREATE TRIGGER enterprises_listed_delete AFTER DELETE ON public.enterprises REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_listed_enterprises();

CREATE TRIGGER enterprises_listed_insert AFTER INSERT ON public.enterprises REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_listed_enterprises();

CREATE TRIGGER enterprises_listed_update AFTER UPDATE ON public.enterprises REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_listed_enterprises();

CREATE CONSTRAINT TRIGGER listed_member_changes_kept AFTER INSERT ON public.listed_member_changes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_listed_members();

CREATE TRIGGER recommendations_capture AFTER INSERT OR DELETE OR UPDATE ON public.recommendations FOR EACH ROW EXECUTE FUNCTION capture_recommendation();

CREATE TRIGGER recommendations_keep BEFORE TRUNCATE ON public.recommendations FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

CREATE TRIGGER sync_batches_keep BEFORE UPDATE ON public.sync_batches FOR EACH ROW EXECUTE FUNCTION keep_sealed_body();

CREATE TRIGGER sync_list_receipts_keep BEFORE DELETE OR UPDATE ON public.sync_list_receipts FOR EACH ROW EXECUTE FUNCTION keep_list_receipt();

CREATE TRIGGER sync_list_receipts_keep_all BEFORE TRUNCATE ON public.sync_list_receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

CREATE TRIGGER sync_runs_keep BEFORE DELETE OR UPDATE ON public.sync_runs FOR EACH ROW EXECUTE FUNCTION keep_closed_run();

CREATE TRIGGER sync_runs_keep_all BEFORE TRUNCATE ON public.sync_runs FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

CREATE TRIGGER titles_listed_delete AFTER DELETE ON public.titles REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_listed_members();

CREATE TRIGGER titles_listed_insert AFTER INSERT ON public.titles REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_listed_members();

CREATE TRIGGER titles_listed_update AFTER UPDATE ON public.titles REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_listed_members();

CREATE TRIGGER titles_owned BEFORE INSERT OR DELETE OR UPDATE ON public.titles FOR EACH ROW EXECUTE FUNCTION refuse_local_title();

CREATE TRIGGER yearly_label_cells_keep BEFORE INSERT OR DELETE OR UPDATE ON public.yearly_label_cells FOR EACH ROW EXECUTE FUNCTION keep_closed_year();

CREATE TRIGGER yearly_label_cells_keep_all BEFORE TRUNCATE ON public.yearly_label_cells FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();

CREATE TRIGGER figures_told AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.yearly_reports FOR EACH STATEMENT EXECUTE FUNCTION tell_figures();
