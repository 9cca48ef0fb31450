/**
 * Histories made by chance: both sides write, faults strike, exchanges die at any step. When all of it stops, a model that
 * knows nothing of the exchange says what each side has to hold. GOLDSEED_HISTORIES sets how many (2,000 for the record),
 * GOLDSEED_HISTORY_SEED the first seed; a failure names its own.
 */
import { beforeAll, beforeEach, expect, test } from "vitest";

import { GoldseedError } from "../../domain/errors.ts";
import { verifyLedger } from "../../sync/ledger/verify-ledger.ts";
import { stepNames } from "../../sync/steps.ts";
import { creditCodeOf, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { createDistrict, type District } from "./district-kit.ts";

/** Without the sweep the sixth fails. */
const histories = Number(process.env["GOLDSEED_HISTORIES"] ?? 8);
const firstSeed = Number(process.env["GOLDSEED_HISTORY_SEED"] ?? 1);
const acts = 10;

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict();
/** What each side has to hold in the end, by enterprise: level of its title, reason of its recommendation. */
const titles = new Map<number, string>();
const recommended = new Map<number, string>();
/** A fault that nothing met proves nothing. */
let struck = 0;
let died = 0;

beforeAll(() => here.registerEnterprises(60));
beforeEach(() => here.city.admin("DELETE /admin/faults"));

type Random = (below: number) => number;

function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const levels = ["PROVINCIAL", "MUNICIPAL", "NATIONAL"];
const readFaults = [
  "status",
  "drop-after",
  "truncate",
  "html",
  "bad-signature",
  "unsigned",
  "empty",
  "duplicate",
  "reorder",
  "miss-page",
  "wrong-total",
  "repeat-page",
  "moving-revision",
];
const pushFaults = ["status", "drop-before", "drop-after", "truncate", "unsigned", "lost-outcomes"];

const actions: readonly ((random: Random, tag: string) => Promise<void>)[] = [
  async function cityWrites(random) {
    const no = random(40);
    titles.set(no, levels[random(3)] ?? "");
    await here.city.admin("PUT /admin/titles", [seedTitle(no, { level: titles.get(no) ?? "" })]);
  },
  async function cityRemoves(random) {
    const no = random(40);
    titles.delete(no);
    const keys = [`${creditCodeOf(no)}|SPECIALIZED|2024-1`];
    await here.city.admin("DELETE /admin/titles", { keys });
  },
  async function weRecommend(random, tag) {
    const no = random(20);
    recommended.set(no, tag);
    await here.recommend(no, { reason: tag });
  },
  async function weWithdraw(random) {
    const no = random(20);
    if (!recommended.delete(no)) return;
    await here.recommend(no, { state: "WITHDRAWN" });
  },
  async function somebodyEditsPastUs(random) {
    await here.rows("update titles set level = 'DISTRICT' where credit_code = $1", [
      creditCodeOf(random(40)),
    ]);
  },
  async function somebodyWritesPastTheTriggers(random, tag) {
    const no = random(20);
    if (!recommended.has(no)) return;
    recommended.set(no, tag);
    const session = await here.session();
    await session.query("set session_replication_role = replica");
    await session.query("update recommendations set reason = $2 where credit_code = $1", [
      creditCodeOf(no),
      tag,
    ]);
    await session.end();
  },
  (random) => exchange({ on: "titles", kind: readFaults[random(readFaults.length)] }),
  (random) => exchange({ on: "pushBatch", kind: pushFaults[random(pushFaults.length)] }),
  (random) => exchange({ on: "compare", kind: readFaults[random(6)] }),
  async function forgetTheCursor() {
    await here.rows("update sync_streams set cursor = null");
  },
  async function die(random) {
    const step = stepNames[random(stepNames.length)];
    const death = new Error("died");
    const end = here.sync({
      step: (name) => (name === step ? Promise.reject(death) : Promise.resolve()),
    });
    await end.catch((error: unknown) => {
      if (error !== death) throw error;
      died += 1;
    });
  },
];

async function exchange(fault: object): Promise<void> {
  await here.city.admin("POST /admin/faults", { ...fault, times: 1, status: 503 });
  await here.sync().catch((error: unknown) => {
    if (!(error instanceof GoldseedError)) throw error;
  });
  const faults = await here.city.admin<{ struck: number }[]>("GET /admin/faults");
  struck += faults.reduce((sum, one) => sum + one.struck, 0);
  await here.city.admin("DELETE /admin/faults");
}

async function expectModel(seed: number): Promise<void> {
  const ours = await here.rows<{ code: string; level: string }>(
    "select credit_code as code, level from titles order by 1",
  );
  const wanted = [...titles].map(([no, level]) => ({ code: creditCodeOf(no), level }));
  const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);
  expect([seed, ours]).toEqual([seed, wanted.toSorted(byCode)]);
  const held = await here.city.admin<
    { withdrawn: boolean; record: { creditCode: string; reason: string } }[]
  >("GET /admin/recommendations");
  const theirs = held
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ record }) => ({ code: record.creditCode, reason: record.reason }));
  const told = [...recommended].map(([no, reason]) => ({ code: creditCodeOf(no), reason }));
  expect([seed, theirs.toSorted(byCode)]).toEqual([seed, told.toSorted(byCode)]);
  const [loose] = await here.rows(
    `select (select count(*)::int from sync_runs where state = 'RUNNING') as runs,
       (select count(*)::int from sync_outbox where batch_no is null) as notices,
       (select count(*)::int from sync_batches where state not in ('ACKED', 'PARKED')) as batches,
       (select count(*)::int from sync_conflicts where state = 'OPEN') as questions`,
  );
  expect([seed, loose]).toEqual([seed, { runs: 0, notices: 0, batches: 0, questions: 0 }]);
}

async function expectLedger(seed: number): Promise<void> {
  expect([seed, (await verifyLedger(here.database.worker)).problems]).toEqual([seed, []]);
}

/** The whole chain is read each time, and it only grows. */
const ledgerEvery = 25;

test(
  `${histories} histories from seed ${firstSeed}: when the faults stop, both sides hold what the model says`,
  async () => {
    for (let seed = firstSeed; seed < firstSeed + histories; seed++) {
      const random = randomOf(seed);
      for (let act = 0; act < acts; act++) {
        await actions[random(actions.length)]?.(random, `${seed}/${act}`);
      }
      // The second one is for what a complete list left out once.
      await here.sync();
      const report = await here.sync();
      const agreed = report.parts.filter(({ agreement }) => agreement?.agreed === true).length;
      expect([seed, agreed >= 2]).toEqual([seed, true]);
      await expectModel(seed);
      if (seed % ledgerEvery === 0) await expectLedger(seed);
    }
    await expectLedger(firstSeed + histories - 1);
    if (histories >= 5) expect(Math.min(struck, died)).toBeGreaterThan(0);
  },
  60_000 + histories * 10_000,
);
