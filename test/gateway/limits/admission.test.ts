/** Places are shared fairly: a simulated town that floods tenfold costs the others little, and it keeps what is left. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { Admission, type AdmissionOptions } from "../../../gateway/limits/admission.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const options: AdmissionOptions = {
  maxInFlight: 64,
  maxWaiting: 64,
  maxWaitMs: 500,
  sharedPlaces: 10,
};
const town = (key: string) => ({ key, weight: 1 });

/** Requests served by `servers` at a time, each for `serviceMs`, first come first served behind the gate. */
function district(admission: Admission, serviceMs: number, servers: number) {
  let busy = 0;
  const queue: (() => void)[] = [];
  const times = new Map<string, number[]>();
  const refused = new Map<string, number>();
  const ask = async (key: string) => {
    const from = performance.now();
    let release: () => void;
    try {
      release = await admission.admit(town(key));
    } catch {
      refused.set(key, (refused.get(key) ?? 0) + 1);
      return;
    }
    if (busy >= servers) await new Promise<void>((resolve) => queue.push(resolve));
    else busy += 1;
    await new Promise((resolve) => setTimeout(resolve, serviceMs));
    const next = queue.shift();
    if (next) next();
    else busy -= 1;
    release();
    times.set(key, [...(times.get(key) ?? []), performance.now() - from]);
  };
  return { ask, times, refused };
}

const p99 = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)]!;

/** Ten towns at one request every 40 ms each; the first asks `factor` times as often. */
async function run(factor: number, admission: Admission) {
  const { ask, times, refused } = district(admission, 12, 10);
  for (let ms = 0; ms < 2_000; ms += 1) {
    for (let index = 0; index < 10; index++) {
      const every = index === 0 ? Math.max(1, Math.round(40 / factor)) : 40;
      const many = index === 0 && factor > 40 ? Math.round(factor / 40) : 1;
      if (ms % every === (index * 4) % every) for (let i = 0; i < many; i++) void ask(`t${index}`);
    }
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.advanceTimersByTimeAsync(2_000);
  const others = [...times].filter(([key]) => key !== "t0").flatMap(([, each]) => each);
  return { others, flooding: times.get("t0") ?? [], refused };
}

test.each([10, 100])(
  "a town that asks %d times as often leaves the others' p99 within 1.5 times",
  async (factor) => {
    const [quiet, flooded] = [
      await run(1, new Admission(options)),
      await run(factor, new Admission(options)),
    ];
    expect(quiet.others).toHaveLength(9 * 50);
    expect(flooded.others).toHaveLength(9 * 50);
    expect([...flooded.refused.keys()].filter((key) => key !== "t0")).toEqual([]);
    expect(p99(flooded.others)).toBeLessThanOrEqual(1.5 * p99(quiet.others));
    expect(flooded.flooding.length).toBeGreaterThan(quiet.flooding.length);
  },
);

test("without shares the same flood makes the others wait", async () => {
  const { sharedPlaces: _, ...unshared } = options;
  const [quiet, flooded] = [
    await run(1, new Admission(unshared)),
    await run(100, new Admission(unshared)),
  ];
  expect(p99(flooded.others)).toBeGreaterThan(3 * p99(quiet.others));
});

test("alone, an area has every place; beside another its share by weight", async () => {
  const admission = new Admission({ ...options, maxWaitMs: 100 });
  const held = await Promise.all(Array.from({ length: 64 }, () => admission.admit(town("a"))));
  const more = admission.admit(town("a"));
  held.pop()?.();
  held.push(await more);
  for (const release of held.splice(0)) release();
  const district = { key: "d", weight: 4 };
  held.push(await admission.admit(district));
  for (let i = 0; i < 2; i++) held.push(await admission.admit(town("a")));
  const third = admission.admit(town("a"));
  third.catch(() => undefined);
  for (let i = 0; i < 7; i++) held.push(await admission.admit(district));
  await vi.advanceTimersByTimeAsync(101);
  await expect(third).rejects.toMatchObject({ code: "OVERLOADED" });
});

test("a full queue refuses the newest of whoever has most waiting, and gives each place back once", async () => {
  const admission = new Admission({ maxInFlight: 1, maxWaiting: 3, maxWaitMs: 1_000 });
  const release = await admission.admit(town("a"));
  const waiting = ["a", "a", "a"].map((key) => admission.admit(town(key)));
  const outcomes = waiting.map((each) =>
    each.then(
      () => "in",
      () => "refused",
    ),
  );
  const b = admission.admit(town("b"));
  expect(await outcomes[2]).toBe("refused");
  await expect(admission.admit(town("a"))).rejects.toMatchObject({ code: "OVERLOADED" });
  release();
  release();
  // The place went to one of them and not to two: to the area that has had no turn.
  const releaseB = await b;
  const state = await Promise.race([outcomes[0], Promise.resolve("waits")]);
  expect(state).toBe("waits");
  releaseB();
  expect(await outcomes[0]).toBe("in");
});
