/** The other direction of receipts at L0: whoever laid a list down learns what came of it, once, whatever happens meanwhile. */
import { rmSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, describe, expect, test } from "vitest";

import { statusText } from "../../cli/sync-status-text.ts";
import { syncStatus } from "../../sync/read-status.ts";
import { listReceiptSchema } from "../../sync/protocol/list-receipt.ts";
import { parcelStepNames } from "../../sync/steps.ts";
import { creditCodeOf, seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { parcelKeys } from "./parcel-keys.ts";
import { createParcelDistrict, type LaidList, type ParcelDistrict } from "./parcel-kit.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const districts: Readonly<Record<string, ParcelDistrict>> = {
  files: await createParcelDistrict("files"),
  tables: await createParcelDistrict("tables"),
};

interface Officers {
  readonly here: ParcelDistrict;
  /** They come by; what stands beside the newest list. */
  readonly newest: () => Promise<LaidList | undefined>;
  readonly change: (no: number) => Promise<unknown>;
}

function officersOf(way: string): Officers {
  const here = districts[way] as ParcelDistrict;
  return {
    here,
    newest: async () => {
      await here.pickUp();
      return (await here.lists())[0];
    },
    change: (no) => here.city.admin("PUT /admin/titles", [seedTitle(no, { level: "NATIONAL" })]),
  };
}

const keyOf = (no: number): string => `${creditCodeOf(no)}|SPECIALIZED|2024-1`;

describe.each(["files", "tables"])("by %s", (way) => {
  const { here, newest, change } = officersOf(way);

  beforeAll(async () => {
    await here.registerEnterprises(60);
    // The last two are none of our registry.
    await here.city.admin("POST /admin/seed", seedLines(62));
  });

  test("a list that is taken in is answered with its counts, and with each record that is not held", async () => {
    await here.layOut();
    await here.sync();
    const told = await newest();
    expect(listReceiptSchema.parse(told?.receipt)).toMatchObject({
      list: told?.parcelId,
      state: "TAKEN",
      reason: null,
      summary: { read: 62, applied: 60, unchanged: 0, quarantined: 2 },
      outcomes: [60, 61].map((no) => ({
        key: keyOf(no),
        outcome: "quarantined",
        code: "UNMATCHED",
      })),
    });
  });

  test("what a list leaves out is named, and named as removed when the next one leaves it out too", async () => {
    await here.city.admin("DELETE /admin/titles", { keys: [keyOf(59)] });
    await here.layOut();
    await here.sync();
    const left = { key: keyOf(59), outcome: "left-out" };
    expect((await newest())?.receipt?.outcomes).toContainEqual(expect.objectContaining(left));
    await change(1);
    await here.layOut();
    await here.sync();
    const gone = { key: keyOf(59), outcome: "removed" };
    expect((await newest())?.receipt?.outcomes).toContainEqual(expect.objectContaining(gone));
  });

  test.each(parcelStepNames)(
    "ended at %s, the next exchange tells the same, once",
    async (step) => {
      await change(20 + step.length);
      await here.layOut();
      const death = new Error("power cut");
      const end = here.sync({
        step: (name) => (name === step ? Promise.reject(death) : Promise.resolve()),
      });
      await expect(end).rejects.toBe(death);
      await here.sync();
      expect(await newest()).toMatchObject({ receipts: 1, receipt: { state: "TAKEN" } });
      const [waiting] = await here.rows(
        "select count(*)::int as n from sync_list_receipts where body is not null and laid_at is null",
      );
      expect(waiting).toEqual({ n: 0 });
    },
  );
});

