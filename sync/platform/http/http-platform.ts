/** The platform over HTTP, levels L1 to L3. Reads are tried again here; a push is tried again by the engine alone. */
import { randomBytes } from "node:crypto";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";

import type { z } from "zod";

import { canonVersion } from "../../protocol/scalars.ts";
import { parseStrictJson } from "../../protocol/parse-strict-json.ts";
import {
  encodeQuery,
  isAnswerSigned,
  signRequest,
  type SigningKey,
} from "../../protocol/signing.ts";
import { wireSchemas } from "../../protocol/wire-schemas.ts";
import { PlatformFailure } from "../platform-failure.ts";
import type { Answered, CityPlatform, CompareQuestion } from "../port.ts";
import { retryDelayMs } from "../retry-delay.ts";
import { Breaker } from "./breaker.ts";
import { failureOf } from "./classify-answer.ts";
import { sendRequest, type HttpAnswer, type HttpLimits } from "./send-request.ts";

export interface HttpPlatformOptions {
  readonly origin: string;
  readonly district: string;
  /** Null when a gateway wants a bearer token instead: then nothing is signed, either way. */
  readonly key: SigningKey | null;
  /** Taken once the platform knows `key` no more: a key is changed while an exchange runs, and the exchange goes on. */
  readonly nextKey?: SigningKey | null;
  readonly bearer?: string;
  readonly limits?: Partial<HttpLimits>;
  /** How often a read is tried in all. */
  readonly readAttempts?: number;
  readonly breaker?: Breaker;
  readonly nowMs?: () => number;
}

const standardLimits: HttpLimits = {
  connectTimeoutMs: 5_000,
  deadlineMs: 30_000,
  maxAnswerBytes: 16 * 1024 * 1024,
};
const retry = { baseMs: 200, capMs: 5_000, random: Math.random };
/** A read waits this long for a platform that asks for patience; a longer wait is left to the next run. */
const longestReadWaitMs = 10_000;

interface Ask {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly body?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly nonce?: string;
  readonly signal?: AbortSignal;
}

interface Signing {
  readonly path: string;
  readonly body: Uint8Array;
  readonly nonce: string;
  readonly key: SigningKey | null;
}

export function createHttpPlatform(options: HttpPlatformOptions): CityPlatform {
  return new HttpPlatform(options);
}

class HttpPlatform implements CityPlatform {
  readonly #options: HttpPlatformOptions;
  readonly #limits: HttpLimits;
  readonly #base: URL;
  readonly #agent: HttpAgent;
  readonly #breaker: Breaker;
  readonly #nowMs: () => number;
  #key: SigningKey | null;

  constructor(options: HttpPlatformOptions) {
    this.#options = options;
    this.#key = options.key;
    this.#limits = { ...standardLimits, ...options.limits };
    this.#base = new URL(options.origin);
    const AgentOfScheme = this.#base.protocol === "https:" ? HttpsAgent : HttpAgent;
    this.#agent = new AgentOfScheme({ keepAlive: true, maxSockets: 8 });
    this.#nowMs = options.nowMs ?? Date.now;
    this.#breaker =
      options.breaker ??
      new Breaker({ threshold: 5, restMs: 60_000, nowMs: () => performance.now() });
  }

  capabilities() {
    return this.#read({ method: "GET", path: "/v1/capabilities" }, wireSchemas.Capabilities);
  }

