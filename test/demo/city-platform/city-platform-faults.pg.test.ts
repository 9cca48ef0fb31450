import { beforeAll, describe, expect, test } from "vitest";

import { callCity } from "./call-city.ts";
import { startCity, type City } from "./start-city.ts";
import { seedLines } from "./titles-for-tests.ts";

const district = "370211";
const city: City = await startCity();

beforeAll(async () => {
  await city.admin("POST /admin/seed", seedLines(25));
});

describe("faults", () => {
  test.each([
    ["status", { status: 429, retryAfter: "2" }],
    ["html", {}],
    ["empty-body", {}],
    ["error-in-200", {}],
    ["redirect", {}],
    ["bad-signature", {}],
    ["unsigned", {}],
    ["truncate-framed", {}],
    ["bom", {}],
  ])("%s strikes as often as ordered and is counted", async (kind, more) => {
    await city.admin("DELETE /admin/faults");
    const call = `GET /v1/titles?district=${district}&limit=5`;
    const clean = await callCity(city.url, call);
    await city.admin("POST /admin/faults", { on: "titles", kind, times: 1, ...more });
    const struck = await callCity(city.url, call);
    const after = await callCity(city.url, call);
    const differs = struck.text !== clean.text || struck.status !== 200 || !struck.signed;
    expect([differs, after.text === clean.text && after.signed]).toEqual([true, true]);
    const [fault] = await city.admin<{ struck: number }[]>("GET /admin/faults");
    expect(fault?.struck).toBe(1);
  });

  test.each(["drop-before", "drop-after", "truncate"])("%s breaks the connection", async (kind) => {
    await city.admin("DELETE /admin/faults");
    await city.admin("POST /admin/faults", { on: "capabilities", kind });
    await expect(callCity(city.url, "GET /v1/capabilities")).rejects.toThrow();
    expect((await callCity(city.url, "GET /v1/capabilities")).status).toBe(200);
  });

  test.each([
    ["duplicate", (b: Page) => b.items.length === 26 || b.items.length > b.total],
    ["empty", (b: Page) => b.total === 0 && b.items.length === 0],
    ["wrong-total", (b: Page) => b.total !== b.items.length],
    ["unknown-kind", (b: Page) => b.items[0]?.kind === "DRAGON"],
    ["foreign-district", (b: Page) => b.items[0]?.district === "370212"],
    ["shrink", (b: Page) => b.items.length < 5 && b.total === b.items.length],
  ])("%s spoils a page that is signed all the same", async (kind, isSpoilt) => {
    await city.admin("DELETE /admin/faults");
    await city.admin("POST /admin/faults", { on: "titles", kind });
    const answer = await callCity(city.url, `GET /v1/titles?district=${district}&limit=1000`);
    expect([isSpoilt(answer.json), answer.signed]).toEqual([true, true]);
  });
});

interface Page {
  readonly total: number;
  readonly items: readonly { readonly kind: string; readonly district: string }[];
}
