/** Fault 24: keys are changed while exchanges run. Nothing is lost, nothing waits for a person, an old key opens nothing. */
import { beforeAll, expect, test } from "vitest";

import { createHttpPlatform } from "../../sync/platform/http/http-platform.ts";
import type { SigningProfile } from "../../sync/protocol/signing.ts";
import { cityKey } from "../demo/city-platform/city-key.ts";
import { creditCodeOf, seedLines } from "../demo/city-platform/titles-for-tests.ts";
import { district } from "./connect-to.ts";
import { createDistrict, type District } from "./district-kit.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict();
const nextKey = { id: "next", secret: "next-secret-of-at-least-32-bytes!" };
const ended = "2021-01-01T00:00:00.000Z";

const connect = (changes: Partial<Parameters<typeof createHttpPlatform>[0]> = {}) =>
  createHttpPlatform({
    origin: here.city.url,
    district,
    key: cityKey,
    readAttempts: 1,
    ...changes,
  });
const setKeys = (
  ...keys: { id: string; secret: string; notAfter?: string; profile?: SigningProfile }[]
) => here.city.admin("PUT /admin/keys", keys);

beforeAll(async () => {
  await here.registerEnterprises(1_100);
  await here.city.admin("POST /admin/seed", seedLines(1_000));
});

test.each([
  ["ends", () => setKeys({ ...cityKey, notAfter: ended })],
  ["is removed", () => here.city.admin("DELETE /admin/keys", { id: cityKey.id })],
])(
  "a key that %s between two pages is followed by the next one, and the exchange goes on",
  async (_, end) => {
    await setKeys(cityKey, nextKey);
    await here.rows("update sync_streams set cursor = null");
    await here.recommend(1_050, { reason: String(Math.random()) });
    const platform = connect({ nextKey });
    let pages = 0;
    const report = await here.sync({
      platform,
      step: async (name) => {
        if (name === "pull.pageLanded" && ++pages === 1) await end();
      },
    });
    expect(pages).toBeGreaterThan(1);
    expect(report.parts.map((part) => part.state)).toEqual(report.parts.map(() => "DONE"));
    expect(report.parts.find((part) => part.direction === "PUSH")?.counts.applied).toBe(1);
    platform.close();
  },
);

test("without a key to follow, the exchange stops, and nothing more is asked with the old one", async () => {
  await setKeys({ ...cityKey, notAfter: ended }, nextKey);
  const platform = connect();
  await expect(here.sync({ platform })).rejects.toMatchObject({ code: "FORBIDDEN" });
  platform.close();
  const later = connect({ key: nextKey });
  expect((await here.sync({ platform: later })).parts.every(({ state }) => state === "DONE")).toBe(
    true,
  );
  later.close();
});

test("a batch refused for its key is sent by the next run, the same bytes under the same number", async () => {
  await setKeys({ ...cityKey, notAfter: ended }, nextKey);
  await here.recommend(1_060);
  const failing = connect({ key: nextKey });
  await here.sync({
    platform: failing,
    parts: ["push"],
    step: async (name) => {
      if (name === "push.sealed") await here.city.admin("DELETE /admin/keys", { id: nextKey.id });
    },
  });
  failing.close();
  const sealed =
    "select body, batch_no::text, state from sync_batches order by batch_no desc limit 1";
  const [before] = await here.rows<{ body: Buffer; batch_no: string; state: string }>(sealed);
  expect(before?.state).toBe("SEALED");
  await setKeys(nextKey);
  const platform = connect({ key: nextKey });
  await here.sync({ platform, parts: ["push"] });
  platform.close();
  const [after] = await here.rows<{ body: Buffer; batch_no: string; state: string }>(sealed);
  expect(after).toEqual({ ...before, state: "ACKED" });
  const held = await here.city.admin<{ key: string }[]>("GET /admin/recommendations");
  expect(held.some(({ key }) => key.startsWith(creditCodeOf(1_060)))).toBe(true);
});

test("requests and answers signed by HMAC-SM3 are taken, and by the other profile refused", async () => {
  const sm3 = {
    id: "sm3",
    secret: "sm3-secret-of-at-least-32-bytes!!",
    profile: "HMAC-SM3" as const,
  };
  await setKeys(sm3);
  const platform = connect({ key: sm3 });
  expect((await here.sync({ platform })).parts.every(({ state }) => state === "DONE")).toBe(true);
  platform.close();
  const wrong = connect({ key: { ...sm3, profile: "HMAC-SHA256" } });
  await expect(here.sync({ platform: wrong })).rejects.toMatchObject({ code: "FORBIDDEN" });
  wrong.close();
});
