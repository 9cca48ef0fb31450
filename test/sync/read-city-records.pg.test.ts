import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { CityPlatform } from "../../sync/platform/port.ts";
import { createCityRecordReader } from "../../sync/read-city-records.ts";
import { startCity, type City } from "../demo/city-platform/start-city.ts";
import { creditCodeOf, seedLines } from "../demo/city-platform/titles-for-tests.ts";
import { connectTo } from "./connect-to.ts";

const city: City = await startCity();
let client: CityPlatform;
let platform: CityPlatform;
let calls = 0;

beforeAll(async () => {
  await city.admin("POST /admin/seed", seedLines(250));
  client = connectTo(city.url);
  platform = new Proxy(client, {
    get: (target, name) =>
      name === "records"
        ? (...args: Parameters<CityPlatform["records"]>) => {
            calls += 1;
            return target.records(...args);
          }
        : Reflect.get(target, name),
  });
});
beforeEach(async () => {
  calls = 0;
  await city.admin("DELETE /admin/faults");
});
afterAll(() => client.close());

const codes = (count: number): string[] =>
  Array.from({ length: count }, (_, no) => creditCodeOf(no));

test("250 enterprises take three calls, and those that the city does not know are left out", async () => {
  const read = createCityRecordReader({ platform, deadlineMs: 2_000, cacheMs: 0 });
  const records = await read([...codes(250), creditCodeOf(999), creditCodeOf(1)]);
  expect([records.size, calls]).toEqual([250, 3]);
  expect(records.get(creditCodeOf(1))).toMatchObject({
    name: "青岛第1机械有限公司",
    titles: [{ kind: "SPECIALIZED", level: "PROVINCIAL", status: "VALID" }],
    fetchedAt: expect.stringMatching(/^\d{4}-/u),
  });
});

test("within its time an answer serves again, also the answer that there is none", async () => {
  const read = createCityRecordReader({ platform, deadlineMs: 2_000, cacheMs: 60_000 });
  await read([creditCodeOf(1), creditCodeOf(999)]);
  const again = await read([creditCodeOf(999), creditCodeOf(1)]);
  expect([again.size, calls]).toEqual([1, 1]);
});

test("equal questions at the same time are one call", async () => {
  const read = createCityRecordReader({ platform, deadlineMs: 2_000, cacheMs: 0 });
  const answers = await Promise.all(Array.from({ length: 10 }, () => read(codes(3))));
  expect([calls, answers.every((found) => found.size === 3)]).toEqual([1, true]);
});

test("a platform that is slow or fails is told in time, and its failure is not kept", async () => {
  const read = createCityRecordReader({ platform, deadlineMs: 100, cacheMs: 60_000 });
  await city.admin("POST /admin/faults", { on: "records", kind: "delay", ms: 600 });
  const started = Date.now();
  await expect(read(codes(1))).rejects.toThrow(/no answer in 100 ms/u);
  expect(Date.now() - started).toBeLessThan(500);
  await city.admin("POST /admin/faults", { on: "records", kind: "status", status: 503 });
  await expect(read(codes(1))).rejects.toThrow(/503/u);
  const patient = createCityRecordReader({ platform, deadlineMs: 2_000, cacheMs: 60_000 });
  expect((await patient(codes(1))).size).toBe(1);
});
