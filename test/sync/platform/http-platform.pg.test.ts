import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { createHttpPlatform } from "../../../sync/platform/http/http-platform.ts";
import { Breaker } from "../../../sync/platform/http/breaker.ts";
import type { PlatformFailure } from "../../../sync/platform/platform-failure.ts";
import type { CityPlatform } from "../../../sync/platform/port.ts";
import { cityKey } from "../../demo/city-platform/city-key.ts";
import { startCity, type City } from "../../demo/city-platform/start-city.ts";
import { creditCodeOf, seedLines } from "../../demo/city-platform/titles-for-tests.ts";

const city: City = await startCity();
const opened: CityPlatform[] = [];

function connect(changes: Partial<Parameters<typeof createHttpPlatform>[0]> = {}): CityPlatform {
  const platform = createHttpPlatform({
    origin: city.url,
    district: "370211",
    key: cityKey,
    limits: { connectTimeoutMs: 1_000, deadlineMs: 2_000, maxAnswerBytes: 1_000_000 },
    readAttempts: 1,
    breaker: new Breaker({ threshold: 1_000, restMs: 1, nowMs: Date.now }),
    ...changes,
  });
  opened.push(platform);
  return platform;
}

const failureOf = async (work: Promise<unknown>): Promise<PlatformFailure> =>
  work.then(
    () => Promise.reject(new Error("it succeeded")),
    (error: unknown) => error as PlatformFailure,
  );

const question = { limit: 100, after: null, delta: null, updatedSince: null };

beforeAll(async () => {
  await city.admin("POST /admin/seed", seedLines(30));
});
beforeEach(() => city.admin("DELETE /admin/faults"));
afterAll(() => {
  for (const platform of opened) platform.close();
});

describe("answers", () => {
  test("every read of the port is understood", async () => {
    const platform = connect();
    const capabilities = await platform.capabilities();
    expect(capabilities.value.level).toBe("L3");
    expect(Math.abs(capabilities.clockOffsetMs ?? Infinity)).toBeLessThan(5_000);
    const titles = await platform.titles(question);
    expect(titles.value).toMatchObject({ mode: "full", total: 30, count: 30, next: null });
    expect(titles.bytesExchanged).toBe(titles.bytes.length);
    const { deltaToken } = titles.value;
    const delta = await platform.titles({ ...question, delta: deltaToken });
    expect(delta.value).toMatchObject({ mode: "delta", total: 0 });
    const hashes = await platform.hashes("titles", 10, null);
    expect(hashes.value.items).toHaveLength(10);
    const [key = ""] = hashes.value.items[0] ?? [];
    expect((await platform.titlesByKey([key])).value.items).toHaveLength(1);
    const records = await platform.records([creditCodeOf(1), creditCodeOf(999)]);
    expect(records.value).toMatchObject({ missing: [creditCodeOf(999)] });
    const compared = await platform.compare({
      tree: "titles",
      n: 0,
      root: "0".repeat(64),
      stateTo: null,
    });
    expect(compared.value.equal).toBe(false);
    expect(compared.value.statement).toContain(`answers: ${compared.nonce}`);
    const leaves = await platform.leaves("titles", [compared.value.mids[0]?.[0] ?? 0]);
    expect(leaves.value.mids).toHaveLength(1);
  });
});

