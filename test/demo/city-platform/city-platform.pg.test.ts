import { createHash } from "node:crypto";
import { once } from "node:events";

import { beforeAll, describe, expect, test } from "vitest";

import { callCity } from "./call-city.ts";
import { referenceTree } from "./reference-tree.ts";
import { startCity, type City } from "./start-city.ts";
import { creditCodeOf, seedLines, seedTitle } from "./titles-for-tests.ts";

const district = "370211";
const city: City = await startCity();

beforeAll(async () => {
  await city.admin("POST /admin/seed", seedLines(25));
});

interface ItemChanges {
  readonly record?: object;
  readonly op?: string;
  readonly entityVersion?: string;
  readonly digest?: string;
}

function item(no: number, seq: number, changes: ItemChanges = {}): object {
  const record = {
    creditCode: creditCodeOf(no),
    kind: "GAZELLE",
    batch: "2026-2",
    name: `青岛第${no}机械有限公司`,
    townCode: "370211001",
    recommendedOn: "2026-11-20",
    reason: null as string | null,
    ...changes.record,
  };
  const reason = record.reason;
  const canonical =
    `sme-sync/1\nrecommendation\n1s${record.creditCode.length}:${record.creditCode}\n2s${record.kind.length}:${record.kind}\n` +
    `3s${record.batch.length}:${record.batch}\n4s9:${record.townCode}\n5d10:${record.recommendedOn}\n` +
    (reason === null ? "6-\n" : `6s${Buffer.byteLength(reason)}:${reason}\n`);
  const digest = createHash("sha256").update(canonical).digest("hex");
  return { seq, op: "UPSERT", entityVersion: "1", digest, ...changes, record };
}

function batch(no: number, items: readonly object[]): { batchKey: string } {
  return {
    protocol: "sme-sync/1",
    canonVersion: 1,
    batchKey: `${district}:recommendations:1:${no}`,
    district,
    stream: "recommendations",
    generation: "1",
    batchNo: String(no),
    prevSha256: null,
    sealedAt: "2026-11-23T02:00:00.000Z",
    items,
  } as never;
}

const push = (body: { batchKey: string }) =>
  callCity(city.url, "POST /v1/batches", {
    body,
    headers: { "Idempotency-Key": body.batchKey },
  });

describe("who may call", () => {
  const capabilities = "GET /v1/capabilities";
  test("a signed request is answered, and the answer is signed", async () => {
    const answer = await callCity(city.url, capabilities);
    expect(answer).toMatchObject({ status: 200, signed: true });
    expect(answer.json).toMatchObject({
      protocol: "sme-sync/1",
      level: "L3",
      districts: [district],
    });
  });

  test.each([
    ["no signature", { headers: { "X-Sync-Signature": "" } }, "UNSIGNED"],
    ["an unknown key", { key: { id: "stranger", secret: "x" } }, "UNKNOWN_KEY"],
    ["another secret", { key: { id: "test-district", secret: "wrong" } }, "BAD_SIGNATURE"],
    ["a clock an hour ahead", { skewMs: 3_600_000 }, "CLOCK_SKEW"],
    ["a clock six minutes behind", { skewMs: -360_000 }, "CLOCK_SKEW"],
  ])("%s is refused", async (_, options, code) => {
    const answer = await callCity(city.url, capabilities, options);
    expect([answer.status, answer.json.error.code]).toEqual([401, code]);
  });

  test("a nonce serves once", async () => {
    const nonce = "nonce-that-is-used-twice";
    expect((await callCity(city.url, capabilities, { nonce })).status).toBe(200);
    const again = await callCity(city.url, capabilities, { nonce });
    expect(again.json.error.code).toBe("NONCE_REPLAYED");
  });

  test("a body altered on the way is refused before it is read", async () => {
    const body = { district, creditCodes: [creditCodeOf(1)] };
    const altered = JSON.stringify({ district, creditCodes: [creditCodeOf(2)] });
    const answer = await callCity(city.url, "POST /v1/records:batchGet", {
      body,
      alteredBody: altered,
    });
    expect(answer.json.error.code).toBe("BAD_SIGNATURE");
  });

  test("a key serves its own districts and its own time", async () => {
    const foreign = await callCity(city.url, "GET /v1/titles?district=370212");
    expect(foreign.json.error.code).toBe("FORBIDDEN_DISTRICT");
    const secret = "another-secret-of-at-least-32-bytes";
    await city.admin("PUT /admin/keys", [{ id: "old", secret, notAfter: "2020-01-01T00:00:00Z" }]);
    const expired = await callCity(city.url, capabilities, { key: { id: "old", secret } });
    expect(expired.json.error.code).toBe("KEY_EXPIRED");
  });
});

