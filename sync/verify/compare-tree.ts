/** Compares one tree with the city by the best means its level offers; what comes out says which. */
import { readBucketHashes, readBucketRecords } from "../../store/queries/sync-digests.ts";
import { readLedgerMark, type LedgerMark } from "../../store/queries/sync-ledger.ts";
import type { SyncSession } from "../context.ts";
import { PlatformFailure } from "../platform/platform-failure.ts";
import type { AnsweredComparison } from "../platform/port.ts";
import { treeOfBuckets, treeOfRecords, type DigestTree } from "../protocol/digest-tree.ts";
import type { Tree } from "../protocol/digests.ts";
import {
  isStatementSigned,
  signStatement,
  statementSays,
  statementText,
} from "../protocol/statement.ts";
import type { Level } from "../protocol/capabilities.ts";
import { compareByExport } from "./compare-export.ts";
import { listHashes } from "./list-hashes.ts";
import { compareRecords, locateDifferences, type Difference } from "./locate-differences.ts";

export interface TreeComparison {
  /** L3: signed by the city. L2: stated by the city. Below: derived by us from its own list. */
  readonly level: Level;
  readonly n: number;
  readonly ourRoot: string;
  readonly theirRoot: string;
  readonly differences: readonly Difference[];
  readonly ourSignature: string | null;
  readonly theirSignature: string | null;
  readonly roundTrips: number;
  readonly bytesExchanged: number;
  /** Where our ledger stood; our signed statement says it too, and the city keeps that. */
  readonly ledger: LedgerMark;
}

interface OurSide extends DigestTree {
  readonly ledger: LedgerMark;
}

/** @returns null when the platform offers no means for this tree. @throws PlatformFailure. */
export async function compareTree(
  session: SyncSession,
  tree: Tree,
): Promise<TreeComparison | null> {
  const { level } = session.capabilities;
  const place = { peerId: session.peerId, stream: tree };
  const ledger = await readLedgerMark(session.pool, session.peerId);
  const hashes = await readBucketHashes(session.pool, place);
  if (level === "L0" || level === "L1") {
    return tree === "titles" ? compareByExport(session, hashes, ledger) : null;
  }
  const ours = { ...treeOfBuckets(hashes), ledger };
  return level === "L3"
    ? compareBySignature(session, tree, ours)
    : compareByList(session, tree, ours);
}

async function compareBySignature(
  session: SyncSession,
  tree: Tree,
  ours: OurSide,
): Promise<TreeComparison> {
  const answered = await session.platform.compare({
    tree,
    n: ours.n,
    root: ours.root,
    stateTo: statementMaker(session, tree, ours),
  });
  await session.step("verify.compared");
  refuseFalse(session, tree, answered);
  const { value } = answered;
  const equal = value.root === ours.root && value.n === ours.n;
  const located = equal
    ? { differences: [], roundTrips: 0, bytesExchanged: 0 }
    : await locateDifferences(session, tree, ours, value.mids);
  const { statement, signature } = value;
  return {
    level: "L3",
    n: ours.n,
    ourRoot: ours.root,
    theirRoot: value.root,
    differences: located.differences,
    ourSignature: answered.ours === null ? null : JSON.stringify(answered.ours),
    theirSignature: JSON.stringify({ statement, signature }),
    ledger: ours.ledger,
    roundTrips: 1 + located.roundTrips,
    bytesExchanged: answered.bytesExchanged + located.bytesExchanged,
  };
}

function statementMaker(session: SyncSession, tree: Tree, { n, root, ledger }: OurSide) {
  const { statementKey: key, district, generation } = session;
  if (key === null) return null;
  return (nonce: string) => {
    const at = session.now().toISOString();
    const cut = `${generation}/${ledger.length}/${ledger.head ?? "0"}`;
    const claim = { by: district, tree, district, n, root, cut, at, answers: nonce };
    const statement = statementText(claim);
    return { statement, signature: signStatement(key, statement) };
  };
}

/** The city's word counts only as its signed statement about this tree, in answer to this question. */
function refuseFalse(session: SyncSession, tree: Tree, answered: AnsweredComparison): void {
  const { value, nonce } = answered;
  const { capabilities, district } = session;
  const key = capabilities.statementKeys.find(({ keyId }) => keyId === value.signature.keyId);
  const by = capabilities.platform.id;
  const claim = { by, tree, district, n: value.n, root: value.root, answers: nonce };
  const genuine =
    key !== undefined &&
    statementSays(value.statement, claim) &&
    isStatementSigned(value.statement, value.signature, key.publicKey);
  if (!genuine) {
    throw new PlatformFailure(
      "IN_DOUBT",
      "the city's statement is not signed, or says something else",
    );
  }
}

async function compareByList(
  session: SyncSession,
  tree: Tree,
  ours: OurSide,
): Promise<TreeComparison> {
  const list = await listHashes(session, tree);
  await session.step("verify.compared");
  if (list.problem !== null) throw new PlatformFailure("IN_DOUBT", list.problem);
  const theirs = treeOfRecords(list.records.map(([key, digest]) => ({ key, digest })));
  const place = { peerId: session.peerId, stream: tree };
  const held =
    theirs.root === ours.root ? [] : await readBucketRecords(session.pool, place, allBuckets);
  return {
    level: "L2",
    n: ours.n,
    ourRoot: ours.root,
    theirRoot: theirs.root,
    differences: theirs.root === ours.root ? [] : compareRecords(held, list.records),
    ourSignature: null,
    theirSignature: null,
    ledger: ours.ledger,
    roundTrips: list.roundTrips,
    bytesExchanged: list.bytesExchanged,
  };
}

const allBuckets = Array.from({ length: 4096 }, (_, bucket) => bucket);
