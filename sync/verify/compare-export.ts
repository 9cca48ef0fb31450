/**
 * Agreement derived by us from the city's own whole list (L0, L1): the same canonical records, the same tree, over the
 * bytes as they came. The receipt says so: it is worth less than the city's word, and more than none.
 */
import { readBucketRecords, type BucketHash } from "../../store/queries/sync-digests.ts";
import {
  readLandedBody,
  readLandedPages,
  type StagedItem,
} from "../../store/queries/sync-inbound.ts";
import { readTakenExport, type TakenExport } from "../../store/queries/sync-runs.ts";
import type { LedgerMark } from "../../store/queries/sync-ledger.ts";
import type { SyncSession } from "../context.ts";
import { treeOfBuckets, treeOfRecords } from "../protocol/digest-tree.ts";
import { parseStrictJson } from "../protocol/parse-strict-json.ts";
import { signStatement, statementText } from "../protocol/statement.ts";
import { judgeTitle } from "../pull/judge-title.ts";
import type { TreeComparison } from "./compare-tree.ts";
import { compareRecords } from "./locate-differences.ts";

type Record = readonly [key: string, digest: string];

/** @returns null while no whole list of the city's present generation has been taken in. */
export async function compareByExport(
  session: SyncSession,
  ours: readonly BucketHash[],
  ledger: LedgerMark,
): Promise<TreeComparison | null> {
  const { pool, peerId, capabilities } = session;
  const taken = await readTakenExport(pool, peerId);
  if (taken === null || !taken.list.startsWith(`${capabilities.generation}/`)) return null;
  const exported = await recordsOf(session, taken);
  await session.step("verify.compared");
  const theirs = treeOfRecords(exported.map(([key, digest]) => ({ key, digest })));
  const { n, root } = treeOfBuckets(ours);
  const held =
    theirs.root === root
      ? []
      : await readBucketRecords(pool, { peerId, stream: "titles" }, allBuckets);
  const { list, pages, headers } = taken;
  return {
    level: capabilities.level,
    n,
    ourRoot: root,
    theirRoot: theirs.root,
    differences: theirs.root === root ? [] : compareRecords(held, exported),
    ourSignature: statement(session, taken, { n, root, ledger }),
    // Nobody signed a root here: what stands for it is the list itself, by its digests.
    theirSignature: JSON.stringify({ derivedFrom: { list, pages, parcel: headers } }),
    roundTrips: 0,
    bytesExchanged: taken.bytes,
    ledger,
  };
}

const allBuckets = Array.from({ length: 4096 }, (_, bucket) => bucket);

/** What the list of the city that was taken in last says of these. */
export async function readExported(
  session: SyncSession,
  keys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Readonly<{ [member: string]: unknown }>>> {
  const taken = await readTakenExport(session.pool, session.peerId);
  const items = taken === null ? [] : await itemsOf(session, taken);
  const asked = items.filter(({ key }) => keys.has(key));
  return new Map(asked.map(({ key, record }) => [key, Object(record)]));
}

/** Every record of the list, those that cannot be read among them: they differ from anything held. */
async function recordsOf(session: SyncSession, taken: TakenExport): Promise<Record[]> {
  const items = await itemsOf(session, taken);
  return items.map(({ key, digest }) => [key, digest === "" ? unreadable : digest]);
}

async function itemsOf({ pool, district }: SyncSession, taken: TakenExport): Promise<StagedItem[]> {
  const judged: StagedItem[] = [];
  for (const page of await readLandedPages(pool, taken.runId, taken.firstPage)) {
    const body = parseStrictJson(await readLandedBody(pool, taken.runId, page));
    for (const [no, item] of (body as { items: unknown[] }).items.entries()) {
      judged.push(judgeTitle(item, district, `page ${page} item ${no + 1}`));
    }
  }
  return judged;
}

/** No digest of a record is this one. */
const unreadable = "0".repeat(64);

function statement(
  { statementKey: key, district, generation, now }: SyncSession,
  { list }: TakenExport,
  { n, root, ledger }: { readonly n: number; readonly root: string; readonly ledger: LedgerMark },
): string | null {
  if (key === null) return null;
  const at = now().toISOString();
  const cut = `${generation}/${ledger.length}/${ledger.head ?? "0"}`;
  const text = statementText({
    by: district,
    tree: "titles",
    district,
    n,
    root,
    cut,
    at,
    answers: list,
  });
  return JSON.stringify({ statement: text, signature: signStatement(key, text) });
}
