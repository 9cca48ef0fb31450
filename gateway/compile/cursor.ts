/**
 * Cursors: the last row's sort keys, and how deep in the list it lies, signed for one caller, filter and order.
 *
 * The database makes them (only it knows the keys without a second pass in Node), so the HMAC is spelled out in SQL over
 * the built-in sha256(); the gateway checks them before any SQL is built from them. The signature covers the context and
 * the keys; the text holds the keys alone.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

import { GoldseedError } from "../../domain/errors.ts";
import type { OrderKey } from "../../resolvers/shape-language.ts";
import type { CursorKey } from "./plan.ts";

const macBytes = 12;
const blockBytes = 64;

/** @param former whose cursors are read still, but no longer made. */
export function makeCursorKey(secret: Buffer, former: Buffer | null = null): CursorKey {
  const key = Buffer.alloc(blockBytes);
  (secret.length > blockBytes ? createHash("sha256").update(secret).digest() : secret).copy(key);
  const padded = (byte: number) =>
    `\\x${Buffer.from(key.map((part) => part ^ byte)).toString("hex")}`;
  return { secret, former, innerHex: padded(0x36), outerHex: padded(0x5c) };
}

export interface CursorParameters {
  readonly inner: string;
  readonly outer: string;
  readonly context: string;
  /** Placeholder of how many rows lie before the page's end; of pages that tell no cursor it is not made. */
  readonly depth: () => string;
}

/** What a cursor holds. */
export interface ReadCursor {
  /** Texts, one for each order key. */
  readonly keys: readonly string[];
  /** Rows that have been read before it, at most: those that the pages on the way asked for. */
  readonly depth: number;
}

/** SQL for a cursor; `offset 0` keeps the keys from being written twice. In the usual base64: making it safe for addresses was half of its cost. */
export function cursorExpression(
  keyTexts: readonly string[],
  parameters: CursorParameters,
): string {
  const payload = `convert_to(json_build_array(${[...keyTexts.map((text) => `(${text})::text`), parameters.depth()].join(", ")})::text, 'UTF8')`;
  const mac = `substr(sha256(${parameters.outer} || sha256(${parameters.inner} || convert_to(${parameters.context}, 'UTF8') || v.payload)), 1, ${macBytes})`;
  return `(select replace(encode(v.payload || ${mac}, 'base64'), E'\\n', '') from (select ${payload} as payload offset 0) v)`;
}

function macOf(secret: Buffer, context: string, payload: Buffer): Buffer {
  return createHmac("sha256", secret)
    .update(context)
    .update(payload)
    .digest()
    .subarray(0, macBytes);
}

/** @throws GoldseedError BAD_CURSOR */
export function readCursor(
  text: string,
  context: string,
  key: CursorKey,
  order: readonly OrderKey[],
): ReadCursor {
  const bytes = /^[\w+/]{20,4000}={0,2}$/u.test(text)
    ? Buffer.from(text, "base64")
    : Buffer.alloc(0);
  const payload = bytes.subarray(0, Math.max(0, bytes.length - macBytes));
  const mac = bytes.subarray(payload.length);
  const isSignedBy = (secret: Buffer | null) =>
    secret !== null && timingSafeEqual(mac, macOf(secret, context, payload));
  if (
    mac.length !== macBytes ||
    !(isSignedBy(key.secret) || isSignedBy(key.former)) ||
    bytes.toString("base64") !== text
  ) {
    throw new GoldseedError(
      "BAD_CURSOR",
      "游标无效：它已超过一天、被改动过，或来自其他用户、其他筛选条件或其他排序。请从第一页重新开始。 " +
        "The cursor is not valid: it is of an earlier day, was changed, or made for another caller, filter or order. Start again from the first page.",
    );
  }
  const values = JSON.parse(payload.toString("utf8")) as readonly unknown[];
  if (values.length !== order.length + 1)
    throw new GoldseedError(
      "BAD_CURSOR",
      "游标属于另一种排序，请从第一页重新开始 / The cursor belongs to another order. Start again from the first page.",
    );
  return { keys: values.slice(0, -1) as string[], depth: Number(values.at(-1)) };
}
