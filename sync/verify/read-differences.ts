/** Where both sides differ at this moment, with the fields: looks, and mends nothing and writes no receipt. */
import { GoldseedError } from "../../domain/errors.ts";
import { readShadow } from "../../store/queries/sync-shadow.ts";
import type { SyncSession } from "../context.ts";
import { recommendationFields, titleFields } from "../protocol/canonical-record.ts";
import type { Level } from "../protocol/capabilities.ts";
import type { Tree } from "../protocol/digests.ts";
import { looseKey } from "../pull/judge-title.ts";
import { readExported } from "./compare-export.ts";
import { compareTree, type TreeComparison } from "./compare-tree.ts";
import type { Difference } from "./locate-differences.ts";

export interface FieldDifference {
  readonly field: string;
  /** What the city is known to hold by us, and what it says now. */
  readonly ours: string | null;
  readonly theirs: string | null;
}

export interface RecordDifference extends Difference {
  readonly fields: readonly FieldDifference[];
}

export interface TreeDifferences {
  readonly tree: Tree;
  /** Null at a level at which the city lists nothing of it: what is known is in the outcomes of the batches. */
  readonly comparison: Omit<TreeComparison, "differences"> | null;
  readonly count: number;
  /** The first of them, with their fields. */
  readonly records: readonly RecordDifference[];
}

type Content = Readonly<Record<string, unknown>>;

/** @throws GoldseedError CITY_UNAVAILABLE below L2 before the first whole list; PlatformFailure. */
export async function readDifferences(
  session: SyncSession,
  tree: Tree,
  limit: number,
): Promise<TreeDifferences> {
  const derived = isDerived(session.capabilities.level);
  if (derived && tree === "recommendations")
    return { tree, comparison: null, count: 0, records: [] };
  const compared = await compareTree(session, tree);
  if (compared === null) throw noList(session.capabilities.level);
  const { differences, ...comparison } = compared;
  const shown = differences.slice(0, Math.min(limit, 500));
  const keys = shown.map(({ key }) => key);
  const ours = await readShadow(session.pool, { peerId: session.peerId, stream: tree }, keys);
  const theirs = keys.length === 0 ? new Map() : await readTheirs(session, tree, keys);
  const records = shown.map((difference) => ({
    ...difference,
    fields: differingFields(tree, ours.get(difference.key)?.record, theirs.get(difference.key)),
  }));
  return { tree, comparison, count: differences.length, records };
}

async function readTheirs(
  session: SyncSession,
  tree: Tree,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Content>> {
  const { platform, capabilities } = session;
  // Nobody is asked for single records there: what the list said of them is at hand.
  if (isDerived(capabilities.level)) return readExported(session, new Set(keys));
  const records =
    tree === "titles"
      ? (await platform.titlesByKey(keys)).value.items
      : (await platform.recommendationsByKey(keys)).value.items.map(({ record }) => record);
  // Titles come unjudged: one without a key is none of those asked for.
  const keyed = records.map((record) => [looseKey(record), Object(record) as Content] as const);
  return new Map(keyed.filter((pair): pair is [string, Content] => pair[0] !== null));
}

/** Nothing for a record that only one side has: all of it differs. */
function differingFields(
  tree: Tree,
  ours: Content | null | undefined,
  theirs: Content | undefined,
): readonly FieldDifference[] {
  if (ours == null || theirs === undefined) return [];
  const fields: readonly (readonly [string, string])[] =
    tree === "titles" ? titleFields : recommendationFields;
  return fields
    .map(([field]) => ({ field, ours: textOf(ours[field]), theirs: textOf(theirs[field]) }))
    .filter((one) => one.ours !== one.theirs);
}

function textOf(value: unknown): string | null {
  if (value == null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isDerived(level: Level): boolean {
  return level === "L0" || level === "L1";
}

function noList(level: string): GoldseedError {
  return new GoldseedError(
    "CITY_UNAVAILABLE",
    `市级平台为 ${level} 级，依其完整名单核对，而名单尚未取得 / The city platform is of level ${level}: it is compared by its whole list, and none of its present generation has been taken in. Run: goldseed sync run`,
  );
}
