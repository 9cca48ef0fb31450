/** What is said again and again is said once a minute, and nothing else is held back. */
import { expect, test } from "vitest";

import type { LogEvent } from "../../cli/log-line.ts";
import { saySeldom } from "../../cli/say-seldom.ts";

function listener() {
  const heard: LogEvent[] = [];
  const state = { nowMs: 0 };
  const log = saySeldom((event) => heard.push(event), { clock: () => state.nowMs });
  return { heard, state, log };
}

const away: LogEvent = { level: "warn", message: "connect ECONNREFUSED" };

test("the same warning is told once a minute, with how often it was held back", () => {
  const { heard, state, log } = listener();
  for (state.nowMs = 0; state.nowMs <= 120_000; state.nowMs += 500) log(away);
  expect(heard).toEqual([away, { ...away, repeated: 119 }, { ...away, repeated: 119 }]);
});

test("others are told in between", () => {
  const { heard, log } = listener();
  const other: LogEvent = { level: "warn", message: "other" };
  for (const event of [away, other, away, other]) log(event);
  expect(heard).toEqual([away, other]);
});

test.each<LogEvent>([
  { level: "info", job: "audit" },
  { level: "error", requestId: "a", message: "x" },
])("%o is told each time", (event) => {
  const { heard, log } = listener();
  log(event);
  log(event);
  expect(heard).toHaveLength(2);
});
