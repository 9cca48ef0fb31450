/** One leader among many, handed over when it stops, dies or loses its connection. */
import { afterEach, expect, test } from "vitest";

import { standForLeader, type Leadership } from "../../store/leadership.ts";
import { createTestDatabase } from "../kit/database.ts";

const db = await createTestDatabase();
const standing: Leadership[] = [];
afterEach(async () => {
  await Promise.all(standing.splice(0).map((one) => one.stop()));
});

interface Seen {
  readonly leads: string[];
  now: number;
  most: number;
}

/** Leads until told to stop, and then takes `endsAfterMs` to reach its checkpoint. */
function stand(name: string, seen: Seen, endsAfterMs = 0): Leadership {
  const leadership = standForLeader({
    url: db.workerUrl,
    name: "test",
    askMs: 20,
    onChange: () => undefined,
    lead: async (signal) => {
      seen.leads.push(name);
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      await new Promise((end) => signal.addEventListener("abort", end));
      await new Promise((end) => setTimeout(end, endsAfterMs));
      seen.now -= 1;
    },
  });
  standing.push(leadership);
  return leadership;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((again) => setTimeout(again, 5));
}

const nobody = (): Seen => ({ leads: [], now: 0, most: 0 });

test("of three that stand one leads, and each stop hands over after the work has reached its checkpoint", async () => {
  const seen = nobody();
  const byName = new Map(["a", "b", "c"].map((name) => [name, stand(name, seen, 30)]));
  for (let led = 1; led <= 3; led++) {
    await until(() => seen.leads.length === led);
    await byName.get(seen.leads.at(-1) ?? "")?.stop();
  }
  expect([...seen.leads].toSorted()).toEqual(["a", "b", "c"]);
  expect([seen.most, seen.now]).toEqual([1, 0]);
});

test("a leader that loses its connection is told to stop, and somebody leads again", async () => {
  const seen = nobody();
  stand("a", seen);
  await until(() => seen.now === 1);
  await db.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'goldseed leader' and datname = current_database()",
  );
  await until(() => seen.leads.length === 2);
  expect([seen.most, seen.now]).toEqual([1, 1]);
});

test("work that fails is told with its error and not as a lost connection, and is led again", async () => {
  const told: unknown[] = [];
  let led = 0;
  const leadership = standForLeader({
    url: db.workerUrl,
    name: "failing",
    askMs: 20,
    onChange: (state, error) => told.push(error instanceof Error ? [state, error.message] : state),
    lead: async (signal) => {
      if (++led === 1) throw new Error("a job of its own");
      await new Promise((end) => signal.addEventListener("abort", end));
    },
  });
  standing.push(leadership);
  await until(() => led === 2);
  expect(told).toEqual(["LEADING", ["FAILED", "a job of its own"], "LEADING"]);
});
