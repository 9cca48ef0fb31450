/** The keys of an issuer that is slow, wrong, away, or renews its keys; over a real server. */
import { generateKeyPairSync } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterEach, describe, expect, test } from "vitest";

import { remoteKeys } from "../../../gateway/auth/remote-keys.ts";
import { certainDriftMs, type ClockReading } from "../../../lib/clock-drift.ts";
import { goodToken, jwks, publicJwk, testAuthenticator } from "../../kit/tokens.ts";

const weakRsa = generateKeyPairSync("rsa", { modulusLength: 1_024 }).publicKey.export({
  format: "jwk",
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** Serves what `answer` says at the moment, counts the calls, and keeps a clock that tests move. */
async function issuer(answer: RequestListener = json(() => jwks())) {
  const state = { answer, calls: 0, nowMs: 0, errors: [] as string[], said: [] as ClockReading[] };
  const server = createServer((request, response) => {
    state.calls += 1;
    state.answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const source = remoteKeys({
    url,
    clock: () => state.nowMs,
    onError: (message) => state.errors.push(message),
    onTime: (said) => state.said.push(said),
  });
  return { state, source, find: (kid: string | null) => source.find(kid, "EdDSA") };
}

function json(body: () => unknown): RequestListener {
  return (_request, response) =>
    response.setHeader("content-type", "application/json").end(JSON.stringify(body()));
}
const only = (kid: string) => json(() => ({ keys: [publicJwk("EdDSA", kid)] }));
const unavailable = { code: "ISSUER_UNAVAILABLE" };

describe("keys in memory", () => {
  test("a thousand known keys cause one fetch", async () => {
    const { state, find } = await issuer();
    for (let index = 0; index < 1_000; index++) expect(await find("key-EdDSA")).toBeDefined();
    expect(state.calls).toBe(1);
  });

  test("a thousand callers at once cause one fetch", async () => {
    const { state, find } = await issuer();
    const found = await Promise.all(Array.from({ length: 1_000 }, () => find("key-EdDSA")));
    expect(found.every((key) => key !== undefined)).toBe(true);
    expect(state.calls).toBe(1);
  });

  test("a flood of unknown key ids causes one fetch per cool-down", async () => {
    const { state, find } = await issuer();
    await find("key-EdDSA");
    for (const nowMs of [29_999, 30_001, 45_000, 60_002]) {
      state.nowMs = nowMs;
      for (let index = 0; index < 1_000; index++)
        expect(await find(`unknown-${index}`)).toBeUndefined();
    }
    expect(state.calls).toBe(3);
  });

  test.each([
    ["an algorithm the key is not of", "key-EdDSA", "RS256"],
    ["an id of another key", "key-RS256", "EdDSA"],
  ] as const)("%s finds nothing", async (_what, kid, algorithm) => {
    const { source } = await issuer();
    expect(await source.find(kid, algorithm)).toBeUndefined();
  });

  test("two keys of one id find nothing: which was meant is not known", async () => {
    const { find } = await issuer(
      json(() => ({ keys: [publicJwk("EdDSA", "k"), publicJwk("EdDSA", "k")] })),
    );
    expect(await find("k")).toBeUndefined();
    expect(await find(null)).toBeUndefined();
  });
});

describe("the issuer's clock", () => {
  const at = (seconds: number, headers: Record<string, string> = {}): RequestListener => {
    return (_request, response) => {
      const date = new Date(Date.now() + seconds * 1_000).toUTCString();
      response.writeHead(200, { date, ...headers }).end(JSON.stringify(jwks()));
    };
  };

  test.each([
    [-10, 8, 10],
    [10, -10, -8],
    [0, 0, 0],
  ])("set %d s beside ours is told as far as it is certain", async (seconds, least, most) => {
    const { state, find } = await issuer(at(seconds));
    await find("key-EdDSA");
    expect(state.said).toHaveLength(1);
    const drift = certainDriftMs(state.said[0]!) / 1_000;
    expect(drift).toBeGreaterThanOrEqual(least);
    expect(drift).toBeLessThanOrEqual(most);
  });

  test("is not what a cache remembers", async () => {
    const { state, find } = await issuer(at(-500, { age: "499" }));
    await find("key-EdDSA");
    expect(state.said).toEqual([]);
  });
});

describe("renewal", () => {
  test("a new key is found once the cool-down has passed", async () => {
    const { state, find } = await issuer(only("old"));
    expect(await find("old")).toBeDefined();
    state.answer = only("new");
    expect(await find("new")).toBeUndefined();
    state.nowMs = 30_001;
    expect(await find("new")).toBeDefined();
    expect(await find("old")).toBeUndefined();
  });

  test("a key that was withdrawn goes without a request's waiting, and within a minute at the latest", async () => {
    const { state, find } = await issuer(only("old"));
    await find("old");
    state.answer = only("new");
    state.nowMs = 40_001;
    expect(await find("old")).toBeDefined();
    await expect.poll(() => find("old"), { interval: 5 }).toBeUndefined();
    state.answer = only("newest");
    state.nowMs += 60_001;
    expect(await find("new")).toBeUndefined();
  });

  test("with a key go the tokens that were proven by it, those of other keys stay", async () => {
    const { state, source } = await issuer();
    const door = await testAuthenticator({}, undefined, source);
    const enter = (algorithm: "EdDSA" | "RS256") =>
      door.authenticate(`Bearer ${goodToken(algorithm)}`);
    await enter("EdDSA");
    await enter("RS256");
    state.answer = json(() => ({ keys: [publicJwk("RS256", "key-RS256")] }));
    state.nowMs = 60_001;
    await expect(enter("EdDSA")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await enter("RS256")).toMatchObject({ subject: "li.si" });
    expect(state.calls).toBe(2);
  });

  test("keys that stay the same need no second proof; an issuer that is away delays nobody", async () => {
    const { state, source, find } = await issuer();
    const key = (await find("key-EdDSA"))!;
    state.nowMs = 60_001;
    expect(source.holds(key)).toBe(false);
    expect(await find("key-EdDSA")).toBe(key);
    expect(source.holds(key)).toBe(true);
    state.answer = (_, response) => response.writeHead(503).end();
    state.nowMs += 60_001;
    expect(await find("key-EdDSA")).toBe(key);
    state.nowMs += 60_001;
    expect(source.holds(key)).toBe(true);
    state.nowMs += 24 * 3_600_000;
    expect(source.holds(key)).toBe(false);
  });
});

describe("an issuer that misbehaves", () => {
  const answers: readonly (readonly [string, RequestListener, string])[] = [
    ["an error", (_, response) => response.writeHead(500).end("{}"), "the answer is 500"],
    [
      "a redirect",
      (_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
      "redirect",
    ],
    [
      "10 MB",
      (_, response) => response.end(Buffer.alloc(10_485_760, 32)),
      "longer than 65536 bytes",
    ],
    ["no JSON", (_, response) => response.end("<html>"), 'a list "keys"'],
    ["no keys", json(() => ({ keys: [] })), "no key for"],
    [
      "only secrets",
      json(() => ({ keys: [{ kty: "oct", k: "c2VjcmV0", kid: "key-EdDSA" }] })),
      "no key for",
    ],
    [
      "only private keys",
      json(() => ({ keys: [{ ...publicJwk("EdDSA", "key-EdDSA"), d: "x" }] })),
      "no key for",
    ],
    [
      "only keys for encryption",
      json(() => ({ keys: [{ ...publicJwk("EdDSA", "key-EdDSA"), use: "enc" }] })),
      "no key for",
    ],
    ["only weak keys", json(() => ({ keys: [weakRsa] })), "no key for"],
    [
      "too many keys",
      json(() => ({ keys: Array.from({ length: 65 }, (_, n) => ({ kid: `k${n}` })) })),
      "at most 64",
    ],
    [
      "not UTF-8",
      (_, response) => response.end(Buffer.from([0x7b, 0xff, 0x7d])),
      "encoded data was not valid",
    ],
  ];

  test.each(answers)("that answers %s at first cannot be used", async (_what, answer, reason) => {
    const { state, source, find } = await issuer(answer);
    await expect(find("key-EdDSA")).rejects.toMatchObject(unavailable);
    expect(state.errors.join()).toContain(reason);
    expect(source.status()).toMatchObject({
      keys: 0,
      ageMs: null,
      lastError: expect.stringContaining(reason),
    });
  });

  test.each(answers)(
    "that answers %s later does not lose the last good set",
    async (_what, answer) => {
      const { state, source, find } = await issuer();
      await find("key-EdDSA");
      state.answer = answer;
      state.nowMs = 30_001;
      expect(await find("unknown")).toBeUndefined();
      expect(state.calls).toBe(2);
      expect(await find("key-EdDSA")).toBeDefined();
      expect(source.status()).toMatchObject({ keys: 3, ageMs: 30_001 });
    },
  );

  test("that hangs is waited for 3 seconds", async () => {
    const { state, find } = await issuer(() => undefined);
    const startedAt = performance.now();
    await expect(find("key-EdDSA")).rejects.toMatchObject(unavailable);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(state.errors.join()).toContain("no answer in 3 seconds");
  });

  test("that has been away for a day is not believed any more", async () => {
    const { state, find } = await issuer();
    await find("key-EdDSA");
    state.answer = (_, response) => response.writeHead(503).end();
    state.nowMs = 24 * 3_600_000 - 1;
    expect(await find("key-EdDSA")).toBeDefined();
    await expect.poll(() => state.errors.length, { interval: 5 }).toBe(1);
    state.nowMs = 24 * 3_600_000 + 30_001;
    await expect(find("key-EdDSA")).rejects.toMatchObject(unavailable);
  });
});
