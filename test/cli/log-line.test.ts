/** One event is one line, whatever a name or an agent from outside has in it. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { logLine } from "../../cli/log-line.ts";

const now = new Date("2026-11-27T08:00:00+08:00");
const breaking = [
  "\n",
  "\r\n",
  "\u2028",
  "\u2029",
  "\u0085",
  "\u0000",
  "\u001b[2K",
  "\u009b1A",
  "\v",
  "\f",
];

test.each(breaking)("%j in a name stays inside of its line", (text) => {
  const line = logLine({ level: "warn", name: `a${text}{"level":"fatal"}` }, "info", now);
  expect(line).toMatch(/^[\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\uffff]+$/u);
  expect(JSON.parse(line ?? "")).toEqual({
    time: "2026-11-27T00:00:00.000Z",
    level: "warn",
    name: `a${text}{"level":"fatal"}`,
  });
});

test("any text at all comes back as it was, from one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (name, key) => {
      const line = logLine({ level: "error", [`k${key}`]: name }, "info", now) ?? "";
      expect(line.split(/[\r\n\u0085\u2028\u2029]/u)).toHaveLength(1);
      expect((JSON.parse(line) as Record<string, unknown>)[`k${key}`]).toBe(name);
    }),
  );
});

test("an event below the level is no line", () => {
  expect(logLine({ level: "debug" }, "info", now)).toBeNull();
});
