/** A clock that is set ahead by a day and back again: who is judged by which day, and what a hearer of alerts is told. */
import { afterEach, beforeAll, expect, test, vi } from "vitest";

import { followAlerts } from "../../cultivation/follow-alerts.ts";
import { listDuePortraits } from "../../cultivation/list-due-portraits.ts";
import { markDue } from "../../cultivation/mark-due.ts";
import { createTestDatabase } from "../kit/database.ts";
import { principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const [today, tomorrow] = ["2026-03-02", "2026-03-03"];
const boli = principal("TOWN", [towns.boli], { role: "OFFICER" });
const dayMs = 86_400_000;

beforeAll(() => seedDistrict(db.owner));
afterEach(() => vi.useRealTimers());

const everybody = async (): Promise<number> => {
  const { rows } = await db.owner.query<{ n: number }>(
    "select count(*)::int as n from enterprises",
  );
  return rows[0]?.n ?? 0;
};

test.each([
  ["judgements", (day: string) => markDue(db.worker, null, day)],
  ["portraits", (day: string) => listDuePortraits(db.worker, day)],
] as const)("%s are made once for a day, and anew for a day that comes again", async (_, list) => {
  const all = await everybody();
  const listed: number[] = [];
  for (const day of [today, today, tomorrow, tomorrow, today, today]) listed.push(await list(day));
  expect(listed).toEqual([all, 0, all, 0, all, 0]);
});

/** Events of one alert in the outbox, 泊里, numbered on from what is there. */
async function tell(count: number): Promise<void> {
  await db.owner.query(
    `insert into alert_outbox (credit_code, town_code, alert_id, sequence)
     select $1, $2, '00000000-0000-4000-8000-000000000000', 1 + n + (select count(*) from alert_outbox)
     from generate_series(0, $3 - 1) n`,
    [codes.C, towns.boli, count],
  );
}

/** What is told after each gap. @param gaps done before each. */
async function heardAfter(gaps: readonly (() => unknown)[]): Promise<readonly number[]> {
  async function* notices() {
    for (const gap of gaps) {
      await gap();
      yield null;
    }
  }
  const heard: number[] = [];
  for await (const { sequence } of followAlerts(db.worker, boli, notices())) heard.push(sequence);
  return heard;
}

test("more events than a page holds are told after a gap, in order, each once", async () => {
  await db.owner.query("truncate alert_outbox");
  const heard = await heardAfter([() => tell(20_001), () => undefined, () => tell(2)]);
  expect(heard).toEqual(Array.from({ length: 20_003 }, (_, place) => place + 1));
});

test.each([
  ["ahead", dayMs],
  ["back", -dayMs],
])("a clock that is set %s by a day loses no alert of a gap", async (_, ms) => {
  await db.owner.query("truncate alert_outbox");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  const heard = await heardAfter([
    () => tell(1),
    () => tell(1),
    async () => {
      vi.setSystemTime(Date.now() + ms);
      await tell(1);
    },
    () => tell(1),
  ]);
  expect(heard).toEqual([1, 2, 3, 4]);
});

test("a process whose clock is ahead of the database's loses none", async () => {
  await db.owner.query("truncate alert_outbox");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + dayMs });
  expect(await heardAfter([() => tell(1), () => tell(1)])).toEqual([1, 2]);
});
