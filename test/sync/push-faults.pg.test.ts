import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Batch } from "../../sync/protocol/batch.ts";
import { batchSchema } from "../../sync/protocol/batch.ts";
import { sha256Hex } from "../../sync/protocol/canonical-record.ts";
import { creditCodeOf } from "../demo/city-platform/titles-for-tests.ts";
import { connectTo } from "./connect-to.ts";
import { createDistrict, type District } from "./district-kit.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict();
let next = 0;

beforeAll(async () => {
  await here.registerEnterprises(600);
});
beforeEach(() => here.city.admin("DELETE /admin/faults"));

interface CityRow {
  readonly key: string;
  readonly entityVersion: string;
}

/** Recommends so many enterprises that no test before has touched. */
async function recommendMany(count: number): Promise<readonly string[]> {
  const numbers = Array.from({ length: count }, () => next++);
  for (const no of numbers) await here.recommend(no);
  return numbers.map(creditCodeOf);
}

const push = () => here.sync({ parts: ["push"] });
const atCity = async (): Promise<Map<string, CityRow>> => {
  const rows = await here.city.admin<CityRow[]>("GET /admin/recommendations");
  return new Map(rows.map((row) => [row.key.slice(0, 18), row]));
};
const states = async (): Promise<Record<string, number>> => {
  const rows = await here.rows<{ state: string; n: number }>(
    "select state, count(*)::int as n from sync_batches group by state",
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};
const struck = async (): Promise<number> => {
  const faults = await here.city.admin<{ struck: number }[]>("GET /admin/faults");
  return faults.reduce((sum, fault) => sum + fault.struck, 0);
};

test("what is pushed is of the protocol, numbered without a gap, each body naming the one before", async () => {
  await recommendMany(3);
  await push();
  await recommendMany(2);
  await push();
  const rows = await here.rows<{ batch_no: string; body: Buffer; body_digest: string }>(
    "select batch_no::text, body, body_digest from sync_batches order by batch_no",
  );
  let previous: string | null = null;
  for (const [index, row] of rows.entries()) {
    const batch: Batch = batchSchema.parse(JSON.parse(row.body.toString("utf8")));
    expect([row.batch_no, batch.batchNo]).toEqual([String(index + 1), String(index + 1)]);
    expect(batch.prevSha256).toBe(previous);
    expect(row.body_digest).toBe(sha256Hex(row.body));
    previous = row.body_digest;
  }
});

describe("one fault, and the exchange still ends with everything told once", () => {
  test.each([
    ["a connection cut before the work", { kind: "drop-before" }],
    ["a connection cut after the commit", { kind: "drop-after" }],
    ["an answer cut short", { kind: "truncate" }],
    ["a web page for an answer", { kind: "html" }],
    ["an error inside a success", { kind: "error-in-200" }],
    ["an answer without half its outcomes", { kind: "lost-outcomes" }],
    ["an answer signed by somebody else", { kind: "bad-signature" }],
    ["a storm of 503 with Retry-After", { kind: "status", status: 503, retryAfter: "1", times: 3 }],
    ["a storm of 429", { kind: "status", status: 429, retryAfter: "2", times: 3 }],
    ["a 500", { kind: "status", status: 500 }],
  ])("%s", async (_, fault) => {
    const codes = await recommendMany(4);
    await here.city.admin("POST /admin/faults", { on: "pushBatch", times: 1, ...fault });
    const report = await push();
    expect(await struck()).toBeGreaterThan(0);
    expect(report.parts[0]).toMatchObject({ state: "DONE", counts: { read: 4, applied: 4 } });
    const held = await atCity();
    expect(codes.every((code) => held.has(code))).toBe(true);
    expect(Object.keys(await states())).toEqual(["ACKED"]);
  });
});

test("an applied batch whose answer was lost is answered again, not applied again", async () => {
  const [code = ""] = await recommendMany(1);
  await here.city.admin("POST /admin/faults", { on: "pushBatch", kind: "drop-after" });
  const before = await here.city.admin<{ revision: string }>("GET /admin/state");
  await push();
  const after = await here.city.admin<{ revision: string }>("GET /admin/state");
  expect(Number(after.revision) - Number(before.revision)).toBe(1);
  expect((await atCity()).has(code)).toBe(true);
});

test("a city that stays away leaves the batch as it is, and the next exchange sends the same bytes", async () => {
  const [code = ""] = await recommendMany(1);
  await here.city.admin("POST /admin/faults", {
    on: "pushBatch",
    kind: "status",
    status: 502,
    times: -1,
  });
  const report = await push();
  expect(report.parts[0]).toMatchObject({ state: "INCOMPLETE", cutOff: true });
  const waiting = await here.rows(
    "select state, attempts, body_digest, last_error from sync_batches where state <> 'ACKED'",
  );
  expect(waiting).toMatchObject([
    { state: "IN_DOUBT", attempts: 4, last_error: expect.any(String) },
  ]);
  await here.city.admin("DELETE /admin/faults");
  // A timer does not hammer: it waits its time. A person's order does not.
  const patient = await here.sync({ parts: ["push"], force: false });
  expect(patient.parts[0]?.failure).toMatch(/waits another/u);
  await push();
  const [sent] = await here.rows<{ body_digest: string; state: string; attempts: number }>(
    "select state, attempts, body_digest from sync_batches order by batch_no desc limit 1",
  );
  expect(sent).toMatchObject({ state: "ACKED", attempts: 5 });
  expect(sent?.body_digest).toBe((waiting[0] as { body_digest: string }).body_digest);
  expect((await atCity()).has(code)).toBe(true);
});

test("a key that the city refuses stops the stream at once", async () => {
  await recommendMany(1);
  await here.city.admin("POST /admin/faults", {
    on: "pushBatch",
    kind: "status",
    status: 401,
    times: -1,
  });
  const report = await push();
  expect([report.parts[0]?.state, await struck()]).toEqual(["INCOMPLETE", 1]);
  await here.city.admin("DELETE /admin/faults");
  await push();
});

test.each([1, 2])(
  "%i poison items of 60 end alone, whatever the city tells of them",
  async (poison) => {
    const codes = await recommendMany(60);
    const bad = codes.slice(17, 17 + poison);
    const fault = { on: "pushBatch", kind: "refuse-batch", codes: bad, times: -1 };
    await here.city.admin("POST /admin/faults", fault);
    const report = await push();
    const counts = { applied: 60 - poison, rejected: poison };
    expect(report.parts[0]).toMatchObject({ state: "DONE", counts });
    expect(await struck()).toBeLessThanOrEqual(poison * 7);
    const held = await atCity();
    expect(codes.filter((code) => !held.has(code))).toEqual(bad);
    const told = await here.rows(
      "select distinct city_outcome from recommendations where credit_code = any($1)",
      [bad],
    );
    expect(told).toEqual([{ city_outcome: "REJECTED" }]);
    // The dead letter stays dead until it is changed.
    await here.city.admin("DELETE /admin/faults");
    expect((await push()).parts[0]?.counts.read).toBe(0);
  },
);

test("a body too large for the city is halved until it fits", async () => {
  await recommendMany(8);
  await here.city.admin("POST /admin/faults", {
    on: "pushBatch",
    kind: "status",
    status: 413,
    times: 3,
  });
  expect((await push()).parts[0]).toMatchObject({ state: "DONE", counts: { applied: 8 } });
});

test("a record that was refused once and taken later is told again when the city is not known to hold it", async () => {
  const [code = ""] = await recommendMany(1);
  const told = "update recommendations set reason = $2 where credit_code = $1";
  const fault = { on: "pushBatch", kind: "refuse-batch", codes: [code], times: 1 };
  await here.city.admin("POST /admin/faults", fault);
  expect((await push()).parts[0]?.counts.rejected).toBe(1);
  for (const reason of ["other", null]) {
    await here.rows(told, [code, reason]);
    expect((await push()).parts[0]?.counts.applied).toBe(1);
  }
  await here.rows("delete from sync_shadow where entity_key like $1", [`${code}%`]);
  expect((await push()).parts[0]?.counts.read).toBe(1);
});

test("our data restored from a backup: the reused key is found, and a new generation tells all", async () => {
  await push();
  await here.rows("update sync_streams set last_batch = 0");
  await here.rows("delete from sync_batches");
  await here.rows("delete from sync_batch_items");
  const codes = await recommendMany(2);
  const report = await push();
  expect(report.parts[0]).toMatchObject({ state: "DONE" });
  const [peer] = await here.rows("select generation from sync_peers");
  expect(peer).toEqual({ generation: 2 });
  const held = await atCity();
  expect(codes.every((code) => held.has(code))).toBe(true);
  const verify = await here.sync({ parts: ["push", "verify"] });
  const recommendations = verify.parts.filter((p) => p.stream === "recommendations");
  expect(recommendations.at(-1)?.agreement?.agreed).toBe(true);
});

test("a generation begun by the first push of an exchange is the one in which its second push speaks", async () => {
  for (let batch = 0; batch < 3; batch++) {
    await recommendMany(1);
    await push();
  }
  const [peer] = await here.rows<{ generation: number }>("select generation from sync_peers");
  await here.rows("delete from sync_batches where generation = $1 and batch_no = 3", [
    peer?.generation,
  ]);
  await here.rows("update sync_streams set last_batch = 2 where stream = 'recommendations'");
  const [code = ""] = await recommendMany(1);
  let spoilt = false;
  const report = await here.sync({
    step: async (name) => {
      if (name !== "push.closed" || spoilt) return;
      spoilt = true;
      await here.rows("delete from sync_shadow where entity_key like $1", [`${code}%`]);
    },
  });
  expect(report.generation).toBe(Number(peer?.generation) + 1);
  const pushes = report.parts.filter((part) => part.direction === "PUSH");
  expect(pushes.map((part) => part.state)).toEqual(["DONE", "DONE"]);
  expect(pushes[1]?.counts.read).toBe(1);
  expect(report.parts.at(-1)?.agreement?.agreed).toBe(true);
});

test("a push ends although somebody recommends without pause; what came later is the next one's", async () => {
  await recommendMany(2);
  let settled = 0;
  const report = await here.sync({
    parts: ["push"],
    step: async (name) => {
      // Ends by itself, so that a push that does not is found and not waited for.
      if (name === "push.settled" && ++settled <= 5) await recommendMany(1);
    },
  });
  expect(settled).toBe(1);
  expect(report.parts[0]).toMatchObject({ state: "DONE", counts: { applied: 2 } });
  expect((await push()).parts[0]?.counts.applied).toBe(1);
});

test("nobody at the address: the exchange says so, and nothing is lost", async () => {
  const [code = ""] = await recommendMany(1);
  const away = connectTo("http://127.0.0.1:1");
  await expect(here.sync({ platform: away })).rejects.toThrow(/cannot be reached/u);
  away.close();
  await push();
  expect((await atCity()).has(code)).toBe(true);
});