  titles({ limit, after, delta, updatedSince }: Parameters<CityPlatform["titles"]>[0]) {
    const optional = { after, delta, updatedSince };
    const query = [
      ["district", this.#options.district] as const,
      ["limit", String(limit)] as const,
      ...Object.entries(optional).filter((pair): pair is [string, string] => pair[1] !== null),
    ];
    return this.#read({ method: "GET", path: "/v1/titles", query }, wireSchemas.TitlePage);
  }

  titlesByKey(keys: readonly string[]) {
    return this.#read(this.#post("/v1/titles:batchGet", { keys }), wireSchemas.TitlesByKey);
  }

  recommendationsByKey(keys: readonly string[]) {
    const ask = this.#post("/v1/recommendations:batchGet", { keys });
    return this.#read(ask, wireSchemas.RecommendationsByKey);
  }

  pushBatch(batchKey: string, body: Uint8Array) {
    const headers = { "Idempotency-Key": batchKey };
    const ask: Ask = { method: "POST", path: "/v1/batches", body, headers };
    return this.#exchange(ask, wireSchemas.BatchOutcome);
  }

  readBatch(batchKey: string) {
    const path = `/v1/batches/${encodeURIComponent(batchKey)}`;
    return this.#read({ method: "GET", path }, wireSchemas.BatchOutcome);
  }

  records(creditCodes: readonly string[], signal?: AbortSignal) {
    const ask = this.#post("/v1/records:batchGet", { creditCodes });
    // A live read inside somebody's query: one attempt, the deadline is short.
    return this.#exchange(
      { ...ask, ...(signal === undefined ? {} : { signal }) },
      wireSchemas.Records,
    );
  }

