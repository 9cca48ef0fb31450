/**
 * The keys that cursors are signed with, one for each half day, and the one before it still read: a cursor is good for 12
 * hours at least and 24 at most. Whoever finds an old one cannot go on from it, and nothing of time stands in it.
 */
import { createHmac } from "node:crypto";

import { makeCursorKey } from "./cursor.ts";
import type { CursorKey } from "./plan.ts";

const periodMs = 12 * 3_600_000;

/** @param nowMs the clock, of which all gateways that share the secret are to have the same. @returns the key of the moment. */
export function cursorKeysOf(secret: Buffer, nowMs: () => number): () => CursorKey {
  const secretOf = (period: number) =>
    createHmac("sha256", secret).update(`cursors of ${period}`).digest();
  let known: { readonly period: number; readonly key: CursorKey } | null = null;
  return () => {
    const period = Math.floor(nowMs() / periodMs);
    if (known?.period !== period)
      known = { period, key: makeCursorKey(secretOf(period), secretOf(period - 1)) };
    return known.key;
  };
}
