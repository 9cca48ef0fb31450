/** Cursors as the naive resolver makes them: a second writing of gateway/compile/cursor.ts. */
import { createHash } from "node:crypto";

import type { Key } from "./naive-compare.ts";
import type { NaiveContext } from "./naive-resolver.ts";
import type { NaiveRow } from "./naive-store.ts";

/** What a list is sorted by, and where in the graph it stands. */
export interface Ordered {
  readonly keys: readonly Key[];
  readonly descending: boolean;
  readonly place: string;
}

/** How deep in its list a cursor says that it lies, which its page is counted on from. */
export function depthIn(cursor: unknown): number {
  if (typeof cursor !== "string") return 0;
  const payload = Buffer.from(cursor, "base64").subarray(0, -12).toString();
  return Number((JSON.parse(payload) as unknown[]).at(-1));
}

/** Written after gateway/compile/cursor.ts's words, not its code: keys as texts, the depth, a digest over the list's key and both. */
export function cursorOf(
  row: NaiveRow,
  order: Ordered & { readonly depth: number },
  filter: unknown,
  { principal, secret }: NaiveContext,
): string {
  const sorted = `${order.keys.map(([column]) => column).join(",")}:${order.descending ? "desc" : "asc"}`;
  const { subject, tier, areaCodes } = principal;
  const listKey = createHash("sha256")
    .update(createHash("sha256").update(secret).digest("hex"))
    .update(JSON.stringify([order.place, sorted]))
    .update(JSON.stringify(filter))
    .update(JSON.stringify([subject, tier, areaCodes]))
    .digest();
  const keys = order.keys.map(([column, nullAs]) => String(row[column] ?? nullAs));
  const payload = Buffer.from(
    `[${[...keys.map((key) => JSON.stringify(key)), order.depth].join(", ")}]`,
  );
  const mac = createHash("sha256").update(listKey).update(payload).digest().subarray(0, 12);
  return Buffer.concat([payload, mac]).toString("base64");
}