  hashes(tree: string, limit: number, after: string | null) {
    const query = [
      ["district", this.#options.district] as const,
      ["limit", String(limit)] as const,
      ...(after === null ? [] : [["after", after] as const]),
    ];
    return this.#read({ method: "GET", path: `/v1/hashes/${tree}`, query }, wireSchemas.HashPage);
  }

  async compare({ tree, n, root, stateTo }: CompareQuestion) {
    const nonce = newNonce();
    const ours = stateTo === null ? null : stateTo(nonce);
    const ask = this.#post(`/v1/digests/${tree}:compare`, {
      canonVersion,
      n,
      root,
      statement: ours?.statement ?? null,
      signature: ours?.signature ?? null,
    });
    // Not tried again here: the statement names the nonce, and a nonce serves once.
    const answered = await this.#exchange({ ...ask, nonce }, wireSchemas.Comparison);
    return { ...answered, nonce, ours };
  }

  leaves(tree: string, mids: readonly number[]) {
    return this.#read(this.#post(`/v1/digests/${tree}:leaves`, { mids }), wireSchemas.Leaves);
  }

  bucketRecords(tree: string, buckets: readonly number[]) {
    const ask = this.#post(`/v1/digests/${tree}:records`, { buckets });
    return this.#read(ask, wireSchemas.BucketRecords);
  }

  /** What we asked for needs no receipt. */
  tellList(): Promise<void> {
    const text = "a city that is asked over HTTP takes no receipts for its lists";
    return Promise.reject(new PlatformFailure("NOT_OFFERED", text));
  }

  close(): void {
    this.#agent.destroy();
  }

  #post(path: string, members: object): Ask {
    const body = JSON.stringify({ district: this.#options.district, ...members });
    return { method: "POST", path, body: Buffer.from(body, "utf8") };
  }

  async #read<S extends z.ZodType>(ask: Ask, schema: S): Promise<Answered<z.infer<S>>> {
    const attempts = this.#options.readAttempts ?? 3;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#exchange(ask, schema);
      } catch (error) {
        const failure = error as PlatformFailure;
        const waitMs = retryDelayMs(attempt, failure.retryAfterMs ?? null, retry);
        const hopeless = !(failure instanceof PlatformFailure) || !failure.isOutage;
        if (hopeless || attempt >= attempts || waitMs > longestReadWaitMs) throw error;
        await sleep(waitMs);
      }
    }
  }

  async #exchange<S extends z.ZodType>(ask: Ask, schema: S): Promise<Answered<z.infer<S>>> {
    if (!this.#breaker.admit()) {
      throw new PlatformFailure(
        "SUSPENDED",
        "the platform failed repeatedly; it is asked again soon",
      );
    }
    try {
      const answered = await this.#answer(ask, schema);
      this.#breaker.succeeded();
      return answered;
    } catch (error) {
      const outage = error instanceof PlatformFailure && error.isOutage;
      const aborted = error instanceof PlatformFailure && error.kind === "ABORTED";
      if (outage) this.#breaker.failed();
      else if (aborted) this.#breaker.withdrawn();
      else this.#breaker.succeeded();
      throw error;
    }
  }

  async #answer<S extends z.ZodType>(ask: Ask, schema: S): Promise<Answered<z.infer<S>>> {
    const { nextKey = null } = this.#options;
    try {
      return await this.#answerTo(ask, schema, this.#key);
    } catch (error) {
      if (nextKey === null || this.#key === nextKey || !isKeyGone(error)) throw error;
      const answered = await this.#answerTo(ask, schema, nextKey);
      this.#key = nextKey;
      return answered;
    }
  }

  async #answerTo<S extends z.ZodType>(
    ask: Ask,
    schema: S,
    key: SigningKey | null,
  ): Promise<Answered<z.infer<S>>> {
    const body = ask.body ?? new Uint8Array();
    const nonce = ask.nonce ?? newNonce();
    const path = `${this.#base.pathname.replace(/\/$/, "")}${ask.path}`;
    const query = encodeQuery(ask.query ?? []);
    const answer = await sendRequest(
      {
        url: this.#base,
        target: query === "" ? path : `${path}?${query}`,
        method: ask.method,
        headers: { ...this.#headers(ask, { path, body, nonce, key }), ...ask.headers },
        body,
        signal: ask.signal ?? null,
      },
      this.#limits,
      this.#agent,
    );
    const nowMs = this.#nowMs();
    const timestamp = answer.headers["x-sync-timestamp"] ?? "";
    const signature = answer.headers["x-sync-signature"] ?? "";
    const { status } = answer;
    const signed =
      key === null ||
      isAnswerSigned(key, { status, nonce, timestamp, signature, body: answer.body });
    const failure = failureOf(answer, signed, nowMs);
    if (failure !== null) throw failure;
    const platformMs = Date.parse(timestamp);
    return {
      value: valueOf(answer, schema),
      bytes: answer.body,
      headers: answer.headers,
      bytesExchanged: body.length + answer.body.length,
      clockOffsetMs: Number.isNaN(platformMs) ? null : platformMs - nowMs,
    };
  }

  #headers(ask: Ask, { path, body, nonce, key }: Signing) {
    const { bearer } = this.#options;
    const common = {
      Accept: "application/json",
      "Accept-Encoding": "identity",
      ...(ask.method === "POST" ? { "Content-Type": "application/json" } : {}),
    };
    if (key === null) return { ...common, Authorization: `Bearer ${bearer ?? ""}` };
    const timestamp = new Date(this.#nowMs()).toISOString();
    const { method, query = [] } = ask;
    return { ...common, ...signRequest(key, { method, path, query, body, timestamp, nonce }) };
  }
}

/** A success whose body is not of the protocol is no answer: the request may have been applied. */
function valueOf<S extends z.ZodType>(answer: HttpAnswer, schema: S): z.infer<S> {
  try {
    return schema.parse(parseStrictJson(answer.body));
  } catch (error) {
    const reason = (error as Error).message.slice(0, 500);
    throw new PlatformFailure("IN_DOUBT", `a 200 whose body is not of the protocol: ${reason}`, {
      status: 200,
      cause: error,
    });
  }
}

/** Who knows a key no more cannot sign its refusal; an expired one it can. */
function isKeyGone(error: unknown): boolean {
  const { status, code } = error as Partial<PlatformFailure>;
  return (
    error instanceof PlatformFailure && status === 401 && (code === null || code === "KEY_EXPIRED")
  );
}

function newNonce(): string {
  return randomBytes(18).toString("base64url");
}
