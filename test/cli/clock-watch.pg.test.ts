/** A clock that drifts is in the metrics, the log and the audit: when it begins, and when it is over. */
import { beforeEach, expect, test } from "vitest";

import { ClockWatch } from "../../cli/clock-watch.ts";
import type { LogEvent } from "../../cli/log-line.ts";
import type { AuditEvent } from "../../domain/audit-event.ts";
import { appendEntries } from "../../store/audit/append-entries.ts";
import { readClock } from "../../store/queries/read-clock.ts";
import { createTestDatabase } from "../kit/database.ts";

const db = await createTestDatabase();
const noted: AuditEvent[] = [];
const logged: LogEvent[] = [];
const clock = { ownAheadMs: 0, steadyMs: 0, databaseAheadMs: 0 };
const start = Date.UTC(2026, 10, 27);

const open = () =>
  new ClockWatch({
    readDatabase: async () => ({
      nowMs: start + clock.steadyMs + clock.databaseAheadMs,
      lastEntryMs: null,
    }),
    audit: { note: (event) => noted.push(event) },
    log: (event) => logged.push(event),
    now: () => start + clock.steadyMs + clock.ownAheadMs,
    steady: () => clock.steadyMs,
  });

beforeEach(() => {
  noted.length = 0;
  logged.length = 0;
  Object.assign(clock, { ownAheadMs: 0, steadyMs: 0, databaseAheadMs: 0 });
});

const details = () => noted.map(({ action, details: told }) => ({ action, ...told }));
const samples = (watch: ClockWatch) =>
  Object.fromEntries(
    watch.metrics()[0]!.samples.map(({ labels, value }) => [labels!["against"], value]),
  );

test("clocks that agree within a second are measured and not told of", async () => {
  const watch = open();
  clock.databaseAheadMs = 900;
  clock.steadyMs += 30_000;
  await watch.look();
  expect(samples(watch)).toEqual({ itself: 0, database: -0.9, audit: 0 });
  expect([noted, logged]).toEqual([[], []]);
});

test("a drift is told once when it begins and once when it is over", async () => {
  const watch = open();
  for (const aheadMs of [4_000, 5_000, 0, 0]) {
    clock.databaseAheadMs = aheadMs;
    clock.steadyMs += 30_000;
    await watch.look();
  }
  expect(details()).toEqual([
    { action: "clock.drift", against: "database", seconds: -4 },
    { action: "clock.settled", against: "database", seconds: 0 },
  ]);
  expect(logged.map(({ level }) => level)).toEqual(["error", "info"]);
});

test("our own clock that is set is a step, told once, and a drift against the database until it is set right", async () => {
  const watch = open();
  for (const aheadMs of [0, 60_000, 60_000]) {
    clock.ownAheadMs = aheadMs;
    clock.steadyMs += 30_000;
    await watch.look();
  }
  expect(details()).toEqual([
    { action: "clock.drift", against: "itself", seconds: 60 },
    { action: "clock.drift", against: "database", seconds: 60 },
  ]);
});

test("what an issuer said is forgotten after a quarter of an hour", () => {
  const watch = open();
  watch.hear("issuer", { askedMs: 9_000, heardMs: 9_000, saidMs: 4_000, saidUntilMs: 5_000 });
  expect(samples(watch)).toEqual({ issuer: 4 });
  clock.steadyMs = 900_001;
  expect(samples(watch)).toEqual({});
});

test("a database whose clock was set back is behind the audit's last entry, and says so", async () => {
  const event = { actor: "x", category: "SYSTEM", action: "x", outcome: "DONE" } as const;
  await appendEntries(db.worker, [event], "sha256");
  const watch = new ClockWatch({
    readDatabase: () => readClock(db.worker),
    audit: { note: (told) => noted.push(told) },
    log: (told) => logged.push(told),
  });
  await watch.look();
  expect(samples(watch)).toMatchObject({ audit: 0 });
  await db.owner.query("update audit_entries set at = at + interval '1 hour'");
  await watch.look();
  expect(details()).toMatchObject([{ action: "clock.drift", against: "audit" }]);
  expect(samples(watch)["audit"]).toBeLessThan(-3_500);
});
