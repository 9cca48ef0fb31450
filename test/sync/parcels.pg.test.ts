/** Level L0: a city that lays lists down and takes batches away, by files or by exchange tables. */
import { beforeAll, describe, expect, test } from "vitest";

import { readReceipts } from "../../store/queries/sync-proofs.ts";
import { checkReceipt } from "../../sync/verify/check-receipt.ts";
import { creditCodeOf, seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { parcelKeys } from "./parcel-keys.ts";
import { createParcelDistrict, type ParcelDistrict } from "./parcel-kit.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const districts: Readonly<Record<string, ParcelDistrict>> = {
  files: await createParcelDistrict("files"),
  tables: await createParcelDistrict("tables"),
};

describe.each(["files", "tables"])("by %s", (way) => {
  const here = districts[way] as ParcelDistrict;
  const states = (parts: readonly { direction: string; state: string }[]) =>
    parts.map(({ direction, state }) => `${direction} ${state}`);
  const recommendations = () =>
    here.city.admin<{ key: string; withdrawn: boolean }[]>("GET /admin/recommendations");

  beforeAll(async () => {
    await here.registerEnterprises(700);
    await here.city.admin("POST /admin/seed", seedLines(600));
  });

  test("before the city has laid anything down the exchange says so", async () => {
    await expect(here.sync()).rejects.toMatchObject({
      code: "CITY_UNAVAILABLE",
      message: expect.stringContaining("profile"),
    });
  });

  test("a list is taken in, its agreement is derived from it, and the receipt says so", async () => {
    await here.layOut("csv");
    const report = await here.sync();
    expect(report.platform.level).toBe("L0");
    expect(states(report.parts)).toEqual(["PULL DONE", "PUSH DONE", "VERIFY DONE", "PUSH DONE"]);
    expect(report.parts[0]?.counts).toMatchObject({ read: 600, applied: 600, quarantined: 0 });
    expect(report.parts[2]?.agreement).toMatchObject({ level: "L0", agreed: true, records: 600 });
    const [receipt] = await readReceipts(here.database.worker, "city", { id: null, limit: 1 });
    if (receipt === undefined) throw new Error("no receipt");
    expect(checkReceipt(receipt, []).worth).toBe("DERIVED");
    expect(receipt.theirSignature).toContain("manifestSha256");
    const [held] = await here.rows("select * from titles where credit_code = $1", [
      creditCodeOf(7),
    ]);
    expect(held).toMatchObject({ kind: "SPECIALIZED", level: "PROVINCIAL", batch: "2024-1" });
  });

  test("the same list again is nothing new, and no second look at what it leaves out", async () => {
    await here.rows("update sync_streams set completed_at = null");
    const report = await here.sync();
    expect(report.parts[0]).toMatchObject({ state: "DONE", counts: { read: 0 } });
  });

  test("a title left out of one list is asked about, and removed by the next list alone", async () => {
    const [code] = [creditCodeOf(599)];
    await here.city.admin("DELETE /admin/titles", { keys: [`${code}|SPECIALIZED|2024-1`] });
    await here.layOut();
    await here.sync();
    const held = () => here.rows("select from titles where credit_code = $1", [code]);
    // Looked at again and again, also by one that forgot where it was: it is one list.
    await here.sync();
    await here.rows("update sync_streams set cursor = null");
    await here.sync();
    expect(await held()).toHaveLength(1);
    await here.city.admin("PUT /admin/titles", [seedTitle(1, { level: "NATIONAL" })]);
    await here.layOut();
    await here.sync();
    expect(await held()).toHaveLength(0);
  });

  test("a batch lies there until its receipt does, and says so", async () => {
    await here.recommend(620);
    await here.recommend(621, { reason: "=1+1" });
    const first = await here.sync();
    expect(states(first.parts)).toEqual(["PULL DONE", "PUSH INCOMPLETE", "VERIFY DONE"]);
    expect(first.parts[1]?.failure).toContain("waits for the city's receipt");
    await here.sync();
    expect(await here.pickUp()).toMatchObject({ answered: 1, refused: 0, unheard: 0 });
    const after = await here.sync();
    expect(after.parts[1]).toMatchObject({ state: "DONE", counts: { read: 2, applied: 2 } });
    expect(await recommendations()).toHaveLength(2);
  });

  test("what the city rejects and what it puts off comes with the receipt", async () => {
    await here.city.admin("POST /admin/faults", {
      on: "pushBatch",
      kind: "reject",
      codes: [creditCodeOf(622)],
      code: "REFUSED",
    });
    await here.city.admin("POST /admin/faults", {
      on: "pushBatch",
      kind: "defer",
      codes: [creditCodeOf(623)],
    });
    for (const no of [622, 623, 624]) await here.recommend(no);
    await here.sync();
    await here.pickUp();
    const told = await here.sync();
    expect(told.parts[1]?.counts).toMatchObject({ read: 3, applied: 1, rejected: 1, deferred: 1 });
    await here.city.admin("POST /admin/settle");
    await here.pickUp();
    const settled = await here.sync();
    expect(settled.parts[1]?.counts).toMatchObject({ read: 1, applied: 1 });
  });

  test("a batch refused whole is split until the poison is alone", async () => {
    await here.city.admin("DELETE /admin/faults");
    const poison = { on: "pushBatch", kind: "refuse-batch", times: -1, codes: [creditCodeOf(631)] };
    await here.city.admin("POST /admin/faults", poison);
    for (const no of [630, 631, 632, 633]) await here.recommend(no);
    for (let round = 0; round < 8; round++) {
      await here.sync({ parts: ["push"] });
      await here.pickUp();
    }
    await here.sync({ parts: ["push"] });
    await here.city.admin("DELETE /admin/faults");
    const told = (await recommendations()).map(({ key }) => key.slice(0, 18));
    expect(told).toEqual(expect.arrayContaining([630, 632, 633].map(creditCodeOf)));
    expect(told).not.toContain(creditCodeOf(631));
  });

  test("a parcel that nobody of the district signed is not answered", async () => {
    const stranger = { ...parcelKeys.ours[0], secret: "another-secret-of-at-least-32-bytes!" };
    const platform = here.connect({ keys: { ...parcelKeys, ours: [stranger as never] } });
    await here.recommend(640);
    await here.sync({ platform, parts: ["push"] });
    expect((await here.pickUp()).refused).toBe(1);
    expect((await recommendations()).some(({ key }) => key.startsWith(creditCodeOf(640)))).toBe(
      false,
    );
  });

  test("a live question is refused as above the city's level", async () => {
    await expect(here.platform.records([creditCodeOf(1)])).rejects.toMatchObject({
      kind: "NOT_OFFERED",
    });
  });
});
