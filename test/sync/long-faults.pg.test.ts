/** Faults that take more than a moment: a restore, a long outage, both sides writing, rules that change, a peer that lies. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { CityPlatform } from "../../sync/platform/port.ts";
import { readFieldOwnership } from "../../sync/read-field-ownership.ts";
import { diffSync } from "../../sync/run-sync.ts";
import type { StepName } from "../../sync/steps.ts";
import { creditCodeOf, seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { connectTo, district } from "./connect-to.ts";
import { createDistrict, type District } from "./district-kit.ts";
import { expectConverged } from "./expect-converged.ts";

/** GOLDSEED_OUTAGE sets how many changes wait when the month is over: 50,000 for the record. */
const waiting = Number(process.env["GOLDSEED_OUTAGE"] ?? 400);

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict();

beforeAll(async () => {
  await here.registerEnterprises(Math.max(400, waiting));
  await here.city.admin("POST /admin/seed", seedLines(120));
  for (let no = 200; no < 210; no++) await here.recommend(no);
  await here.sync();
});
beforeEach(() => here.city.admin("DELETE /admin/faults"));

/** Does it when the exchange passes that step for the first time. */
function once(name: StepName, act: () => Promise<unknown>): (passed: StepName) => Promise<void> {
  let done = false;
  return async (passed) => {
    if (passed !== name || done) return;
    done = true;
    await act();
  };
}

describe("our database restored from a backup", () => {
  /** A dump and its restore, in SQL: every row of every table as it was, what is computed left to be computed. */
  async function tables(): Promise<readonly { readonly name: string; readonly columns: string }[]> {
    return here.rows(
      `select c.relname as name, string_agg(quote_ident(a.attname), ', ') as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
         and (c.relname like 'sync%' or c.relname in ('recommendations', 'titles', 'agreement_receipts'))
       group by c.relname`,
    );
  }
  async function backUp(): Promise<void> {
    await here.rows("drop schema if exists backup cascade");
    await here.rows("create schema backup");
    for (const { name } of await tables()) {
      await here.rows(`create table backup.${name} as table public.${name}`);
    }
  }
  async function restore(): Promise<void> {
    const client = await here.session();
    await client.query("set session_replication_role = replica");
    await client.query("begin");
    for (const { name, columns } of await tables()) {
      await client.query(`delete from public.${name}`);
      await client.query(
        `insert into public.${name} (${columns}) overriding system value select ${columns} from backup.${name}`,
      );
    }
    await client.query("commit");
    await client.end();
  }

  test.each([
    ["and nothing was done since", 0],
    ["and work went on", 3],
  ])("%s: one exchange brings both sides together again, in a new generation", async (_, since) => {
    await here.sync();
    await backUp();
    const { generation } = await here.sync({ parts: ["verify"] });
    for (const no of [200, 211, 212]) {
      await here.recommend(no, { reason: `lost ${since}` });
      await here.sync({ parts: ["push"] });
    }
    await here.recommend(201, { state: "WITHDRAWN" });
    await here.city.admin("PUT /admin/titles", [seedTitle(3, { batch: `restored-${since}` })]);
    await here.sync();
    await restore();
    for (let no = 0; no < since; no++) await here.recommend(220 + no, { reason: "after" });
    const report = await here.sync();
    expect(report.generation).toBe(generation + 1);
    for (const tree of ["titles", "recommendations"]) {
      const last = report.parts.findLast((p) => p.direction === "VERIFY" && p.stream === tree);
      expect([tree, last?.agreement?.agreed]).toEqual([tree, true]);
    }
    // What only the lost weeks had told is the city's no more; what was withdrawn in them is proposed again.
    await here.sync();
    await expectConverged(here);
  });
});

