/**
 * Cursors: the last row's sort keys, and how deep in the list it lies, signed for one caller, filter and order.
 *
 * The database makes them (only it knows the keys without a second pass in Node) with a key that is good for one caller's
 * one list, derived here; the gateway checks them before any SQL is built from them. The text holds the keys alone.
 *
 * The signature is SHA-256 over that key and what is signed, cut to 12 bytes. A key of fixed length in front would let
 * whoever knows a whole digest lengthen the message; of the 32 bytes he would need, 20 are never told. An HMAC (two
 * digests and three more functions a row) costs the database a quarter more a cursor and gives nothing besides.
 */
import { createHash, hash, timingSafeEqual } from "node:crypto";

import { GoldseedError } from "../../domain/errors.ts";
import type { OrderKey } from "../../resolvers/shape-language.ts";
import type { CursorKey } from "./plan.ts";

const macBytes = 12;

/** @param former whose cursors are read still, but no longer made. */
export function makeCursorKey(secret: Buffer, former: Buffer | null = null): CursorKey {
  // Of one length whatever the secret's: what follows it can then not be taken for a part of it.
  const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  return { secret: digest(secret), former: former && digest(former) };
}

/** The key of one caller's one list, in hexadecimal digits. @param context whose, and which; its text is in no cursor. */
export function listKey(secret: string, context: string): string {
  return hash("sha256", `${secret}${context}`, "hex");
}

export interface CursorParameters {
  /** Placeholder of the list's key. */
  readonly key: string;
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
  const mac = `substr(sha256(${parameters.key} || v.payload), 1, ${macBytes})`;
  return `(select replace(encode(v.payload || ${mac}, 'base64'), E'\\n', '') from (select ${payload} as payload offset 0) v)`;
}

function macOf(secret: string, context: string, payload: Buffer): Buffer {
  const key = Buffer.from(listKey(secret, context), "hex");
  return hash("sha256", Buffer.concat([key, payload]), "buffer").subarray(0, macBytes);
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
  const isSignedBy = (secret: string | null) =>
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
