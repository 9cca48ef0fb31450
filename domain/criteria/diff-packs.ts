/** What changes from one pack to another, line by line: for two versions of a standard, or a file against what ships. */
import type { Catalogue } from "./catalogue.ts";
import { describePack } from "./describe-pack.ts";
import type { Pack } from "./pack.ts";

export interface PackDifference {
  readonly change: "added" | "removed" | "changed";
  readonly key: string;
  /** Null when added. */
  readonly before: string | null;
  /** Null when removed. */
  readonly after: string | null;
}

export function diffPacks(before: Pack, after: Pack, catalogue: Catalogue): PackDifference[] {
  const old = linesOf(before, catalogue);
  const now = linesOf(after, catalogue);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    if (was === is) return [];
    const change = was === undefined ? "added" : is === undefined ? "removed" : "changed";
    return [{ change, key, before: was ?? null, after: is ?? null }];
  });
}

function linesOf(pack: Pack, catalogue: Catalogue): Map<string, string> {
  const head: [string, string][] = [
    ["document", pack.document],
    ["status", pack.status],
    ["in_force new", describePeriod(pack, "new")],
    ["in_force renewal", describePeriod(pack, "renewal")],
  ];
  return new Map([
    ...head,
    ...describePack(pack, catalogue).map(({ key, text }): [string, string] => [key, text]),
  ]);
}

/** `2022-08-01 至 2026-03-31`; an end that is open or not known is left as dots. */
export function describePeriod(pack: Pack, kind: "new" | "renewal"): string {
  const period = pack.inForce[kind];
  return period === null ? "不适用" : `${period.from ?? "…"} 至 ${period.to ?? "…"}`;
}