describe("compared while both sides write", () => {
  test("what waits here to be told is no difference", async () => {
    await here.sync();
    const report = await here.sync({
      step: once("push.closed", () => here.recommend(230, { reason: "not told yet" })),
    });
    const verified = report.parts.filter(({ direction }) => direction === "VERIFY");
    expect(verified.map(({ agreement }) => agreement?.differences)).toEqual([0, 0]);
    await here.sync();
    await expectConverged(here);
  });

  test("what the city wrote since it was read is looked at twice before it is called a difference", async () => {
    await here.sync();
    const change = [seedTitle(4, { level: "NATIONAL" }), seedTitle(130)];
    const report = await here.sync({
      step: once("pull.closed", () => here.city.admin("PUT /admin/titles", change)),
    });
    const titles = report.parts.filter((p) => p.direction === "VERIFY" && p.stream === "titles");
    expect(titles.map(({ agreement }) => agreement?.differences)).toEqual([2, 0]);
    await expectConverged(here);
  });

  test("what the city writes while it is compared belongs to the next exchange", async () => {
    await here.sync();
    const report = await here.sync({
      step: once("verify.compared", () =>
        here.city.admin("PUT /admin/titles", [seedTitle(5, { level: "NATIONAL" })]),
      ),
    });
    expect(report.parts.filter(({ agreement }) => agreement?.agreed === true)).toHaveLength(2);
    await here.sync();
    await expectConverged(here);
  });
});

describe("a record goes while it is on its way", () => {
  test.each<StepName>(["push.sealed", "push.sending", "push.answered"])(
    "withdrawn at %s, and proposed again in the next: the city ends with what we say last",
    async (step) => {
      await here.recommend(240, { reason: step });
      await here.sync({ step: once(step, () => here.recommend(240, { state: "WITHDRAWN" })) });
      await here.sync();
      await expectConverged(here);
      await here.recommend(240, { reason: `${step} again` });
      await here.sync();
      await expectConverged(here);
    },
  );

  test("an enterprise with a new credit code: the old record goes, the new one comes, on both sides", async () => {
    const [before, after] = [seedTitle(6), seedTitle(131)];
    await here.recommend(6);
    await here.sync();
    await here.city.admin("DELETE /admin/titles", {
      keys: [`${before.creditCode}|SPECIALIZED|2024-1`],
    });
    await here.city.admin("PUT /admin/titles", [after]);
    await here.rows("delete from recommendations where credit_code = $1", [creditCodeOf(6)]);
    await here.recommend(131);
    await here.sync();
    await expectConverged(here);
  });

  test("a title that an old page brings back when its tombstone is gone is removed by the comparison", async () => {
    await here.city.admin("PUT /admin/titles", [seedTitle(132)]);
    const [pull] = (await here.sync({ parts: ["pull"] })).parts;
    const keys = [`${creditCodeOf(132)}|SPECIALIZED|2024-1`];
    await here.city.admin("DELETE /admin/titles", { keys });
    await here.sync();
    await here.rows("delete from sync_tombstones");
    await here.sync({ replayRunId: pull?.runId ?? "", parts: ["verify"] });
    await here.sync();
    await expectConverged(here);
  });
});

describe("ownership of a field changes while the field is on its way", () => {
  const cityOwns = readFieldOwnership();
  const districtOwns = { ...cityOwns, level: "DISTRICT" as const };
  const level = async (): Promise<string | undefined> => {
    const [row] = await here.rows<{ level: string }>(
      "select level from titles where credit_code = $1 and batch = '2024-1'",
      [creditCodeOf(7)],
    );
    return row?.level;
  };

  test("what landed under one rule is merged by the rule in force, and each write has its record", async () => {
    await here.sync();
    const before = await level();
    await here.city.admin("PUT /admin/titles", [seedTitle(7, { level: "NATIONAL" })]);
    const death = new Error("died");
    const broken = here.sync({
      owners: cityOwns,
      step: once("pull.landed", () => Promise.reject(death)),
    });
    await expect(broken).rejects.toBe(death);
    await here.sync({ owners: districtOwns });
    expect(await level()).toBe(before);
    const kept = await here.rows(
      "select kind, field, decision from sync_conflicts where entity_key like $1 and kind = 'FOREIGN_WRITE'",
      [`${creditCodeOf(7)}%`],
    );
    expect(kept).toEqual([{ kind: "FOREIGN_WRITE", field: "level", decision: "OURS_KEPT" }]);
    await here.rows("update sync_streams set cursor = null");
    await here.sync({ owners: cityOwns });
    expect(await level()).toBe("NATIONAL");
    await expectConverged(here);
  });
});