describe("requests of a wrong form", () => {
  test.each([
    ["GET /v1/nothing", undefined, 404, "NOT_FOUND"],
    ["POST /v1/capabilities", {}, 405, "METHOD_NOT_ALLOWED"],
    ["GET /v1/titles?district=370211&limit=100000", undefined, 400, "MALFORMED"],
    ["GET /v1/titles?district=370211&lmit=10", undefined, 400, "MALFORMED"],
    ["GET /v1/titles?after=bm9uc2Vuc2U&district=370211", undefined, 400, "BAD_CURSOR"],
    ["GET /v1/titles?delta=bm9uc2Vuc2U&district=370211", undefined, 410, "DELTA_EXPIRED"],
    ["GET /v1/batches/370211:recommendations:1:999", undefined, 404, "BATCH_UNKNOWN"],
    ["POST /v1/records:batchGet", { district, creditCodes: [] }, 400, "MALFORMED"],
    ["POST /v1/records:batchGet", { district, creditCodes: ["abc"] }, 400, "MALFORMED"],
    ["POST /v1/digests/titles:leaves", { district, mids: [64] }, 400, "MALFORMED"],
  ])("%s is answered %i", async (call, body, status, code) => {
    const answer = await callCity(city.url, call, body === undefined ? {} : { body });
    expect([answer.status, answer.json.error.code, answer.signed]).toEqual([status, code, true]);
  });
});

describe("titles", () => {
  test("the full list walks in key order without gap or repetition", async () => {
    const keys: string[] = [];
    let after = "";
    let pages = 0;
    do {
      const { json } = await callCity(
        city.url,
        `GET /v1/titles?${after === "" ? "" : `after=${after}&`}district=${district}&limit=10`,
      );
      pages += 1;
      expect(json).toMatchObject({ mode: "full", total: 25, count: json.items.length });
      keys.push(...json.items.map((t: { creditCode: string }) => t.creditCode));
      expect(json.deltaToken === null).toBe(json.next !== null);
      after = json.next ?? "";
    } while (after !== "");
    expect([pages, keys.length, new Set(keys).size]).toEqual([3, 25, 25]);
    expect(keys).toEqual([...keys].sort());
  });

  test("a delta tells changes and deletions since its token, once", async () => {
    const full = await callCity(city.url, `GET /v1/titles?district=${district}&limit=1000`);
    const token = full.json.deltaToken;
    await city.admin("PUT /admin/titles", [seedTitle(3, { status: "EXPIRED" }), seedTitle(100)]);
    await city.admin("DELETE /admin/titles", { keys: [`${creditCodeOf(4)}|SPECIALIZED|2024-1`] });
    const delta = await callCity(city.url, `GET /v1/titles?delta=${token}&district=${district}`);
    const seen = delta.json.items.map(
      (t: { creditCode: string; status: string; deleted: boolean }) => [
        t.creditCode,
        t.status,
        t.deleted,
      ],
    );
    expect(seen).toEqual([
      [creditCodeOf(3), "EXPIRED", false],
      [creditCodeOf(100), "VALID", false],
      [creditCodeOf(4), "VALID", true],
    ]);
    const none = await callCity(
      city.url,
      `GET /v1/titles?delta=${delta.json.deltaToken}&district=${district}`,
    );
    expect(none.json).toMatchObject({ total: 0, items: [] });
  });

  test("what was changed at or after an instant is listed without deletions", async () => {
    const { json } = await callCity(
      city.url,
      `GET /v1/titles?district=${district}&updatedSince=2020-01-01T00%3A00%3A00.000Z&limit=1000`,
    );
    expect(json).toMatchObject({ mode: "since", next: null });
    expect(json.items.some((t: { deleted: boolean }) => t.deleted)).toBe(false);
    expect(json.count).toBe(json.total);
  });

  test("a new generation ends the life of every token", async () => {
    const full = await callCity(city.url, `GET /v1/titles?district=${district}&limit=1000`);
    await city.admin("POST /admin/generation");
    const answer = await callCity(
      city.url,
      `GET /v1/titles?delta=${full.json.deltaToken}&district=${district}`,
    );
    expect(answer.status).toBe(410);
  });
});

