/** A departure is told once to whoever still listens, and stands for one real signal. */
import { expect, test } from "vitest";

import { abortSignalOf, Departure } from "../../lib/leaving.ts";

test("who listens hears of it once, who has stopped does not", () => {
  const departure = new Departure();
  const heard: string[] = [];
  const stopped = () => heard.push("stopped");
  departure.addEventListener("abort", () => heard.push("listens"));
  departure.addEventListener("abort", stopped);
  departure.removeEventListener("abort", stopped);
  departure.throwIfAborted();
  departure.leave(new Error("first"));
  departure.leave(new Error("second"));
  expect(heard).toEqual(["listens"]);
  expect(() => departure.throwIfAborted()).toThrow("first");
});

test.each(["before", "after"])("a signal asked for %s the departure tells of it", (moment) => {
  const departure = new Departure();
  if (moment === "after") departure.leave(new Error("gone"));
  const signal = abortSignalOf(departure);
  departure.leave(new Error("gone"));
  expect([signal.aborted, (signal.reason as Error).message]).toEqual([true, "gone"]);
  expect(abortSignalOf(departure)).toBe(signal);
});

test("a real signal is its own", () => {
  const { signal } = new AbortController();
  expect(abortSignalOf(signal)).toBe(signal);
});