describe("a peer that does not end, or lies about how much there is", () => {
  const lying = (lies: Partial<CityPlatform>): CityPlatform =>
    new Proxy(here.platform, {
      get: (platform, name: keyof CityPlatform) => lies[name] ?? platform[name].bind(platform),
    });

  test("a list whose every page names another is given up, and nothing is concluded", async () => {
    await here.rows("update sync_streams set cursor = null");
    let asked = 0;
    const platform = lying({
      titles: async (question) => {
        asked += 1;
        const answered = await here.platform.titles({ ...question, after: null });
        return { ...answered, value: { ...answered.value, next: `page ${asked}` } };
      },
    });
    const [pull] = (await here.sync({ platform, parts: ["pull"] })).parts;
    expect([pull?.state, pull?.counts.applied]).toEqual(["INCOMPLETE", 0]);
    // Three walks of twice what the first page announces, and ten for growth.
    expect(asked).toBeLessThanOrEqual(3 * 13);
    await here.sync();
    await expectConverged(here);
  });

  test("a comparison in which everything differs asks each question once", async () => {
    let asked = 0;
    const other = "f".repeat(32);
    const platform = lying({
      leaves: async (tree, mids) => {
        asked += 1;
        const answered = await here.platform.leaves(tree, mids);
        const all = Array.from({ length: 64 }, (_, mid) => [
          mid,
          Array.from({ length: 64 }, (__, leaf) => [leaf, 1_000_000, other]),
        ]);
        return { ...answered, value: { ...answered.value, mids: all as never } };
      },
      bucketRecords: async (tree, buckets) => {
        asked += 1;
        const answered = await here.platform.bucketRecords(tree, buckets);
        return { ...answered, value: { ...answered.value, records: [] } };
      },
    });
    await here.city.admin("PUT /admin/titles", [seedTitle(8, { level: "NATIONAL" })]);
    const report = await here.sync({ platform, parts: ["verify"] });
    expect(report.parts.some(({ agreement }) => agreement?.agreed === true)).toBe(true);
    expect(asked).toBeLessThanOrEqual(2 * (1 + 4096 / 256));
    expect(asked).toBeGreaterThan(0);
    await here.sync();
    await expectConverged(here);
  });

  test("answers by key that hold no titles leave the fields of a difference untold", async () => {
    const platform = lying({
      titlesByKey: async (keys) => {
        const answered = await here.platform.titlesByKey(keys);
        return { ...answered, value: { ...answered.value, items: [null, "?", {}] } };
      },
    });
    await here.city.admin("PUT /admin/titles", [seedTitle(9, { level: "NATIONAL" })]);
    const options = { pool: here.database.worker, platform, district };
    const [unread] = await diffSync(options, 20);
    expect(unread?.records.map(({ kind, fields }) => [kind, fields])).toEqual([["DIFFERS", []]]);
    await here.sync();
    await expectConverged(here);
  });
});

test(`a month of outage, then ${waiting} changes: they wait, and the first exchange tells all of them once`, async () => {
  await here.sync();
  const away = connectTo("http://127.0.0.1:1");
  for (let day = 0; day < 3; day++) {
    await here.recommend(250, { reason: `day ${day}` });
    await expect(here.sync({ platform: away })).rejects.toThrow(/cannot be reached/u);
  }
  away.close();
  await here.rows(
    `insert into recommendations (credit_code, town_code, kind, batch, state, recommended_on)
     select credit_code, town_code, 'EAGLET', 'outage', 'PROPOSED', '2026-11-20' from enterprises
     order by credit_code limit $1`,
    [waiting],
  );
  await here.rows("update sync_outbox set at = at - interval '31 days' where batch_no is null");
  // The hourly sweep of that month has nothing to add to what waits already, and throws nothing of it away.
  const report = await here.sync();
  const push = report.parts.find(({ direction }) => direction === "PUSH");
  expect(push).toMatchObject({ state: "DONE", counts: { applied: waiting + 1 } });
  expect(report.uncaptured).toBe(0);
  const [batches] = await here.rows<{ most: number }>(
    "select max(n)::int as most from (select count(*) as n from sync_batch_items group by generation, batch_no) b",
  );
  expect(batches?.most).toBeLessThanOrEqual(1_000);
  await expectConverged(here);
}, 600_000);