describe("batches", () => {
  test("every item has its own outcome", async () => {
    const poison = item(203, 3, { record: { kind: "DRAGON" } });
    const answer = await push(
      batch(1, [
        item(201, 1),
        item(202, 2, { digest: "0".repeat(64) }),
        poison,
        item(204, 4, { record: { creditCode: "913702110000000000" } }),
        item(1, 5, { record: { kind: "SPECIALIZED" } }),
        item(201, 6),
        item(205, 7, { record: { townCode: "370212001" } }),
      ]),
    );
    expect(
      answer.json.outcomes.map((o: { outcome: string; code: string }) => o.code ?? o.outcome),
    ).toEqual([
      "applied",
      "BAD_DIGEST",
      "UNKNOWN_KIND",
      "BAD_CREDIT_CODE",
      "ALREADY_CERTIFIED",
      "DUPLICATE_ITEM",
      "FOREIGN_DISTRICT",
    ]);
    expect(answer.json.summary).toEqual({ applied: 1, unchanged: 0, rejected: 6, deferred: 0 });
  });

  test("the same bytes again give the first answer, other bytes are refused", async () => {
    const first = await push(batch(2, [item(210, 1)]));
    const again = await push(batch(2, [item(210, 1)]));
    expect(again.text).toBe(first.text);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const other = await push(batch(2, [item(211, 1)]));
    expect([other.status, other.json.error.code]).toEqual([422, "BATCH_KEY_REUSED"]);
    const back = await callCity(city.url, "GET /v1/batches/370211:recommendations:1:2");
    expect(back.text).toBe(first.text);
  });

  test("a version that is known or passed changes nothing, also after the keys are forgotten", async () => {
    await push(batch(3, [item(220, 1, { entityVersion: "5", record: { reason: "新" } })]));
    await city.admin("POST /admin/forget-batches");
    const late = await push(
      batch(3, [item(220, 1, { entityVersion: "4", record: { reason: "旧" } })]),
    );
    expect(late.json.summary).toMatchObject({ unchanged: 1, applied: 0 });
    const held = await callCity(city.url, "POST /v1/recommendations:batchGet", {
      body: { district, keys: [`${creditCodeOf(220)}|GAZELLE|2026-2`] },
    });
    expect(held.json.items[0]).toMatchObject({ entityVersion: "5", record: { reason: "新" } });
  });

  test("a deferred item gets its outcome when it is read back", async () => {
    await city.admin("POST /admin/faults", {
      on: "pushBatch",
      kind: "defer",
      codes: [creditCodeOf(230)],
    });
    const first = await push(batch(4, [item(230, 1), item(231, 2)]));
    expect(first.json).toMatchObject({ state: "PENDING", summary: { deferred: 1, applied: 1 } });
    await city.admin("POST /admin/settle");
    const back = await callCity(city.url, "GET /v1/batches/370211:recommendations:1:4");
    expect(back.json).toMatchObject({ state: "COMPLETED", summary: { deferred: 0, applied: 2 } });
  });

  test("two deliveries of one batch at once apply it once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => push(batch(5, [item(240, 1)]))),
    );
    const fresh = answers.filter((a) => a.status === 200 && !a.headers.has("idempotency-replayed"));
    expect(fresh).toHaveLength(1);
    expect(new Set(answers.map((a) => a.json.error?.code ?? "ok"))).not.toContain("INTERNAL");
  });

  test("a process killed before its commit has taken nothing, after its commit everything", async () => {
    for (const [no, kind, status] of [
      [6, "crash-before-commit", 404],
      [7, "crash-after-commit", 200],
    ] as const) {
      const victim = await startCity({ databaseUrl: city.databaseUrl });
      await victim.admin("POST /admin/faults", { on: "pushBatch", kind });
      const body = batch(no, [item(250 + no, 1)]);
      await expect(
        callCity(victim.url, "POST /v1/batches", {
          body,
          headers: { "Idempotency-Key": body.batchKey },
        }),
      ).rejects.toThrow();
      if (victim.process.signalCode === null) await once(victim.process, "exit");
      const back = await callCity(city.url, `GET /v1/batches/${body.batchKey}`);
      expect([kind, back.status]).toEqual([kind, status]);
    }
  });
});

