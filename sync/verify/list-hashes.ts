/** The platform's whole list of keys and digests (L2), believed only when its pages join. */
import type { SyncSession } from "../context.ts";
import type { HashPage, Tree } from "../protocol/digests.ts";

export interface HashList {
  readonly records: readonly (readonly [key: string, digest: string])[];
  /** Null when the pages join. */
  readonly problem: string | null;
  readonly roundTrips: number;
  readonly bytesExchanged: number;
}

const mostPages = 10_000;

export async function listHashes(session: SyncSession, tree: Tree): Promise<HashList> {
  const records: (readonly [string, string])[] = [];
  const pages: HashPage[] = [];
  let bytesExchanged = 0;
  let after: string | null = null;
  do {
    const limit = session.capabilities.limits.maxHashItems;
    const answered = await session.platform.hashes(tree, limit, after);
    pages.push({ ...answered.value, items: [] });
    records.push(...answered.value.items);
    bytesExchanged += answered.bytesExchanged;
    after = answered.value.next;
  } while (after !== null && pages.length < mostPages);
  const problem = problemOf(pages, records);
  return { records, problem, roundTrips: pages.length, bytesExchanged };
}

function problemOf(
  pages: readonly HashPage[],
  records: readonly (readonly [string, string])[],
): string | null {
  const total = pages[0]?.total ?? 0;
  const moments = new Set(pages.map((page) => `${page.generation}/${page.revision}`));
  if (moments.size > 1) return "the platform's data moved between pages";
  if (records.length !== total) return `the list holds ${records.length} of ${total} records`;
  const ordered = records.every(([key], i) => i === 0 || (records[i - 1]?.[0] ?? "") < key);
  return ordered ? null : "the keys do not ascend";
}
