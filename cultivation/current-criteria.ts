/**
 * The criteria as they lie in the data folder now. A running process reads them anew when a file there is another than
 * before, so that a pack that is put right takes effect without a restart; unchanged files are not read again.
 */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

import type { Criteria } from "../domain/criteria/criteria.ts";
import { dataFolder, loadSoundCriteria } from "./load-criteria.ts";

export interface CurrentCriteria {
  /** The same object until a file changes. */
  readonly criteria: Criteria;
  /** Why the files as they are now are not used: `criteria` are the last sound ones then. */
  readonly fault: unknown;
}

interface Known {
  /** Of the files as they were when the reading began: one that changes meanwhile is read again the next time. */
  readonly stamp: string;
  readonly read: Promise<CurrentCriteria>;
}

const known = new Map<string, Known>();

/** @throws GoldseedError RULES_INVALID with every fault of the files, where none were sound before. */
export async function readCurrentCriteria(folder: string = dataFolder): Promise<CurrentCriteria> {
  const stamp = await stampOf(folder);
  const before = known.get(folder);
  if (before?.stamp === stamp) return before.read;
  const now = { stamp, read: readOver(before?.read, folder) };
  known.set(folder, now);
  // What was never sound is not remembered.
  now.read.catch(() => known.get(folder) === now && known.delete(folder));
  return now.read;
}

/** As `readCurrentCriteria`, for who needs no word on faults. */
export async function currentCriteria(): Promise<Criteria> {
  return (await readCurrentCriteria()).criteria;
}

async function readOver(
  before: Promise<CurrentCriteria> | undefined,
  folder: string,
): Promise<CurrentCriteria> {
  try {
    return { criteria: await loadSoundCriteria({ folder }), fault: null };
  } catch (fault) {
    const former = await before?.catch(() => undefined);
    if (former === undefined) throw fault;
    return { criteria: former.criteria, fault };
  }
}

async function stampOf(folder: string): Promise<string> {
  const parts = await Promise.all(
    // Libraries are read by who moves enterprises into them; a change of their rules concerns everybody as well.
    ["indicators", "criteria", "libraries"].map(async (part) => {
      const there = await readdir(join(folder, part)).catch(() => []);
      const names = there.filter((name) => name.endsWith(".yaml"));
      return Promise.all(names.sort().map((name) => fileStamp(join(folder, part, name))));
    }),
  );
  return parts.flat().join("\n");
}

/** A file that goes between being listed and being looked at makes a stamp of its own. */
async function fileStamp(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? path : `${path} ${found.ino} ${found.size} ${found.mtimeNs}`;
}