test("records are found live by credit code, and the rest is named", async () => {
  await city.admin(
    "POST /admin/seed",
    JSON.stringify({
      creditCode: creditCodeOf(1),
      name: "青岛第1机械有限公司",
      filing: { year: 2026, status: "SUBMITTED", submittedOn: "2026-04-11" },
    }),
  );
  const { json } = await callCity(city.url, "POST /v1/records:batchGet", {
    body: { district, creditCodes: [creditCodeOf(1), creditCodeOf(999)] },
  });
  expect(json.missing).toEqual([creditCodeOf(999)]);
  expect(json.records[0]).toMatchObject({
    creditCode: creditCodeOf(1),
    filing: { year: 2026, status: "SUBMITTED" },
    titles: [{ kind: "SPECIALIZED" }],
  });
});

describe("digests", () => {
  test("the root is that of the document's reference, and three questions find a difference", async () => {
    const list = await callCity(city.url, `GET /v1/hashes/titles?district=${district}`);
    const records = list.json.items.map(([key, digest]: [string, string]) => ({ key, digest }));
    const reference = await referenceTree(records);
    const ask = (question: string, body: object) =>
      callCity(city.url, `POST /v1/digests/titles:${question}`, { body: { district, ...body } });
    const mine = { canonVersion: 1, n: reference.n, root: reference.root };
    const same = await ask("compare", { ...mine, statement: null, signature: null });
    expect(same.json).toMatchObject({ equal: true, mids: [], n: records.length });

    const other = await ask("compare", { ...mine, n: 0, statement: null, signature: null });
    expect(other.json.mids).toEqual(
      reference.mids.map((m) => [m.no, m.n, m.hash.subarray(0, 16).toString("base64url")]),
    );
    const mid = other.json.mids[0][0];
    const { json } = await ask("leaves", { mids: [mid] });
    const buckets = json.mids[0][1].map(([leaf]: [number]) => mid * 64 + leaf);
    const found = await ask("records", { buckets });
    expect(found.json.records).toHaveLength(other.json.mids[0][1]);
  });

  test("an unsigned or foreign statement is refused", async () => {
    const body = { district, canonVersion: 1, n: 0, root: "0".repeat(64) };
    const signature = { keyId: "nobody", algorithm: "Ed25519", value: "A".repeat(86) };
    const answer = await callCity(city.url, "POST /v1/digests/titles:compare", {
      body: { ...body, statement: "sme-sync-statement/1\n", signature },
    });
    expect(answer.json.error.code).toBe("BAD_SIGNATURE");
  });
});

test("a level offers what belongs to it and refuses the rest", async () => {
  const calls = [
    ["GET /v1/capabilities", undefined, "L1"],
    [`GET /v1/hashes/titles?district=${district}`, undefined, "L2"],
    [`GET /v1/statements?district=${district}&tree=titles`, undefined, "L3"],
  ] as const;
  for (const level of ["L1", "L2", "L3"]) {
    await city.admin("POST /admin/level", { level });
    for (const [call, , needed] of calls) {
      const { status } = await callCity(city.url, call);
      expect([level, call, status]).toEqual([level, call, needed <= level ? 200 : 501]);
    }
  }
});

test("approved recommendations become titles", async () => {
  await push(batch(20, [item(260, 1)]));
  await city.admin("POST /admin/approve", { limit: 1000 });
  const { json } = await callCity(city.url, "POST /v1/titles:batchGet", {
    body: { district, keys: [`${creditCodeOf(260)}|GAZELLE|2026-2`] },
  });
  expect(json.items[0]).toMatchObject({ level: "MUNICIPAL", status: "VALID" });
});

test("a seed with wrong lines is refused whole, each line named", async () => {
  const lines = [seedTitle(900), { ...seedTitle(901), kind: "DRAGON" }, { name: "x" }];
  await expect(
    city.admin("POST /admin/seed", lines.map((l) => JSON.stringify(l)).join("\n")),
  ).rejects.toThrow(/line 2[\s\S]*DRAGON[\s\S]*line 3/u);
  const state = await city.admin<{ titles: number }>("GET /admin/state");
  const again = await city.admin<{ titles: number }>("GET /admin/state");
  expect(state.titles).toBe(again.titles);
});
