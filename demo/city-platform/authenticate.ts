/** Who calls: checked on raw bytes, in the order of section 3, before anything is parsed. */
import type { IncomingHttpHeaders } from "node:http";

import { nowMs } from "./clock.ts";
import type { Database } from "./database.ts";
import { limits } from "./limits.ts";
import { Refusal } from "./refusal.ts";
import {
  contentDigest,
  profiles,
  requestSignature,
  sameText,
  type Profile,
  type Secret,
} from "./signing.ts";

export interface Caller {
  readonly keyId: string;
  /** Null for a bearer token: its answers are not signed. */
  readonly secret: Secret | null;
  readonly nonce: string;
  readonly districts: readonly string[];
}

export interface RawRequest {
  readonly method: string;
  readonly url: URL;
  /** As it stood in the request line. */
  readonly rawPath: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Bearer {
  readonly token: string;
  readonly districts: readonly string[];
}

interface KeyRow {
  readonly id: string;
  readonly secret: string;
  readonly profile: Profile;
  readonly districts: string[];
  readonly not_before: Date | null;
  readonly not_after: Date | null;
}

export async function authenticate(
  database: Database,
  request: RawRequest,
  bearer: Bearer | null,
): Promise<Caller> {
  const authorization = request.headers.authorization ?? "";
  if (bearer !== null && sameText(authorization, `Bearer ${bearer.token}`)) {
    return { keyId: "bearer", secret: null, nonce: "", districts: bearer.districts };
  }
  const header = (name: string): string => {
    const value = request.headers[name];
    if (typeof value !== "string" || value === "") {
      throw new Refusal("UNSIGNED", `the header ${name} is missing`);
    }
    return value;
  };
  const keyId = header("x-sync-key");
  const timestamp = header("x-sync-timestamp");
  const nonce = header("x-sync-nonce");
  const signature = header("x-sync-signature");
  if (!/^[\w-]{16,64}$/u.test(nonce)) throw new Refusal("UNSIGNED", "the nonce is not of the form");
  const key = await keyOf(database, keyId);
  const content = header(`x-sync-content-${profiles[key.profile]}`);
  const expected = requestSignature(key, {
    keyId,
    method: request.method,
    path: request.rawPath,
    query: request.url.searchParams,
    timestamp,
    nonce,
    content,
  });
  if (content !== contentDigest(key.profile, request.body) || !sameText(signature, expected)) {
    throw new Refusal("BAD_SIGNATURE", "the signature does not fit the request");
  }
  checkTime(timestamp);
  await spendNonce(database, keyId, nonce);
  return { keyId, secret: key, nonce, districts: key.districts };
}

/** The key as far as an answer to a refused request needs it; null when there is none to sign with. */
export async function callerForRefusal(
  database: Database,
  request: RawRequest,
): Promise<Caller | null> {
  const id = request.headers["x-sync-key"];
  const nonce = request.headers["x-sync-nonce"];
  if (typeof id !== "string" || typeof nonce !== "string") return null;
  const { rows } = await database.pool.query<KeyRow>("select * from city.api_key where id = $1", [
    id,
  ]);
  const [key] = rows;
  return key === undefined ? null : { keyId: id, secret: key, nonce, districts: key.districts };
}

async function keyOf(database: Database, id: string): Promise<KeyRow> {
  const { rows } = await database.pool.query<KeyRow>("select * from city.api_key where id = $1", [
    id,
  ]);
  const [key] = rows;
  if (key === undefined) throw new Refusal("UNKNOWN_KEY", `the key "${id}" is not known`);
  const now = nowMs();
  const early = key.not_before !== null && key.not_before.getTime() > now;
  const late = key.not_after !== null && key.not_after.getTime() < now;
  if (early || late) throw new Refusal("KEY_EXPIRED", `the key "${id}" is not valid now`);
  return key;
}

function checkTime(timestamp: string): void {
  const skewMs = Math.abs(Date.parse(timestamp) - nowMs());
  if (!(skewMs <= limits.clockSkewSeconds * 1000)) {
    throw new Refusal("CLOCK_SKEW", `the timestamp "${timestamp}" is too far from ours`, {
      details: { serverTime: new Date(nowMs()).toISOString() },
    });
  }
}

async function spendNonce(database: Database, keyId: string, nonce: string): Promise<void> {
  const { rowCount } = await database.pool.query(
    `insert into city.nonce (key_id, nonce, seen_at) values ($1, $2, now()) on conflict do nothing`,
    [keyId, nonce],
  );
  if (rowCount === 0) throw new Refusal("NONCE_REPLAYED", "this nonce was used before");
  if (Math.random() < 0.01) {
    const keepSeconds = limits.clockSkewSeconds * 3;
    await database.pool.query(
      "delete from city.nonce where seen_at < now() - make_interval(secs => $1)",
      [keepSeconds],
    );
  }
}
