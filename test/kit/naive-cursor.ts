/** Cursors as the naive resolver makes them: a second writing of gateway/compile/cursor.ts. */
import { createHash, createHmac } from "node:crypto";

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

/** Written after gateway/compile/cursor.ts's words, not its code: keys as texts, the depth, an HMAC over all. */
export function cursorOf(
  row: NaiveRow,
  order: Ordered & { readonly depth: number },
  filter: unknown,
  { principal, secret }: NaiveContext,
): string {
  const sorted = `${order.keys.map(([column]) => column).join(",")}:${order.descending ? "desc" : "asc"}`;
  const context = createHash("sha256")
    .update(
      JSON.stringify([
        order.place,
        sorted,
        filter,
        principal.subject,
        principal.tier,
        principal.areaCodes,
      ]),
    )
    .digest("base64url");
  const keys = order.keys.map(([column, nullAs]) => String(row[column] ?? nullAs));
  const payload = Buffer.from(
    `[${[...keys.map((key) => JSON.stringify(key)), order.depth].join(", ")}]`,
  );
  const mac = createHmac("sha256", secret).update(context).update(payload).digest().subarray(0, 12);
  return Buffer.concat([payload, mac]).toString("base64");
}
