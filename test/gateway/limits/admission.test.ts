/** Places are shared fairly: a simulated town that floods tenfold costs the others little, and it keeps what is left. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { Admission, type AdmissionOptions } from "../../../gateway/limits/admission.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const options: AdmissionOptions = {
  maxInFlight: 64,
  maxWaiting: 64,
  maxWaitMs: 500,
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
    const places = { ...options, maxInFlight: 10 };
    const [quiet, flooded] = [
      await run(1, new Admission(places)),
      await run(factor, new Admission(places)),
    ];
    expect(quiet.others).toHaveLength(9 * 50);
    expect(flooded.others).toHaveLength(9 * 50);
    expect([...flooded.refused.keys()].filter((key) => key !== "t0")).toEqual([]);
    expect(p99(flooded.others)).toBeLessThanOrEqual(1.5 * p99(quiet.others));
    expect(flooded.flooding.length).toBeGreaterThan(quiet.flooding.length);
  },
);

test("first come first served, the same flood makes the others wait", async () => {
  const nobodyKnown = () => ({ key: "everybody", weight: 1 });
  const open = (admission: Admission) =>
    ({ admit: () => admission.admit(nobodyKnown()) }) as unknown as Admission;
  const [quiet, flooded] = [
    await run(1, open(new Admission({ ...options, maxInFlight: 10 }))),
    await run(100, open(new Admission({ ...options, maxInFlight: 10 }))),
  ];
  expect(p99(flooded.others)).toBeGreaterThan(3 * p99(quiet.others));
});

test("no place is empty while somebody waits: areas that ask alike are served as they came", async () => {
  const admission = new Admission({ maxInFlight: 4, maxWaiting: 64, maxWaitMs: 500 });
  const entered: string[] = [];
  const releases: (() => void)[] = [];
  const ask = async (key: string) => {
    const release = await admission.admit(town(key));
    entered.push(key);
    releases.push(release);
  };
  const keys = ["a", "a", "b", "b", "b", "c", "d", "a", "c"];
  for (const key of keys) void ask(key);
  await vi.advanceTimersByTimeAsync(0);
  expect(entered).toEqual(["a", "a", "b", "b"]);
  while (entered.length < keys.length) {
    releases.shift()?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(releases).toHaveLength(4);
  }
  expect(entered).toEqual(keys);
});

test("alone, an area has every place; beside another it leaves one of four, and more of more", async () => {
  let ms = 0;
  const admission = new Admission({ ...options, maxInFlight: 8, clock: () => ms });
  const held = await Promise.all(Array.from({ length: 8 }, () => admission.admit(town("a"))));
  for (const release of held.splice(0)) release();
  (await admission.admit(town("b")))();
  for (let i = 0; i < 6; i++) held.push(await admission.admit(town("a")));
  const seventh = admission.admit(town("a"), 100);
  seventh.catch(() => undefined);
  for (let i = 0; i < 2; i++) held.push(await admission.admit(town("b")));
  await vi.advanceTimersByTimeAsync(101);
  await expect(seventh).rejects.toMatchObject({ code: "OVERLOADED" });
  for (const release of held.splice(0)) release();
  ms = 1_000;
  for (let i = 0; i < 8; i++) held.push(await admission.admit(town("a")));
  expect(held).toHaveLength(8);
});

test("what an area asks for beyond its allowance is put behind what others ask in the meantime", async () => {
  let ms = 0;
  const clock = () => ms;
  const admission = new Admission({ maxInFlight: 1, maxWaiting: 64, maxWaitMs: 5_000, clock });
  const entered: string[] = [];
  /** Enters, is noted, leaves in the same turn of the loop. */
  const ask = async (key: string, weight = 1) => {
    const release = await admission.admit({ key, weight });
    entered.push(key);
    release();
  };
  const hold = await admission.admit(town("first"));
  const asked = Array.from({ length: 7 }, () => ask("flood"));
  for (let i = 0; i < 7; i++) asked.push(ask("district", 4));
  ms = 120;
  asked.push(ask("late"));
  hold();
  await Promise.all(asked);
  const seven = (key: string) => Array.from({ length: 7 }, () => key);
  // Four of the flood at once, two more as if they had come 50 and 100 ms later, one as if after 150.
  expect(entered).toEqual([
    ...seven("flood").slice(0, 4),
    ...seven("district"),
    "flood",
    "flood",
    "late",
    "flood",
  ]);
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
  // The place went to one of them and not to two: to who came first.
  const releaseA = await waiting[0];
  const state = await Promise.race([b.then(() => "in"), Promise.resolve("waits")]);
  expect(state).toBe("waits");
  releaseA?.();
  expect(await outcomes[1]).toBe("in");
  (await waiting[1])?.();
  expect(await b.then(() => "in")).toBe("in");
});
