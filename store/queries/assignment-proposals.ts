/** Assignments that wait for a second person. What is decided stays, with who decided it. */
import type { Pool, PoolClient } from "../pool.ts";
import type { AssignmentRecord } from "./assignments.ts";

export interface ProposalWish extends AssignmentRecord {
  readonly reason: string;
  readonly proposedBy: string;
}

export interface ProposalRow extends ProposalWish {
  readonly id: string;
  /** RFC 3339 in UTC. */
  readonly proposedAt: string;
}

const columns = `id::text as id, subject, tier, area_codes as "areaCodes", role, clearance, reason, proposed_by as "proposedBy",
  to_char(proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "proposedAt"`;

/** An open proposal for the same subject is superseded. */
export async function insertProposal(client: PoolClient, wish: ProposalWish): Promise<ProposalRow> {
  const { subject, tier, areaCodes, role, clearance, reason, proposedBy } = wish;
  await client.query(
    `/* proposal:supersede */ update assignment_proposals set decision = 'SUPERSEDED', decided_by = $2, decided_at = now()
     where subject = $1 and decision is null`,
    [subject, proposedBy],
  );
  const { rows } = await client.query<ProposalRow>(
    `/* proposal:insert */ insert into assignment_proposals (subject, tier, area_codes, role, clearance, reason, proposed_by)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
    [subject, tier, areaCodes, role, clearance, reason, proposedBy],
  );
  const [row] = rows;
  if (!row) throw new Error("The proposal was not written.");
  return row;
}

/** Those that can still be decided, oldest first. */
export async function listOpenProposals(
  pool: Pool | PoolClient,
  validDays: number,
): Promise<readonly ProposalRow[]> {
  const { rows } = await pool.query<ProposalRow>(
    `/* proposal:list */ select ${columns} from assignment_proposals
     where decision is null and proposed_at > now() - make_interval(days => $1) order by proposed_at, assignment_proposals.id`,
    [validDays],
  );
  return rows;
}

/** Locked until the transaction ends, so that it is decided once. */
export async function lockOpenProposal(
  client: PoolClient,
  id: string,
  validDays: number,
): Promise<ProposalRow | undefined> {
  const { rows } = await client.query<ProposalRow>(
    `/* proposal:lock */ select ${columns} from assignment_proposals
     where id::text = $1 and decision is null and proposed_at > now() - make_interval(days => $2) for update`,
    [id, validDays],
  );
  return rows[0];
}

export async function writeDecision(
  client: PoolClient,
  id: string,
  { decision, by }: { readonly decision: "CONFIRMED" | "REJECTED"; readonly by: string },
): Promise<void> {
  await client.query(
    `/* proposal:decide */ update assignment_proposals set decision = $2, decided_by = $3, decided_at = now() where id::text = $1`,
    [id, decision, by],
  );
}
