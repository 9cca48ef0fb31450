/** Screenings and their versions as the engines read them. */
import type { AlertLevel, ScreeningState } from "../../domain/vocabulary.ts";
import type { PoolClient } from "../pool.ts";

export interface ActiveScreening {
  readonly id: string;
  readonly nameZh: string;
  readonly version: number;
  readonly conditions: unknown;
}

/** Screenings that match now, each with its version in force. */
export async function readActiveScreenings(
  client: PoolClient,
): Promise<readonly ActiveScreening[]> {
  const { rows } = await client.query<ActiveScreening>(
    `/* store:active-screenings */ select s.id, s.name_zh as "nameZh", v.version, v.conditions
     from screenings s join screening_versions v on v.screening_id = s.id and v.version = s.active_version
     where s.state = 'ACTIVE' order by s.id`,
  );
  return rows;
}

/** Active screenings of which not everybody has been asked by the version in force. */
export async function readUnaskedScreenings(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `/* store:unasked-screenings */ select id from screenings where state = 'ACTIVE' and active_version is distinct from matched_version order by id`,
  );
  return rows.map(({ id }) => id);
}

export async function markAsked(
  client: PoolClient,
  asked: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  await client.query(
    `/* store:screenings-asked */ update screenings s set matched_version = a.version
     from unnest($1::text[], $2::int[]) as a(id, version) where s.id = a.id`,
    [asked.map(({ id }) => id), asked.map(({ version }) => version)],
  );
}

export interface ScreeningRow {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly level: AlertLevel;
  readonly dueDays: number;
  readonly state: ScreeningState;
  readonly activeVersion: number | null;
  readonly createdBy: string;
  /** Counts up with every change. */
  readonly revision: number;
}

/** The row, locked for the caller's transaction; undefined when there is none. */
export async function lockScreening(
  client: PoolClient,
  id: string,
): Promise<ScreeningRow | undefined> {
  const { rows } = await client.query<ScreeningRow>(
    `/* store:lock-screening */ select id, name_zh as "nameZh", name_en as "nameEn", level, due_days as "dueDays", state, active_version as "activeVersion", created_by as "createdBy", revision
     from screenings where id = $1 for update`,
    [id],
  );
  return rows[0];
}

export interface VersionRow {
  readonly version: number;
  readonly conditions: unknown;
  readonly createdBy: string;
  readonly approvedBy: string | null;
  readonly dryRun: unknown;
}

/** Every version, newest first. */
export async function readVersions(client: PoolClient, id: string): Promise<readonly VersionRow[]> {
  const { rows } = await client.query<VersionRow>(
    `/* store:screening-versions */ select version, conditions, created_by as "createdBy", approved_by as "approvedBy", dry_run as "dryRun"
     from screening_versions where screening_id = $1 order by version desc`,
    [id],
  );
  return rows;
}

export interface NewScreening {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly level: string;
  readonly dueDays: number;
  readonly createdBy: string;
  readonly isBase: boolean;
}

/** @returns false when the id is taken. */
export async function insertScreening(client: PoolClient, row: NewScreening): Promise<boolean> {
  const { rowCount } = await client.query(
    `/* store:screening */ insert into screenings (id, name_zh, name_en, state, level, due_days, created_by, is_base)
     values ($1, $2, $3, 'DRAFT', $4, $5, $6, $7) on conflict (id) do nothing`,
    [row.id, row.nameZh, row.nameEn, row.level, row.dueDays, row.createdBy, row.isBase],
  );
  return rowCount === 1;
}

export interface NewVersion {
  readonly screeningId: string;
  readonly conditions: unknown;
  readonly sentence: string;
  readonly sourceText: string | null;
  readonly citations: unknown;
  readonly createdBy: string;
}

/** @returns its number. The screening's row must be locked. */
export async function insertVersion(client: PoolClient, row: NewVersion): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `/* store:screening-version */ insert into screening_versions (screening_id, version, conditions, sentence, source_text, citations, created_by)
     select $1, coalesce(max(version), 0) + 1, $2::jsonb, $3::text, $4::text, $5::jsonb, $6::text from screening_versions where screening_id = $1
     returning version`,
    [
      row.screeningId,
      JSON.stringify(row.conditions),
      row.sentence,
      row.sourceText,
      JSON.stringify(row.citations),
      row.createdBy,
    ],
  );
  return rows[0]?.version ?? 0;
}

export async function writeDryRun(
  client: PoolClient,
  [id, version]: readonly [string, number],
  dryRun: unknown,
): Promise<void> {
  await client.query(
    "/* store:screening-dry-run */ update screening_versions set dry_run = $3 where screening_id = $1 and version = $2",
    [id, version, JSON.stringify(dryRun)],
  );
}

export async function writeApproval(
  client: PoolClient,
  [id, version]: readonly [string, number],
  approvedBy: string,
): Promise<void> {
  await client.query(
    `/* store:screening-approval */ update screening_versions set approved_by = $3, approved_at = now()
     where screening_id = $1 and version = $2 and approved_by is null`,
    [id, version, approvedBy],
  );
}

export interface ScreeningStep {
  readonly id: string;
  readonly action: string;
  readonly from: ScreeningState | null;
  readonly to: ScreeningState;
  /** The version the step is about. */
  readonly version: number;
  /** Version in force after the step; null leaves it as it is. */
  readonly activeVersion: number | null;
  readonly actor: string;
  readonly reason: string | null;
}

/** Moves the screening and writes the step into its history. */
export async function writeScreeningStep(client: PoolClient, step: ScreeningStep): Promise<void> {
  await client.query(
    `/* store:screening-state */ update screenings set state = $2, active_version = coalesce($3, active_version),
       matched_version = case when $2 = 'ACTIVE' and state = 'ACTIVE' then matched_version end, revision = revision + 1 where id = $1`,
    [step.id, step.to, step.activeVersion],
  );
  await client.query(
    `/* store:screening-event */ insert into screening_events (screening_id, sequence, action, from_state, to_state, version, actor, reason)
     select $1, coalesce(max(sequence), 0) + 1, $2::text, $3::text, $4::text, $5::int, $6::text, $7::text from screening_events where screening_id = $1`,
    [step.id, step.action, step.from, step.to, step.version, step.actor, step.reason],
  );
}
