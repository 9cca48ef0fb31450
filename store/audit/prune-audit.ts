/**
 * Takes out entries whose time of keeping is over and leaves signed tombstones in their place. Entries of another kind
 * that must be kept longer stay where they are, between tombstones. A chain that does not hold is left as it is: pruning
 * would bury what was done to it.
 */
import { GoldseedError } from "../../domain/errors.ts";
import type { Pool, PoolClient } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import { type AuditHead } from "./audit-heads.ts";
import type { AuditKey } from "./audit-signature.ts";
import { type AuditTombstone, signTombstone } from "./audit-tombstones.ts";
import { verifyAudit } from "./verify-audit.ts";

/** 网络安全法: logs at least six months. 网络数据安全管理条例 第十二条: records of data given to others at least three years. */
export const leastDays = { all: 183, sharing: 1_096 } as const;

export interface PruneInputs {
  /** Connects as the owner of the tables: nobody else may take entries out. */
  readonly owner: Pool;
  readonly key: AuditKey;
  readonly shipped: readonly AuditHead[];
  readonly keepDays: number;
  readonly keepSharingDays: number;
}

export interface Pruned {
  readonly entries: number;
  readonly tombstones: number;
}

interface Run {
  readonly fromSequence: string;
  readonly toSequence: string;
  readonly previousDigest: string;
  readonly digest: string;
  readonly prunedAt: string;
}

/** @throws GoldseedError FORBIDDEN below what the law asks, AUDIT_BROKEN. */
export async function pruneAudit(inputs: PruneInputs): Promise<Pruned> {
  const { owner, key, shipped, keepDays, keepSharingDays } = inputs;
  if (keepDays < leastDays.all || keepSharingDays < leastDays.sharing) throw tooShort(inputs);
  const { broken } = await verifyAudit({ pool: owner, key, shipped });
  if (broken)
    throw new GoldseedError(
      "AUDIT_BROKEN",
      `审计链在第 ${broken.sequence} 条处不完整，未清除任何记录 / The audit's chain does not hold at entry ${broken.sequence} (${broken.kind}); nothing was taken out. Run \`goldseed audit verify\`.`,
      { details: { ...broken } },
    );
  return inTransaction(
    owner,
    async (client) => {
      const { rows } = await client.query<Run>(runs, [keepDays, keepSharingDays]);
      let entries = 0;
      for (const run of rows) entries += await replaceRun(client, signTombstone(run, key));
      return { entries, tombstones: rows.length };
    },
    { statementTimeoutMs: 0 },
  );
}

/** Runs of neighbours whose time is over; the last entry stays, because the next one follows it. */
const runs = `/* audit:prune */
with over as (
  select sequence, sequence - row_number() over (order by sequence) as run from audit_entries
  where at < now() - make_interval(days => case category when 'SHARING' then $2::int else $1::int end)
    and sequence < (select max(sequence) from audit_entries)
), ranges as (select min(sequence) as first, max(sequence) as last from over group by run)
select first::text as "fromSequence", last::text as "toSequence", f.previous_digest as "previousDigest", l.digest,
  to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "prunedAt"
from ranges join audit_entries f on f.sequence = first join audit_entries l on l.sequence = last order by first`;

async function replaceRun(client: PoolClient, stone: AuditTombstone): Promise<number> {
  const { fromSequence, toSequence, previousDigest, digest, prunedAt, signature } = stone;
  await client.query(
    `/* audit:prune */ insert into audit_tombstones (from_sequence, to_sequence, previous_digest, digest, pruned_at, signature)
     values ($1, $2, $3, $4, $5, $6)`,
    [fromSequence, toSequence, previousDigest, digest, prunedAt, signature],
  );
  const { rowCount } = await client.query(
    "/* audit:prune */ delete from audit_entries where sequence between $1 and $2",
    [fromSequence, toSequence],
  );
  return rowCount ?? 0;
}

function tooShort({ keepDays, keepSharingDays }: PruneInputs): GoldseedError {
  return new GoldseedError(
    "FORBIDDEN",
    `保存期过短 / Audit entries are kept at least ${leastDays.all} days and those of data given to others ${leastDays.sharing}; ${keepDays} and ${keepSharingDays} were asked for. Nothing was taken out.`,
  );
}
