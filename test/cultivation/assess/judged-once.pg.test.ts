/** However many judge at the same time, one verdict of an enterprise by a pack is in force. */
import { beforeAll, beforeEach, expect, test, vi } from "vitest";

import { assessDirty, assessEnterprises } from "../../../cultivation/assess-enterprises.ts";
import { findWaysToPass } from "../../../cultivation/find-ways-to-pass.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { lanes } from "../../../store/queries/dirty-marks.ts";
import { spreadMarks } from "../../../store/queries/spread-marks.ts";
import { mayJudgePortion } from "../../../store/queries/judging-lock.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codes, seedDistrict } from "../../kit/seed.ts";
import { setRevenue } from "../alerts/alert-kit.ts";

const db = await createTestDatabase();
const criteria = await loadSoundCriteria();
const [yesterday, today] = ["2026-11-22", "2026-11-23"];
const mark = (stage: string, reason: string) =>
  db.owner.query("insert into dirty_keys (credit_code, stage, reason) values ($1, $2, $3)", [
    codes.A,
    stage,
    reason,
  ]);
const doubled = async () =>
  (
    await db.owner.query(
      "select credit_code, pack_id from assessments where superseded_at is null group by 1, 2 having count(*) > 1",
    )
  ).rows;
const marks = async () =>
  (await db.owner.query("select stage, reason from dirty_keys where stage <> 'PORTRAITS'")).rows;

const waiting = async () =>
  (
    await db.owner.query(
      "select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
    )
  ).rowCount;

beforeAll(async () => {
  await seedDistrict(db.owner);
  await assessEnterprises(db.worker, { asOf: yesterday, criteria });
});

beforeEach(async () => {
  await db.owner.query("delete from dirty_keys");
});

test("an enterprise with marks of two stages is judged by one lane alone", async () => {
  await setRevenue(db.owner, codes.A, 60_000_000);
  await db.owner.query("delete from dirty_keys");
  await mark("INDICATORS", "day");
  await mark("ASSESS", "fact");
  const [fresh, backlog] = await Promise.all(
    lanes.map((lane) => assessDirty(db.worker, { asOf: today, criteria, lanes: [lane] })),
  );
  expect([fresh?.enterprises, backlog?.enterprises]).toEqual([0, 1]);
  expect(await doubled()).toEqual([]);
});

test("what an import lists is judged, behind what was marked on its own since", async () => {
  const list = `insert into dirty_lists (credit_codes, reason, marked_at) values ($1, 'tax', now() - interval '1 hour')`;
  await db.owner.query(list, [[codes.A, codes.B]]);
  await mark("INDICATORS", "fact");
  await spreadMarks(db.worker, { stage: "INDICATORS" });
  const { rows } = await db.owner.query(
    "select credit_code, reason, marked_at > now() - interval '1 minute' as late from dirty_keys where stage = 'INDICATORS' order by 1",
  );
  expect(rows).toEqual(
    [
      { credit_code: codes.A, reason: "tax", late: true },
      { credit_code: codes.B, reason: "tax", late: false },
    ].toSorted((a, b) => (a.credit_code < b.credit_code ? -1 : 1)),
  );
  await db.owner.query(list, [[codes.A]]);
  expect(await assessDirty(db.worker, { asOf: today, criteria })).toMatchObject({ enterprises: 2 });
  expect(await marks()).not.toContainEqual({ stage: "INDICATORS", reason: "tax" });
});

test("a judgement of all waits for the portions under way, and those after it leave their marks where they are", async () => {
  await mark("INDICATORS", "fact");
  let all: Promise<unknown> | undefined;
  await inTransaction(db.worker, async (client) => {
    expect(await mayJudgePortion(client)).toBe(true);
    all = assessEnterprises(db.worker, { asOf: today, criteria });
    await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 10_000 });
    expect(await assessDirty(db.worker, { asOf: today, criteria })).toMatchObject({
      enterprises: 0,
    });
    expect(await marks()).toEqual([{ stage: "INDICATORS", reason: "fact" }]);
  });
  await all;
  expect(await assessDirty(db.worker, { asOf: today, criteria })).toMatchObject({ enterprises: 1 });
  expect(await doubled()).toEqual([]);
});

test("a search for ways does not wait for who judges, and comes back to those", async () => {
  const search = { asOf: yesterday, criteria, progress: 1 };
  const without = async () => {
    const { rows } = await db.owner.query<{ code: string }>(
      "select distinct credit_code as code from assessments where superseded_at is null and ways_to_pass is null and verdict <> 'TRUE' and progress >= 1 and pack_id = 'srdi_sme_2026'",
    );
    return rows.map(({ code }) => code);
  };
  await db.owner.query("update assessments set ways_to_pass = null");
  const all = await without();
  await inTransaction(db.worker, async (client) => {
    await client.query("select from assessments where credit_code = $1 for update", [codes.A]);
    expect(await findWaysToPass(db.worker, search)).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(1);
    expect(await without()).toEqual([codes.A]);
  });
  expect(await findWaysToPass(db.worker, search)).toBeGreaterThan(0);
  expect(await without()).toEqual([]);
});
