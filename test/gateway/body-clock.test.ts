/** Bodies that do not arrive end their request, each at its own time, by one timer. */
import type { IncomingMessage } from "node:http";

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { BodyClock } from "../../gateway/server/body-clock.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("each request that has not arrived is ended in its time, and no other", () => {
  const ended: string[] = [];
  const requestOf = (name: string) =>
    ({ destroy: () => ended.push(name) }) as unknown as IncomingMessage;
  const [early, arrived, late] = [requestOf("early"), requestOf("arrived"), requestOf("late")];
  const clock = new BodyClock(1_000);
  clock.begin(early);
  clock.begin(arrived);
  vi.advanceTimersByTime(600);
  clock.begin(late);
  clock.arrived(arrived);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(401);
  expect(ended).toEqual(["early"]);
  vi.advanceTimersByTime(601);
  expect(ended).toEqual(["early", "late"]);
  expect(vi.getTimerCount()).toBe(0);
});
