/** What the server itself says about subjects, and tokens withdrawn before their time. */
import type { Classification, Role, Tier } from "../../domain/vocabulary.ts";
import type { Pool, PoolClient } from "../pool.ts";

export interface AssignmentRecord {
  readonly subject: string;
  readonly tier: Tier;
  readonly areaCodes: readonly string[];
  readonly role: Role;
  readonly clearance: Classification;
}

export interface ListedAssignment extends AssignmentRecord {
  readonly disabledAt: string | null;
  readonly updatedAt: string;
}

const columns = `subject, tier, area_codes as "areaCodes", role, clearance,
  to_char(disabled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "disabledAt",
  to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt"`;

/** Also lets a disabled subject in again. */
export async function setAssignment(
  pool: Pool | PoolClient,
  record: AssignmentRecord,
): Promise<void> {
  const { subject, tier, areaCodes, role, clearance } = record;
  await pool.query(
    `/* assignment:set */ insert into assignments (subject, tier, area_codes, role, clearance) values ($1, $2, $3, $4, $5)
     on conflict (subject) do update set tier = $2, area_codes = $3, role = $4, clearance = $5, disabled_at = null, updated_at = now()`,
    [subject, tier, areaCodes, role, clearance],
  );
}

export async function listAssignments(
  pool: Pool | PoolClient,
): Promise<readonly ListedAssignment[]> {
  const { rows } = await pool.query<ListedAssignment>(
    `/* assignment:list */ select ${columns} from assignments order by subject`,
  );
  return rows;
}

/** @param lock until the transaction ends, so that what another takes away meanwhile is not given back unseen. */
export async function findAssignment(
  client: Pool | PoolClient,
  subject: string,
  lock: "for update" | "" = "",
): Promise<ListedAssignment | undefined> {
  const { rows } = await client.query<ListedAssignment>(
    `/* assignment:find */ select ${columns} from assignments where subject = $1 ${lock}`,
    [subject],
  );
  return rows[0];
}

/** @returns whether there is such a subject that was not disabled. */
export async function disableAssignment(pool: Pool, subject: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    "/* assignment:disable */ update assignments set disabled_at = now(), updated_at = now() where subject = $1 and disabled_at is null",
    [subject],
  );
  return rowCount === 1;
}

export interface Revocation {
  readonly kind: "TOKEN" | "SUBJECT";
  /** The `jti`, or the subject all of whose tokens until now are withdrawn. */
  readonly value: string;
  readonly reason: string;
}

export async function revokeTokens(pool: Pool, { kind, value, reason }: Revocation): Promise<void> {
  await pool.query(
    `/* token:revoke */ insert into revocations (kind, value, before, reason) values ($1, $2, now(), $3)
     on conflict (kind, value) do update set before = now(), reason = $3`,
    [kind, value, reason],
  );
}
