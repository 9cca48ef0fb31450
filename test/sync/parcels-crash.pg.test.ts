/** Faults 3 and 32: the process ends between every two acts of laying a parcel down. Nothing is lost, doubled or seen half. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, expect, test } from "vitest";

import { fileSteps, type FileStep } from "../../sync/platform/files/file-steps.ts";
import { parcelStepNames, stepNames } from "../../sync/steps.ts";
import { creditCodeOf, seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { createParcelDistrict, type ParcelDistrict } from "./parcel-kit.ts";

/** `GOLDSEED_CRASH=all` ends it at every passing of every step (22); else at the first and the last passing of each name. */
const everyPassing = process.env["GOLDSEED_CRASH"] === "all";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: ParcelDistrict = await createParcelDistrict("files");
const outbox = join(here.folder, "to-city");

beforeAll(async () => {
  await here.registerEnterprises(60);
  await here.city.admin("POST /admin/seed", seedLines(10));
  await here.layOut();
  await here.sync();
});

/** Every moment of one parcel, in order, with how often its name has passed. */
async function passings(): Promise<readonly (readonly [name: string, times: number])[]> {
  const passed: [string, number][] = [];
  const platform = here.connect({
    step: async (name) => {
      passed.push([name, 1 + passed.filter(([other]) => other === name).length]);
    },
  });
  await here.recommend(20);
  await here.sync({ platform, parts: ["push"] });
  await here.pickUp();
  await here.sync({ parts: ["push"] });
  return passed;
}

function endAt(name: string, times: number): FileStep {
  let left = times;
  return async (passed) => {
    if (passed === name && --left === 0) throw new Error("power cut");
  };
}

/** Kills a process of its own at the step. @returns the signal, or null when the exchange never came there. */
async function killAt(name: string): Promise<string | null> {
  const child = spawn(
    process.execPath,
    // oxfmt-ignore
    ["--import", "tsx", "test/sync/dying-parcels.ts", here.database.workerUrl, here.folder, name, "1"],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  // The server learns of a dead client only when it next looks; until then its lock stands.
  const alive = "select from pg_stat_activity where application_name = 'dying exchange'";
  while ((await here.rows(alive)).length > 0) await new Promise((done) => setTimeout(done, 20));
  return signal;
}

interface Held {
  readonly key: string;
  readonly record: { readonly reason: string };
}

test("ended at every step, the next run lays the parcel down whole, and the city applies it once", async () => {
  const all = await passings();
  expect(new Set(all.map(([name]) => name))).toEqual(new Set(fileSteps));
  const last = new Map(all.map(([name, times]) => [name, times]));
  const chosen = all.filter(
    ([name, times]) => everyPassing || times === 1 || times === last.get(name),
  );
  for (const [round, [name, times]] of chosen.entries()) {
    const reason = `round ${round}`;
    await here.recommend(21, { reason });
    const platform = here.connect({ step: endAt(name, times) });
    const finished = () =>
      readdirSync(outbox).filter((one) => /\.recommendations\..*\.done$/u.test(one)).length;
    const before = finished();
    await expect(here.sync({ platform, parts: ["push"] })).rejects.toThrow("power cut");
    // Seen by the city only when all of it is there.
    const { answered, refused } = await here.pickUp();
    expect([name, times, answered, refused]).toEqual([name, times, finished(), 0]);
    await here.sync({ parts: ["push"] });
    expect([name, times, finished()]).toEqual([name, times, before + 1]);
    await here.pickUp();
    const [part] = (await here.sync({ parts: ["push"] })).parts;
    expect([name, times, part?.state]).toEqual([name, times, "DONE"]);
    const held = await here.city.admin<Held[]>("GET /admin/recommendations");
    expect(held.find(({ key }) => key.startsWith(creditCodeOf(21)))?.record.reason).toBe(reason);
  }
  const batches = await here.rows<{ body: Buffer; key: string; state: string }>(
    "select body, idempotency_key as key, state from sync_batches",
  );
  expect(batches.map(({ state }) => state)).toEqual(batches.map(() => "ACKED"));
  for (const { body, key } of batches) {
    const laid = readFileSync(join(outbox, `${key.replaceAll(":", ".")}.batch.json`));
    expect(laid.equals(body)).toBe(true);
  }
  expect(readdirSync(outbox).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("the city ended after it applied and before its receipt: the next pick-up answers the same", async () => {
  await here.recommend(22);
  await here.sync({ parts: ["push"] });
  await here.city.admin("POST /admin/faults", { on: "pushBatch", kind: "drop-after", times: -1 });
  await here.pickUp();
  const [waiting] = (await here.sync({ parts: ["push"] })).parts;
  expect(waiting).toMatchObject({ state: "INCOMPLETE", counts: { read: 0 } });
  await here.city.admin("DELETE /admin/faults");
  await here.pickUp();
  const [part] = (await here.sync({ parts: ["push"] })).parts;
  expect(part).toMatchObject({ state: "DONE", counts: { read: 1, applied: 1 } });
});

/** Nothing is split or compared by parcels, and a list comes whole. */
const notByParcels: readonly string[] = ["push.split", "verify.compared", "verify.closed"];
const killable = [...stepNames, ...parcelStepNames, ...fileSteps].filter(
  (name) => !notByParcels.includes(name),
);
const killedAt = everyPassing ? killable : (["lists.receiptMade"] as const);

test.each(killedAt)(
  "a process killed at %s: the next exchanges hold everything once",
  async (name) => {
    const reason = `killed at ${name}`;
    // A receipt of the city waits to be read, a change to be told, a list to be taken in.
    await here.recommend(24, { reason });
    await here.sync({ parts: ["push"] });
    await here.pickUp();
    await here.recommend(23, { reason });
    const [title] = await here.rows<{ level: string }>(
      "select level from titles order by 1 limit 1",
    );
    const level = title?.level === "MUNICIPAL" ? "NATIONAL" : "MUNICIPAL";
    await here.city.admin("PUT /admin/titles", [seedTitle(1, { level })]);
    await here.layOut();
    expect(await killAt(name)).toBe("SIGKILL");
    for (let visit = 0; visit < 2; visit++) {
      await here.sync();
      await here.pickUp();
    }
    const held = await here.city.admin<Held[]>("GET /admin/recommendations");
    for (const no of [23, 24]) {
      const ours = held.filter(({ key }) => key.startsWith(creditCodeOf(no)));
      expect([no, ours.map(({ record }) => record.reason)]).toEqual([no, [reason]]);
    }
    const [newest] = await here.lists();
    expect([newest?.receipts, newest?.receipt?.state]).toEqual([1, "TAKEN"]);
    expect(readdirSync(outbox).filter((file) => file.endsWith(".part"))).toEqual([]);
  },
);
