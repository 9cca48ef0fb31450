/** Compares one tree, writes the receipt, and orders what mends a difference; the next exchange looks a second time. */
import type { PoolClient } from "../../store/pool.ts";
import { shadowHeld, type HeldItem } from "../../store/queries/sync-batches.ts";
import { insertReceipt } from "../../store/queries/sync-receipts.ts";
import { moveCursor } from "../../store/queries/sync-peer.ts";
import { closeRun, noCounts, openRun } from "../../store/queries/sync-runs.ts";
import { doubtShadow } from "../../store/queries/sync-shadow.ts";
import { inTransaction } from "../../store/transaction.ts";
import { atPresent } from "../at-present.ts";
import type { SyncSession } from "../context.ts";
import { partReport, type Agreement, type PartReport } from "../part-report.ts";
import { PlatformFailure } from "../platform/platform-failure.ts";
import { recordKey } from "../protocol/canonical-record.ts";
import { pullByKey } from "../pull/pull-by-key.ts";
import type { Tree } from "../protocol/digests.ts";
import { compareTree, type TreeComparison } from "./compare-tree.ts";
import type { Difference } from "./locate-differences.ts";
import { recordForeignWrites } from "./record-foreign-writes.ts";

/** The receipt names this many differences; the count is of all. */
const differencesNamed = 200;
const keysPerRead = 500;

/** @returns nothing at a level that offers no comparison; beside the comparison what has mended it at once. */
export async function verifyTree(
  session: SyncSession,
  tree: Tree,
  { mend }: { readonly mend: boolean },
): Promise<PartReport[]> {
  const { level } = session.capabilities;
  const derived = level === "L0" || level === "L1";
  // Nobody lists below L2 what it holds of ours: the outcomes of the batches are all there is.
  if (derived && tree === "recommendations") return [];
  const runId = await openRun(session.pool, { ...runOf(session, tree), details: {} });
  try {
    const comparison = await compareTree(await atPresent(session), tree);
    if (comparison === null) {
      const failure = "no whole list of the city has been taken in yet";
      return [await closeBare(session, { tree, runId }, { state: "INCOMPLETE", failure })];
    }
    const report = await writeDown(session, { tree, runId }, comparison);
    const { differences } = comparison;
    // Below L2 there are no single titles to be asked for.
    const mends = mend && tree === "titles" && !derived && isFew(differences);
    if (!mends) return [report];
    const keys = differences.map(({ key }) => key);
    return [report, await pullByKey(session, keys)];
  } catch (error) {
    if (!(error instanceof PlatformFailure)) throw error;
    const failure = error.message;
    const report = await closeBare(session, { tree, runId }, { state: "FAILED", failure });
    return [{ ...report, cutOff: true }];
  }
}

interface VerifyRun {
  readonly tree: Tree;
  readonly runId: string;
}

function runOf({ peerId }: SyncSession, tree: Tree) {
  return { peerId, direction: "VERIFY", stream: tree } as const;
}

/** Closes a run that came to no comparison. */
async function closeBare(
  session: SyncSession,
  { tree, runId }: VerifyRun,
  ended: { readonly state: "INCOMPLETE" | "FAILED"; readonly failure: string },
): Promise<PartReport> {
  const part = runOf(session, tree);
  const end = { ...part, runId, counts: noCounts, ...ended };
  await inTransaction(session.pool, (client) => closeRun(client, end));
  return partReport({ ...part, runId, ...ended });
}

/** Receipt, orders of repair and the run's end in one transaction. */
async function writeDown(
  session: SyncSession,
  { tree, runId }: VerifyRun,
  comparison: TreeComparison,
): Promise<PartReport> {
  const { differences } = comparison;
  const there = tree === "titles" ? [] : await readThere(session, differences);
  const agreement = agreementOf(comparison);
  const { agreed } = agreement;
  const state = agreed ? ("DONE" as const) : ("INCOMPLETE" as const);
  const failure = agreed ? null : `${differences.length} records differ`;
  const part = runOf(session, tree);
  await inTransaction(session.pool, async (client) => {
    await insertReceipt(client, receiptOf(session, tree, comparison));
    if (!agreed) await orderRepair({ session, tree, client, there }, differences);
    await closeRun(client, { ...part, runId, counts: noCounts, state, failure });
  });
  await session.step("verify.closed");
  return partReport({ ...part, runId, state, failure, agreement });
}

interface Repair {
  readonly session: SyncSession;
  readonly tree: Tree;
  readonly client: PoolClient;
  readonly there: readonly HeldItem[];
}

/** What the city holds as ours and not as we told it, with its content: it is withdrawn or recorded by that. */
async function readThere(
  session: SyncSession,
  differences: readonly Difference[],
): Promise<readonly HeldItem[]> {
  const keys = differences.filter(({ kind }) => kind !== "MISSING_THERE").map(({ key }) => key);
  const held: HeldItem[] = [];
  for (let start = 0; start < keys.length; start += keysPerRead) {
    const asked = keys.slice(start, start + keysPerRead);
    const { value } = await session.platform.recommendationsByKey(asked);
    for (const { record } of value.items) {
      held.push({ entityKey: recordKey(record), record, digest: "", version: "0" });
    }
  }
  return held;
}

/** Beyond this the whole list is no dearer than single titles. */
function isFew(differences: readonly Difference[]): boolean {
  return differences.length > 0 && differences.length <= 2_000;
}

/** By ownership: what is the city's is read anew, by key or in full; what is ours is told again. */
async function orderRepair(
  { session, tree, client, there }: Repair,
  differences: readonly Difference[],
): Promise<void> {
  const { peerId } = session;
  if (tree === "titles") {
    const { level } = session.capabilities;
    if (!isFew(differences) || level === "L1" || level === "L0")
      await moveCursor(client, peerId, null);
    return;
  }
  const place = { peerId, stream: tree };
  const kinds = new Map(differences.map(({ key, kind }) => [key, kind]));
  const changed = there.filter(({ entityKey }) => kinds.get(entityKey) === "DIFFERS");
  await recordForeignWrites(client, place, changed);
  // The sweep finds what is not held as it is; the doubt makes that true of these.
  await doubtShadow(client, place, [...kinds.keys()]);
  const orphans = there.filter(({ entityKey }) => kinds.get(entityKey) === "MISSING_HERE");
  await shadowHeld(client, place, orphans);
}

function receiptOf(session: SyncSession, tree: Tree, comparison: TreeComparison) {
  const { differences, ourRoot, theirRoot, n } = comparison;
  return {
    peerId: session.peerId,
    stream: tree,
    level: comparison.level,
    agreed: isAgreed(comparison),
    ourRoot,
    theirRoot,
    recordCount: n,
    differences: {
      count: differences.length,
      records: differences.slice(0, differencesNamed),
    },
    ourSignature: comparison.ourSignature,
    theirSignature: comparison.theirSignature,
    roundTrips: comparison.roundTrips,
    bytesExchanged: comparison.bytesExchanged,
    ledger: comparison.ledger,
  };
}

function isAgreed({ differences, ourRoot, theirRoot }: TreeComparison): boolean {
  return differences.length === 0 && ourRoot === theirRoot;
}

function agreementOf(comparison: TreeComparison): Agreement {
  const { level, n, ourRoot, differences, roundTrips, bytesExchanged } = comparison;
  return {
    level,
    agreed: isAgreed(comparison),
    records: n,
    root: ourRoot,
    differences: differences.length,
    roundTrips,
    bytesExchanged,
  };
}