describe("in a folder", () => {
  const { here, newest, change } = officersOf("files");

  test("the same list looked at again is not answered again", async () => {
    await here.sync();
    await here.rows("update sync_streams set cursor = null");
    const report = await here.sync();
    expect(report.parts[0]?.counts.read).toBe(61);
    expect(await here.pickUp()).toMatchObject({ heard: 0, unheard: 0 });
    expect((await here.lists())[0]?.receipts).toBe(1);
  });

  test("a list that is held for a person is answered so, and once more when it is let pass", async () => {
    await here.city.admin("POST /admin/faults", {
      on: "exportTitles",
      kind: "shrink",
      fraction: 0.2,
    });
    await change(2);
    await here.layOut();
    const report = await here.sync();
    expect(report.parts[0]?.state).toBe("HELD");
    expect((await newest())?.receipt).toMatchObject({
      state: "HELD",
      reason: expect.stringContaining("would "),
      outcomes: [],
    });
    await here.sync({ approvedRunId: report.parts[0]?.runId ?? "" });
    expect(await newest()).toMatchObject({ receipts: 2, receipt: { state: "TAKEN" } });
  });

  test.each(["truncate", "wrong-total"])(
    "a list refused for %s is answered with the reason, once however often it is looked at",
    async (kind) => {
      await here.city.admin("POST /admin/faults", { on: "exportTitles", kind, fraction: 0.5 });
      await change(3 + kind.length);
      await here.layOut();
      const report = await here.sync();
      expect(["FAILED", "INCOMPLETE"]).toContain(report.parts[0]?.state);
      await here.sync();
      const told = await newest();
      expect(told).toMatchObject({ receipts: 1, receipt: { state: "REFUSED", outcomes: [] } });
      expect(told?.receipt?.reason).toBe(report.parts[0]?.failure);
    },
  );

  test("two lists of one revision are both answered as refused", async () => {
    await here.city.admin("DELETE /admin/faults");
    await change(40);
    await here.layOut();
    await here.city.admin("POST /admin/faults", { on: "exportTitles", kind: "same-revision" });
    await here.layOut();
    await here.sync();
    await here.pickUp();
    const both = (await here.lists()).slice(0, 2);
    expect(both.map(({ receipt }) => receipt?.state)).toEqual(["REFUSED", "REFUSED"]);
  });

  test.each(["unsigned", "bad-signature"])("a list that is %s is not answered", async (kind) => {
    await here.city.admin("POST /admin/faults", { on: "exportTitles", kind });
    await change(41 + kind.length);
    await here.layOut();
    await here.sync();
    expect(await newest()).toMatchObject({ receipts: 0, receipt: null });
  });

  test("a receipt that the district did not sign is not believed", async () => {
    await change(50);
    await here.layOut();
    const stranger = { ...parcelKeys.ours[0], secret: "another-secret-of-at-least-32-bytes!" };
    const platform = here.connect({ keys: { ...parcelKeys, ours: [stranger as never] } });
    await here.sync({ platform });
    expect(await here.pickUp()).toMatchObject({ heard: 0, unheard: 1 });
  });

  test("a receipt keeps its bytes", async () => {
    const change = here.rows("update sync_list_receipts set body = 'x' where body is not null");
    await expect(change).rejects.toThrow("keeps its bytes");
  });
});

test("a place that cannot be written to keeps the receipt for the next exchange", async () => {
  const here = districts["files"] as ParcelDistrict;
  await here.pickUp();
  const before = (await here.lists()).length;
  await here.city.admin("PUT /admin/titles", [seedTitle(51, { level: "NATIONAL" })]);
  await here.layOut();
  const noKey = here.connect({ keys: { ...parcelKeys, ours: [] } });
  const failed = await here.sync({ platform: noKey });
  expect(failed.parts.at(-1)).toMatchObject({
    direction: "PUSH",
    stream: "titles",
    state: "FAILED",
    failure: expect.stringContaining("none of our keys"),
  });
  const standing = async () => statusText(await syncStatus({ pool: here.database.worker }));
  expect(await standing()).toContain("待放 waiting 1");
  await here.sync();
  expect(await standing()).toMatch(/receipts for the city's lists: 最近 last 2[^，]*\n/u);
  await here.pickUp();
  const lists = await here.lists();
  expect([lists.length, lists[0]?.receipt?.state]).toEqual([before + 1, "TAKEN"]);
  rmSync(join(here.folder, "to-city"), { recursive: true });
});
