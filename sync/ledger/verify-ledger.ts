/** Says whether the ledger of exchanges is as it was written: every run sealed, in one chain, none missing, none added. */
import type { Pool } from "../../store/pool.ts";
import {
  firstFormDigest,
  ledgerDigest,
  readLedger,
  type StoredLedger,
} from "../../store/queries/sync-ledger.ts";

export interface LedgerProof {
  readonly runs: number;
  readonly head: string | null;
  /** Empty when the chain holds. */
  readonly problems: readonly string[];
}

export async function verifyLedger(pool: Pool, peerId = "city"): Promise<LedgerProof> {
  return checkLedger(await readLedger(pool, peerId));
}

/** Pure. Walks from the first run to the head that the peer's row names. */
export function checkLedger({ head, length, rows, marks }: StoredLedger): LedgerProof {
  const problems: string[] = [];
  for (const row of rows) {
    const { digest, id } = row;
    const expected = digest?.startsWith("2:") === true ? ledgerDigest(row) : firstFormDigest(row);
    if (digest !== expected) problems.push(`run ${id} is not as it was sealed`);
  }
  const next = new Map(rows.map((row) => [row.previousDigest, row]));
  if (next.size < rows.length) problems.push("two runs follow the same one");
  const walked = new Set<string>();
  const chain: (string | null)[] = [null];
  let last: string | null = null;
  for (let row = next.get(null); row !== undefined && !walked.has(row.id); row = next.get(last)) {
    walked.add(row.id);
    last = row.digest;
    chain.push(last);
  }
  const astray = rows.filter(({ id }) => !walked.has(id));
  problems.push(
    ...astray.map(({ id }) => `run ${id} is not in the chain: one before it is missing`),
  );
  if (walked.size === rows.length && last !== head) {
    problems.push(`the chain ends in ${last ?? "nothing"}, expected ${head ?? "nothing"}`);
  }
  if (rows.length !== length) {
    problems.push(`the ledger holds ${rows.length} closed runs, expected ${length}`);
  }
  // Whoever cuts the tail off with the peer's row has the receipts against him, and the city's copies of our statements.
  const missed = marks.filter((mark) => chain[mark.length] !== mark.head);
  problems.push(
    ...missed.map(
      (mark) =>
        `receipt ${mark.receipt} saw ${mark.length} runs that ended in ${mark.head ?? "nothing"}: the chain has no such place`,
    ),
  );
  return { runs: rows.length, head, problems };
}
