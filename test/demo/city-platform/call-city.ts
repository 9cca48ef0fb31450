/** A caller written from docs/city-protocol.md section 3 alone, apart from the product's client, so that both are checked. */
import { createHash, createHmac, randomUUID } from "node:crypto";

import { cityKey } from "./city-key.ts";

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: { readonly id: string; readonly secret: string };
  /** Milliseconds added to the timestamp. */
  readonly skewMs?: number;
  readonly nonce?: string;
  /** Sent in place of the body that was signed. */
  readonly alteredBody?: string;
}

export interface CityAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of many forms
  readonly json: any;
  readonly signed: boolean;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export async function callCity(
  origin: string,
  call: string,
  options: CallOptions = {},
): Promise<CityAnswer> {
  const [method = "GET", target = "/"] = call.split(" ");
  const [path = "", query = ""] = target.split("?");
  const key = options.key ?? cityKey;
  const body = options.body === undefined ? "" : JSON.stringify(options.body);
  const timestamp = new Date(Date.now() + (options.skewMs ?? 0)).toISOString();
  const nonce = options.nonce ?? randomUUID().replaceAll("-", "");
  const sorted = query.split("&").sort().join("&");
  const lines = ["sme-sync-hmac-sha256", "request", key.id, method, path, sorted];
  const signature = createHmac("sha256", key.secret)
    .update([...lines, timestamp, nonce, sha256(body)].join("\n"))
    .digest("hex");
  const sent = options.alteredBody ?? body;
  const response = await fetch(`${origin}${target}`, {
    method,
    redirect: "manual",
    headers: {
      "X-Sync-Key": key.id,
      "X-Sync-Timestamp": timestamp,
      "X-Sync-Nonce": nonce,
      "X-Sync-Content-SHA256": sha256(body),
      "X-Sync-Signature": signature,
      ...(method === "POST" ? { "Content-Type": "application/json" } : {}),
      ...options.headers,
    },
    ...(method === "POST" ? { body: sent } : {}),
  });
  const text = await response.text();
  const expected = createHmac("sha256", key.secret)
    .update(
      [
        "sme-sync-hmac-sha256",
        "response",
        key.id,
        String(response.status),
        nonce,
        response.headers.get("x-sync-timestamp"),
        sha256(text),
      ].join("\n"),
    )
    .digest("hex");
  const signed = response.headers.get("x-sync-signature") === expected;
  const { status, headers } = response;
  return { status, headers, text, json: parse(text), signed };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
