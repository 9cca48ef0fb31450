import { spawn } from "node:child_process";
import { once } from "node:events";

import { beforeAll, describe, expect, test } from "vitest";

import { crashPoints } from "../../demo/city-platform/faults/fault-box.ts";
import type { Operation } from "../../demo/city-platform/vocabulary.ts";
import { stepNames, type StepName } from "../../sync/steps.ts";
import { startCity } from "../demo/city-platform/start-city.ts";
import { creditCodeOf, seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { connectTo } from "./connect-to.ts";
import { createDistrict, type District } from "./district-kit.ts";
import { expectConverged } from "./expect-converged.ts";

/** `GOLDSEED_CRASH=all` kills a process at every moment (2 min); else only at those where a process differs from a throw. */
const killEverywhere = process.env["GOLDSEED_CRASH"] === "all";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict();
let round = 0;

beforeAll(async () => {
  await here.registerEnterprises(1_500);
  // More than one page and more than one portion, so that steps are passed more than once.
  await here.city.admin("POST /admin/seed", seedLines(1_100));
  await here.sync();
});

/** Something to pull in several pages, something to push, something to withdraw, one batch to be split. */
async function makeChanges(): Promise<void> {
  round += 1;
  await here.rows("update sync_streams set cursor = null");
  await here.city.admin("PUT /admin/titles", [
    seedTitle(round, { batch: `r${round}` }),
    seedTitle(round + 1, { level: "NATIONAL" }),
  ]);
  for (let no = 0; no < 6; no++) await here.recommend(1_200 + no, { reason: `round ${round}` });
  await here.recommend(1_300 + round);
  await here.recommend(1_299 + round, { state: "WITHDRAWN" });
  await here.city.admin("DELETE /admin/faults");
  const fault = { on: "pushBatch", kind: "refuse-batch", times: 1 };
  await here.city.admin("POST /admin/faults", fault);
}

/** Ends the exchange at that moment as a crash does: nothing of its own runs after it but the lock's release. */
async function breakAt(step: StepName, times: number): Promise<void> {
  let left = times;
  const death = new Error(`died at ${step}`);
  const broken = here.sync({
    step: (passed) => (passed === step && --left === 0 ? Promise.reject(death) : Promise.resolve()),
  });
  await expect(broken).rejects.toBe(death);
}

async function dieAt(step: StepName, times: number): Promise<string | null> {
  const child = spawn(
    process.execPath,
    // oxfmt-ignore
    ["--import", "tsx", "test/sync/dying-exchange.ts", here.database.workerUrl, here.city.url, step, String(times)],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  await untilSessionsEnd();
  return signal;
}

/** The server learns of a dead client only when it next looks; until then its lock stands. */
async function untilSessionsEnd(): Promise<void> {
  const alive = "select from pg_stat_activity where application_name = 'dying exchange'";
  while ((await here.rows(alive)).length > 0) await new Promise((done) => setTimeout(done, 20));
}

test("every step of the list is passed by the exchange that the next tests kill", async () => {
  await makeChanges();
  const passed = new Map<StepName, number>();
  await here.sync({
    step: (name) => {
      passed.set(name, (passed.get(name) ?? 0) + 1);
      return Promise.resolve();
    },
  });
  expect(stepNames.filter((name) => !passed.has(name))).toEqual([]);
  await expectConverged(here);
});

describe("killed at a step, the next exchange brings everything where it belongs, once", () => {
  const moments: readonly (readonly [StepName, number])[] = [
    ...stepNames.map((name) => [name, 1] as const),
    ["pull.pageFetched", 3],
    ["pull.pageLanded", 2],
    ["pull.chunkMerged", 2],
    ["push.sending", 2],
    ["push.answered", 2],
    ["push.settled", 2],
    ["push.sealed", 1],
    ["verify.compared", 2],
  ];
  const killed: readonly StepName[] = ["pull.pageLanded", "push.sending", "push.answered"];
  test.each(moments)("%s, passing %i", async (step, times) => {
    await makeChanges();
    if (killEverywhere || (times === 1 && killed.includes(step))) {
      expect(await dieAt(step, times)).toBe("SIGKILL");
    } else {
      await breakAt(step, times);
    }
    const report = await here.sync();
    expect(report.parts.filter((p) => p.agreement?.agreed === true).length).toBeGreaterThanOrEqual(
      2,
    );
    await expectConverged(here);
  });
});

test.each(["pull.landed", "pull.staged"] as const)(
  "what had landed when the process was killed at %s is taken in without being fetched again",
  async (step) => {
    await here.sync();
    const title = seedTitle(500, { batch: `landed-${step}` });
    await here.city.admin("PUT /admin/titles", [title]);
    await breakAt(step, 1);
    await here.city.admin("POST /admin/faults", { on: "titles", kind: "status", times: -1 });
    const report = await here.sync({ parts: ["pull"] });
    await here.city.admin("DELETE /admin/faults");
    expect(report.parts.map((p) => [p.state, p.counts.applied])).toEqual([
      ["DONE", 1],
      ["FAILED", 0],
    ]);
    expect(await here.rows("select from titles where batch = $1", [title.batch])).toHaveLength(1);
  },
);

test("broken again and again at every step in turn, it still comes through", async () => {
  await makeChanges();
  // What an earlier death has left done is not passed again.
  for (const step of stepNames) await breakAt(step, 1).catch(() => undefined);
  await here.sync();
  await expectConverged(here);
});

describe("the city killed at a step, the next exchange brings everything where it belongs, once", () => {
  const asked: readonly Operation[] = killEverywhere
    ? ["capabilities", "titles", "pushBatch", "compare", "leaves", "bucketRecords", "titlesByKey"]
    : ["pushBatch"];
  const moments = asked.flatMap((operation) =>
    crashPoints
      .filter((point) => operation === "pushBatch" || point !== "crash-before-commit")
      .map((point) => [operation, point] as const),
  );
  test.each(moments)("%s: %s", async (on, kind) => {
    await makeChanges();
    // Without a pull before it the comparison finds a difference, and asks where.
    const parts = on === "pushBatch" || on === "titles" ? undefined : (["verify"] as const);
    const victim = await startCity({ databaseUrl: here.city.databaseUrl });
    await victim.admin("POST /admin/faults", { on, kind });
    const platform = connectTo(victim.url);
    const exchange = here.sync({ platform, ...(parts && { parts }) });
    const report = await exchange.catch((error: unknown) => error as Error);
    platform.close();
    // Its end is told by the system, and that may be after the broken connection.
    if (victim.process.signalCode === null) await once(victim.process, "exit");
    expect(victim.process.signalCode).toBe("SIGKILL");
    if (report instanceof Error)
      expect([on, report.message]).toEqual(["capabilities", report.message]);
    else expect(report.parts.at(-1)?.cutOff).toBe(true);
    await here.sync();
    await expectConverged(here);
  });
});

test("a database connection cut in the middle costs that exchange and nothing else", async () => {
  await makeChanges();
  const cut = here.sync({
    step: async (name) => {
      if (name === "push.answered") {
        await here.rows(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'goldseed_worker' and datname = current_database()",
        );
      }
    },
  });
  await expect(cut).rejects.toThrow(/terminat|connection|EPIPE/iu);
  await here.sync();
  await expectConverged(here);
});

test("the enterprises that were named are the ones that changed", async () => {
  const rows = await here.rows<{ title_kinds: string[] }>(
    "select title_kinds from enterprises where credit_code = $1",
    [creditCodeOf(1)],
  );
  expect(rows).toEqual([{ title_kinds: ["SPECIALIZED"] }]);
});