describe("failures are told by what may have happened", () => {
  test.each([
    ["drop-before", {}, "IN_DOUBT"],
    ["drop-after", {}, "IN_DOUBT"],
    ["truncate", {}, "IN_DOUBT"],
    ["truncate-framed", {}, "IN_DOUBT"],
    ["endless", {}, "IN_DOUBT"],
    ["delay", { ms: 3_000 }, "IN_DOUBT"],
    ["html", {}, "IN_DOUBT"],
    ["empty-body", {}, "IN_DOUBT"],
    ["error-in-200", {}, "IN_DOUBT"],
    ["redirect", {}, "IN_DOUBT"],
    ["bad-signature", {}, "IN_DOUBT"],
    ["unsigned", {}, "IN_DOUBT"],
    ["bom", {}, "IN_DOUBT"],
    ["gb18030", {}, "IN_DOUBT"],
    ["duplicate-member", {}, "IN_DOUBT"],
    ["status", { status: 500 }, "IN_DOUBT"],
    ["status", { status: 503, retryAfter: "7" }, "IN_DOUBT"],
    ["status", { status: 429, retryAfter: "7" }, "THROTTLED"],
    ["status", { status: 403 }, "UNAUTHORISED"],
    ["status", { status: 413 }, "TOO_LARGE"],
    ["status", { status: 404 }, "IN_DOUBT"],
  ])("%s %o is %s", async (kind, more, expected) => {
    await city.admin("POST /admin/faults", { on: "titles", kind, times: 1, ...more });
    const failure = await failureOf(connect().titles(question));
    expect(failure.kind, failure.message).toBe(expected);
    if ("retryAfter" in more) expect(failure.retryAfterMs).toBe(7_000);
    const [fault] = await city.admin<{ struck: number }[]>("GET /admin/faults");
    expect(fault?.struck).toBe(1);
  });

  test("what the platform itself refuses is told by its signed word", async () => {
    const expired = await failureOf(connect().titles({ ...question, delta: "bm8" }));
    expect([expired.kind, expired.code]).toEqual(["EXPIRED", "DELTA_EXPIRED"]);
    const unknown = await failureOf(connect().readBatch("370211:recommendations:1:99"));
    expect([unknown.kind, unknown.code]).toEqual(["UNKNOWN_BATCH", "BATCH_UNKNOWN"]);
    await city.admin("POST /admin/level", { level: "L1" });
    const above = await failureOf(connect().hashes("titles", 10, null));
    await city.admin("POST /admin/level", { level: "L3" });
    expect(above.kind).toBe("NOT_OFFERED");
  });

  test.each([
    ["an unknown key", { key: { id: "nobody", secret: cityKey.secret } }],
    ["a wrong secret", { key: { id: cityKey.id, secret: "another-secret-of-at-least-32-bytes" } }],
    ["a clock an hour off", { nowMs: () => Date.now() + 3_600_000 }],
    ["a bearer token nobody gave", { key: null, bearer: "guess" }],
  ])("%s stops at once", async (_, changes) => {
    const failure = await failureOf(connect(changes).capabilities());
    expect(failure.kind).toBe("UNAUTHORISED");
  });

  test("nobody at the address means that nothing was sent", async () => {
    const origin = "http://127.0.0.1:1";
    expect((await failureOf(connect({ origin }).capabilities())).kind).toBe("UNREACHABLE");
  });

  test("a platform that takes the connection and says one byte a moment meets the deadline", async () => {
    const sockets = new Set<{ destroy(): void }>();
    const server: Server = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
      const timer = setInterval(() => socket.write(" "), 20);
      socket.on("close", () => clearInterval(timer));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const started = Date.now();
    const limits = { connectTimeoutMs: 500, deadlineMs: 300, maxAnswerBytes: 10_000 };
    const platform = connect({ origin: `http://127.0.0.1:${port}`, limits });
    const failure = await failureOf(platform.capabilities());
    expect(failure.kind).toBe("IN_DOUBT");
    expect(Date.now() - started).toBeLessThan(2_000);
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  test("a caller that stops waiting is told so", async () => {
    await city.admin("POST /admin/faults", { on: "records", kind: "delay", ms: 1_000 });
    const stop = new AbortController();
    const work = failureOf(connect().records([creditCodeOf(1)], stop.signal));
    stop.abort();
    expect((await work).kind).toBe("ABORTED");
  });
});

describe("trying again", () => {
  test("a read survives a storm shorter than its attempts", async () => {
    await city.admin("POST /admin/faults", { on: "titles", kind: "status", status: 500, times: 2 });
    const answered = await connect({ readAttempts: 3 }).titles(question);
    expect(answered.value.total).toBe(30);
  });

  test("a push is never tried again by the client", async () => {
    await city.admin("POST /admin/faults", {
      on: "pushBatch",
      kind: "status",
      status: 500,
      times: -1,
    });
    await failureOf(
      connect({ readAttempts: 5 }).pushBatch("370211:recommendations:1:1", Buffer.from("{}")),
    );
    const [fault] = await city.admin<{ struck: number }[]>("GET /admin/faults");
    expect(fault?.struck).toBe(1);
  });

  test("a platform that fails in a row is left alone until the rest is over", async () => {
    let now = 0;
    const breaker = new Breaker({ threshold: 2, restMs: 60_000, nowMs: () => now });
    const platform = connect({ breaker });
    await city.admin("POST /admin/faults", { on: "*", kind: "status", status: 502, times: 2 });
    for (const expected of ["IN_DOUBT", "IN_DOUBT", "SUSPENDED"]) {
      expect((await failureOf(platform.capabilities())).kind).toBe(expected);
    }
    now = 60_001;
    expect((await platform.capabilities()).value.level).toBe("L3");
  });

  test("how long it is left alone is told by a clock that no hand sets", async () => {
    const platform = createHttpPlatform({
      origin: city.url,
      district: "370211",
      key: cityKey,
      readAttempts: 1,
    });
    opened.push(platform);
    await city.admin("POST /admin/faults", { on: "*", kind: "status", status: 502, times: -1 });
    for (let time = 1; time <= 5; time += 1) await failureOf(platform.capabilities());
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
    const { kind } = await failureOf(platform.capabilities());
    vi.useRealTimers();
    await city.admin("DELETE /admin/faults");
    expect(kind).toBe("SUSPENDED");
  });
});
