import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { statusText } from "../../cli/sync-status-text.ts";
import { syncStatus } from "../../sync/read-status.ts";
import { PlatformFailure } from "../../sync/platform/platform-failure.ts";
import type { CityPlatform } from "../../sync/platform/port.ts";
import { creditCodeOf, seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { createDistrict, type District } from "./district-kit.ts";
import { lastPart } from "./last-part.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict();

beforeAll(async () => {
  await here.registerEnterprises(300);
  await here.city.admin("POST /admin/seed", seedLines(120));
  await here.sync();
});
beforeEach(() => here.city.admin("DELETE /admin/faults"));

const titleCount = async (): Promise<number> =>
  (await here.rows<{ n: number }>("select count(*)::int as n from titles"))[0]?.n ?? -1;
describe("a wrong list deletes nothing", () => {
  const wrong = [
    ["an empty list with a good face", { kind: "empty" }],
    ["a list that lost all but three percent", { kind: "shrink" }],
  ] as const;
  test.each(wrong)("%s is held whole for a person", async (_, fault) => {
    await here.rows("update sync_streams set cursor = null");
    const before = await titleCount();
    await here.city.admin("POST /admin/faults", { on: "titles", ...fault });
    const pull = lastPart(await here.sync({ parts: ["pull"] }), "PULL");
    expect([pull.state, await titleCount()]).toEqual(["HELD", before]);
    expect(pull.failure).toMatch(/would remove/u);
    const next = lastPart(await here.sync(), "PULL");
    expect([next.state, next.counts.quarantined, await titleCount()]).toEqual(["DONE", 0, before]);
  });

  test.each(["duplicate", "reorder", "miss-page", "wrong-total"])(
    "pages that do not join (%s) conclude nothing",
    async (kind) => {
      await here.rows("update sync_streams set cursor = null");
      const before = await titleCount();
      await here.city.admin("POST /admin/faults", { on: "titles", kind, times: -1 });
      const pull = lastPart(await here.sync({ parts: ["pull"] }), "PULL");
      expect([pull.state, await titleCount()]).toEqual(["INCOMPLETE", before]);
      await here.city.admin("DELETE /admin/faults");
      expect(lastPart(await here.sync(), "PULL").state).toBe("DONE");
    },
  );

  test("a delta whose pages do not join leaves the cursor, so that the next one brings it all", async () => {
    await here.city.admin("PUT /admin/titles", [seedTitle(31, { batch: "delta" })]);
    await here.city.admin("POST /admin/faults", { on: "titles", kind: "duplicate", times: 3 });
    const broken = lastPart(await here.sync({ parts: ["pull"] }), "PULL");
    expect([broken.state, broken.counts.read]).toEqual(["INCOMPLETE", 0]);
    const whole = lastPart(await here.sync({ parts: ["pull"] }), "PULL");
    expect([whole.state, whole.counts.applied]).toEqual(["DONE", 1]);
  });

  test("a delta whose token expires between its pages is followed by the full list", async () => {
    const added = [seedTitle(32, { batch: "late" }), seedTitle(33, { batch: "late" })];
    await here.city.admin("PUT /admin/titles", added);
    const titles: CityPlatform["titles"] = async (question) => {
      if (question.delta !== null && question.after !== null)
        throw new PlatformFailure("EXPIRED", "410 DELTA_EXPIRED");
      return here.platform.titles(question.delta === null ? question : { ...question, limit: 1 });
    };
    const platform = new Proxy(here.platform, {
      get: (whole, name: keyof CityPlatform) =>
        name === "titles" ? titles : whole[name].bind(whole),
    });
    const pull = lastPart(await here.sync({ platform, parts: ["pull"] }), "PULL");
    expect([pull.state, pull.counts.applied]).toEqual(["DONE", 2]);
  });

  test("a title that only one complete list leaves out stays; the second one removes it", async () => {
    await here.city.admin("POST /admin/level", { level: "L1" });
    const key = `${creditCodeOf(30)}|SPECIALIZED|2024-1`;
    await here.city.admin("DELETE /admin/titles", { keys: [key] });
    const before = await titleCount();
    await here.sync();
    expect(await titleCount()).toBe(before);
    const report = await here.sync();
    expect(await titleCount()).toBe(before - 1);
    expect(lastPart(report, "PULL").counts.applied).toBe(1);
    await here.city.admin("POST /admin/level", { level: "L3" });
  });

  test("a mass change that a person has approved is applied", async () => {
    const many = Array.from({ length: 40 }, (_, i) => seedTitle(40 + i, { status: "EXPIRED" }));
    await here.city.admin("PUT /admin/titles", many);
    const held = lastPart(await here.sync({ parts: ["pull"] }), "PULL");
    expect([held.state, held.failure]).toEqual(["HELD", expect.stringMatching(/would change 40/u)]);
    const report = await here.sync({ approvedRunId: held.runId ?? "", parts: ["pull"] });
    expect(report.parts[0]).toMatchObject({ state: "DONE" });
    const expired = await here.rows("select from titles where status = 'EXPIRED'");
    expect(expired.length).toBeGreaterThanOrEqual(40);
    await expect(here.sync({ approvedRunId: held.runId ?? "" })).rejects.toThrow(/not the newest/u);
  });

  test("a mass removal is approved once: the next look at the same list holds nothing", async () => {
    const keys = Array.from({ length: 8 }, (_, i) => `${creditCodeOf(100 + i)}|SPECIALIZED|2024-1`);
    await here.city.admin("DELETE /admin/titles", { keys });
    await here.rows("update sync_streams set cursor = null");
    const before = await titleCount();
    const report = await here.sync();
    const held = report.parts.filter(({ state }) => state === "HELD");
    // Held once in an exchange: of two ids only the newer one could be approved.
    expect(held.map(({ failure }) => failure)).toEqual([expect.stringMatching(/would remove 8/u)]);
    expect(await titleCount()).toBe(before);
    const approved = await here.sync({ approvedRunId: held[0]?.runId ?? "" });
    expect(approved.parts.map(({ state }) => state)).not.toContain("HELD");
    expect(await titleCount()).toBe(before - 8);
    expect(lastPart(await here.sync(), "VERIFY", "titles").agreement?.agreed).toBe(true);
  });
});

describe("records that are wrong are quarantined by themselves", () => {
  test.each([
    ["unknown-kind", /kind/u],
    ["unknown-status", /status/u],
    ["missing-member", /status/u],
    ["bad-code", /credit code/u],
    ["foreign-district", /district/u],
    ["bad-date", /validFrom/u],
    ["nul-character", /cannot be stored/u],
  ])("%s", async (kind, reason) => {
    await here.city.admin("PUT /admin/titles", [
      seedTitle(90, { batch: `b-${kind}`, level: "NATIONAL" }),
      seedTitle(91, { batch: `b-${kind}`, level: "NATIONAL" }),
    ]);
    await here.city.admin("POST /admin/faults", { on: "titles", kind });
    const pull = lastPart(await here.sync({ parts: ["pull"] }), "PULL");
    expect([pull.state, pull.counts.quarantined, pull.counts.applied]).toEqual(["DONE", 1, 1]);
    const [open] = await here.rows<{ reason: string }>(
      "select reason from sync_conflicts where kind = 'INVALID' and state = 'OPEN' order by opened_at desc limit 1",
    );
    expect(open?.reason).toMatch(reason);
    // The comparison finds what is not here, the full list brings it.
    const mended = await here.sync();
    expect(lastPart(mended, "VERIFY", "titles").agreement?.agreed).toBe(true);
  });

  test("what could not be read is asked no longer when a whole list does not hold it any more", async () => {
    await here.city.admin("PUT /admin/titles", [seedTitle(94, { batch: "b-gone" })]);
    await here.city.admin("POST /admin/faults", { on: "titles", kind: "unknown-kind" });
    await here.sync({ parts: ["pull"] });
    const asked = () =>
      here.rows(
        "select state, decision from sync_conflicts where kind = 'INVALID' and entity_key like '%DRAGON|b-gone'",
      );
    expect(await asked()).toEqual([{ state: "OPEN", decision: null }]);
    await here.rows("update sync_streams set cursor = null");
    await here.sync();
    expect(await asked()).toEqual([{ state: "DECIDED", decision: "NO_LONGER_TOLD" }]);
  });

  test("a member that nobody knows is kept and does no harm", async () => {
    await here.city.admin("PUT /admin/titles", [seedTitle(92, { batch: "b-extra" })]);
    await here.city.admin("POST /admin/faults", { on: "titles", kind: "extra-member" });
    expect(lastPart(await here.sync(), "PULL").counts).toMatchObject({
      applied: 1,
      quarantined: 0,
    });
    const [held] = await here.rows<{ record: { colour: string } }>(
      "select record from sync_shadow where entity_key like '%b-extra'",
    );
    expect(held?.record.colour).toBe("gold");
  });
});

describe("the form of the records", () => {
  const open = () =>
    here.rows(
      "select kind, field, records from sync_drifts where state = 'OPEN' order by kind, field",
    );

  test("a drift is a state: opened by the list that shows it, closed by the next whole list that does not", async () => {
    await here.rows("update sync_streams set cursor = null");
    await here.sync();
    expect(await open()).toEqual([]);
    await here.city.admin("PUT /admin/titles", [seedTitle(93, { batch: "b-drift" })]);
    await here.city.admin("POST /admin/faults", { on: "titles", kind: "extra-member" });
    await here.sync();
    expect(await open()).toEqual([{ kind: "NEW_MEMBER", field: "colour", records: 1 }]);
    const status = await syncStatus({ pool: here.database.worker });
    expect(status?.drifts).toMatchObject([{ field: "colour", example: '"gold"' }]);
    expect(statusText(status)).toMatch(/漂移[^]*colour +新字段 new member +1 条 records/u);
    await here.rows("update sync_streams set cursor = null");
    await here.sync();
    expect(await open()).toEqual([]);
    expect(statusText(await syncStatus({ pool: here.database.worker }))).not.toContain("漂移");
  });

  test("a list of another form is held whole: nothing of it is applied, and nothing is asked of each record", async () => {
    await here.rows("update sync_streams set cursor = null");
    const questions = "select from sync_conflicts where kind = 'INVALID'";
    const before = [await titleCount(), (await here.rows(questions)).length];
    await here.city.admin("POST /admin/faults", {
      on: "titles",
      kind: "unknown-kind",
      fraction: 1,
    });
    const pull = lastPart(await here.sync({ parts: ["pull"] }), "PULL");
    expect([pull.state, pull.failure]).toEqual(["HELD", expect.stringMatching(/schema drift/u)]);
    expect([await titleCount(), (await here.rows(questions)).length]).toEqual(before);
    expect(await open()).toEqual([
      { kind: "NEW_VALUE", field: "kind", records: expect.any(Number) },
    ]);
    expect(lastPart(await here.sync(), "PULL").state).toBe("DONE");
    expect(await open()).toEqual([]);
  });
});
