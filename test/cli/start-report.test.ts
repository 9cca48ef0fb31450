/** Steps as people and as programs see them. */
import { describe, expect, test, vi } from "vitest";

import { eventReport, terminalReport } from "../../cli/start-report.ts";

const title = { name: "fill", zh: "填充", en: "fill" };

function terminal(redraws: boolean) {
  const state = { nowMs: 0, text: "" };
  const report = terminalReport({
    write: (text) => (state.text += text),
    redraws,
    clock: () => state.nowMs,
    language: "zh",
  });
  return { state, report };
}

describe("on a terminal", () => {
  test("a step is redrawn in one line and ends with its time and detail", async () => {
    const { state, report } = terminal(true);
    await report.step(title, async ({ progress, detail }) => {
      state.nowMs = 500;
      progress(250, 1_000);
      state.nowMs = 1_234;
      detail("1,000 户");
      await Promise.resolve();
    });
    const last = state.text.split("\r\u001b[2K").at(-1);
    expect(last).toMatch(/^ {2}✓ 填充 fill +1\.2 s {2}1,000 户\n$/);
    expect(state.text).toContain("██████░░░░░░░░░░░░░░░░░░ 250 / 1,000  剩余 left 2 s");
    expect(state.text.split("\n")).toHaveLength(2);
  });

  test("it is redrawn ten times a second at most", async () => {
    const { state, report } = terminal(true);
    await report.step(title, async ({ progress }) => {
      for (let done = 0; done < 1_000; done++) {
        state.nowMs += 1;
        progress(done, 1_000);
      }
      await Promise.resolve();
    });
    expect(state.text.split("\r").length).toBeLessThan(15);
  });
});

describe("in a log", () => {
  test("there is a line at the end and one in ten seconds, without control characters", async () => {
    const { state, report } = terminal(false);
    await report.step(title, async ({ progress }) => {
      for (let done = 0; done <= 25; done++) {
        state.nowMs = done * 1_000;
        progress(done, 25);
      }
      await Promise.resolve();
    });
    const lines = state.text.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    for (const control of ["\r", "\u001b"]) expect(state.text).not.toContain(control);
  });

  test("a step without figures shows its seconds, and the innermost alone", async () => {
    vi.useFakeTimers();
    const { state, report } = terminal(false);
    const wait = (ms: number) => {
      state.nowMs += ms;
      vi.advanceTimersByTime(ms);
      return Promise.resolve();
    };
    await report.step(title, () =>
      report.step({ name: "inner", zh: "内", en: "inner" }, async () => {
        await wait(10_000);
        await wait(9_000);
        await wait(1_000);
      }),
    );
    await wait(60_000);
    vi.useRealTimers();
    const lines = state.text.trimEnd().split("\n");
    expect(lines.map((line) => line.trim().replaceAll(/ +/g, " "))).toEqual([
      "… 内 inner 10.0 s",
      "… 内 inner 20.0 s",
      "✓ 内 inner 20.0 s",
      "✓ 填充 fill 20.0 s",
    ]);
  });

  test("a step that fails is marked, and its error goes on", async () => {
    const { state, report } = terminal(false);
    await expect(report.step(title, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(state.text).toContain("✗ 填充 fill");
  });

  test("notes stand by themselves", () => {
    const { state, report } = terminal(false);
    report.note("城市 away");
    expect(state.text).toBe("  ! 城市 away\n");
  });

  test("a line of the log stays as it is, to be read by programs", () => {
    const { state, report } = terminal(false);
    report.log('{"level":"info"}');
    expect(state.text).toBe('{"level":"info"}\n');
  });
});

describe("as events", () => {
  test("a step begins, goes on once a second, and ends", async () => {
    const events: unknown[] = [];
    let nowMs = 0;
    const report = eventReport(
      (event) => events.push(event),
      () => nowMs,
    );
    await report.step(title, async ({ progress, detail }) => {
      for (nowMs = 1; nowMs <= 1_000; nowMs++) progress(nowMs, 2_000);
      detail("d");
      nowMs = 1_500;
      await Promise.resolve();
    });
    expect(events).toEqual([
      { event: "step", step: "fill", state: "begin" },
      { event: "step", step: "fill", state: "progress", done: 1_000, total: 2_000 },
      { event: "step", step: "fill", state: "done", ms: 1_500, detail: "d" },
    ]);
  });

  test("a failure is an event, and its error goes on", async () => {
    const events: Record<string, unknown>[] = [];
    const report = eventReport(
      (event) => events.push(event),
      () => 0,
    );
    await expect(report.step(title, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(events.at(-1)).toMatchObject({ state: "failed" });
  });
});
