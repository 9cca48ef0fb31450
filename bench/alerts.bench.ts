/**
 * `npm run -s bench -- alerts`: from a record to the socket of the town's specialist; and ten thousand alerts of one batch
 * to five hundred subscribers, beside a bare server that listens, reads and sends and decides nothing. The batch is the
 * approval of a screening that so many match, raised in one transaction; then as many again by one file of records, which
 * are linked, judged and matched first.
 *
 * Goldseed is started on the store of GOLDSEED_DATA_DIR: give it a copy, filled by `goldseed start --scale full` and judged.
 * What is changed in it is put back at the end. BENCH_RECORDS (100), BENCH_ALERTS (10000), BENCH_FILE (10000; 0 leaves the file
 * out) and BENCH_SUBSCRIBERS (500) are how many.
 */
import { setTimeout as sleep } from "node:timers/promises";

import { openStore } from "../cli/open-store.ts";
import { loadConfig } from "../config/load-config.ts";
import { openPool, type Pool } from "../store/pool.ts";
import {
  approveBench,
  draftBench,
  type Level,
  levels,
  retireBench,
  screeningOf,
} from "./alerts/bench-screening.ts";
import { type Burst, burst } from "./alerts/burst.ts";
import { type Chosen, chooseEnterprises } from "./alerts/choose-enterprises.ts";
import { hearBare } from "./alerts/hearer.ts";
import { importFile } from "./alerts/import-file.ts";
import { keepFigures, putBack, setFigures } from "./alerts/kept-figures.ts";
import { untilQuiet } from "./alerts/quiet.ts";
import { startGoldseed } from "./alerts/running-goldseed.ts";
import { singleRecords } from "./alerts/single-records.ts";
import { district, hearAs, type Listening, subscribe, tokenOf } from "./alerts/subscribers.ts";
import { cpuSeconds } from "./read/cpu.ts";
import { startContender } from "./read/contender-process.ts";

const count = (name: string, usual: number) => Number(process.env[name] ?? usual);
const records = count("BENCH_RECORDS", 100);
const alerts = count("BENCH_ALERTS", 10_000);
const ofFile = count("BENCH_FILE", 10_000);
const subscribers = count("BENCH_SUBSCRIBERS", 500);

const say = (what: string): void =>
  void process.stderr.write(`bench: ${Math.round(performance.now() / 1_000)} s ${what}\n`);

interface Bench extends Listening {
  readonly pid: number;
  readonly marker: string;
}

export async function run(): Promise<Record<string, unknown>> {
  const { config } = loadConfig({ flags: {} });
  say("goldseed starts");
  const goldseed = await startGoldseed();
  const store = await openStore(config);
  const { ownerUrl, workerUrl } = store;
  const owner = openPool({ url: ownerUrl, name: "bench", max: 2, statementTimeoutMs: 170_000 });
  const bare = await startContender(
    "alerts/bare-server.ts",
    { BENCH_WORKER_URL: workerUrl },
    process.execPath,
  );
  const marker = `bench-${Date.now().toString(36)}`;
  const bareUrl = `ws://127.0.0.1:${bare.port}`;
  try {
    await putBack(owner);
    say("what the store has behind is judged");
    const behindMs = await untilQuiet(owner, 120_000);
    const bench = { config, store, owner, marker, ...goldseed, bareUrl };
    return { ...(await conditions(owner)), behindMs, ...(await measure(bench)) };
  } finally {
    say("what was changed is put back");
    await putBack(owner);
    await bare.stop();
    await owner.end();
    await store.close();
    await goldseed.stop();
  }
}

async function measure(bench: Bench) {
  const chosen = [...(await chooseEnterprises(bench.owner, records + 1 + 2 * alerts + ofFile))];
  await keepFigures(bench.owner, chosen);
  const next = (many: number) => chosen.splice(0, many);
  const single = await singles(bench, next(records + 1));
  const batch = await approved(bench, next(alerts), { level: "batch", by: "goldseed" });
  const limit = await approved(bench, next(alerts), { level: "limit", by: "bare server" });
  const file = ofFile > 0 ? [await imported(bench, next(ofFile))] : [];
  return {
    targets: "record sent → socket p99 < 1000 ms; lost 0, twice 0",
    ...single,
    bursts: [batch, limit, ...file],
    burstTimesTheLimit: Math.round((batch.allMs / limit.allMs) * 100) / 100,
  };
}

async function singles(bench: Bench, enterprises: readonly Chosen[]) {
  const { owner: pool, url, bareUrl } = bench;
  await inForce(bench, "records");
  const marker = screeningOf(bench.marker, "records");
  say(`${enterprises.length - 1} records, one after the other`);
  const towns = [...new Set(enterprises.map(({ town }) => town))];
  const hearers = new Map(
    await Promise.all(
      towns.map(
        async (code) => [code, await hearAs(bench, { tier: "TOWN", code }, { marker })] as const,
      ),
    ),
  );
  const bare = await hearBare(`${bareUrl}/${district.code}`, marker);
  const token = await tokenOf(bench, district);
  await sleep(1_000);
  const figures = await singleRecords({ url, token, enterprises, hearers, bare, pool });
  for (const { close } of [...hearers.values(), bare]) close();
  await retireBench(bench.store.workerPool, bench.marker, "records");
  return figures;
}

interface Stage {
  readonly level: Level;
  readonly by: "goldseed" | "bare server";
}

/** Raised in one transaction by the approval of a screening. */
async function approved(bench: Bench, enterprises: readonly Chosen[], { level, by }: Stage) {
  const pool = bench.store.workerPool;
  await setFigures(bench.owner, enterprises, levels[level] + 1);
  await draftBench(pool, bench.marker, level);
  const raise = () => approveBench(pool, bench.marker, level);
  const figures = await heard(bench, { enterprises, raise }, { level, by });
  await retireBench(bench.store.workerPool, bench.marker, level);
  return { by, way: "one approval", ...figures };
}

/** Raised portion by portion, as the records of a file are judged. */
async function imported(bench: Bench, enterprises: readonly Chosen[]) {
  await inForce(bench, "file");
  const raise = () => importFile(bench.store.workerPool, enterprises, levels.file + 1);
  const stage = { level: "file", by: "goldseed" } as const;
  const figures = await heard(bench, { enterprises, raise }, stage);
  await retireBench(bench.store.workerPool, bench.marker, "file");
  return { by: stage.by, way: "one file", ...figures };
}

async function heard(bench: Bench, batch: Omit<Burst, "subscribers">, { level, by }: Stage) {
  const marker = screeningOf(bench.marker, level);
  const all = await subscribe(bench, { by, count: subscribers, marker });
  say(`${batch.enterprises.length} alerts to ${all.length} subscribers of ${by}`);
  await sleep(1_000);
  const before = cpuSeconds(bench.pid) ?? 0;
  const figures = await burst({ ...batch, subscribers: all });
  const cpu = (cpuSeconds(bench.pid) ?? 0) - before;
  for (const { hearer } of all) hearer.close();
  return { ...figures, goldseedCpuS: Math.round(cpu * 10) / 10 };
}

async function inForce({ store, owner, marker }: Bench, level: Level): Promise<void> {
  await draftBench(store.workerPool, marker, level);
  await approveBench(store.workerPool, marker, level);
  await untilQuiet(owner, 120_000);
}

async function conditions(pool: Pool) {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select (select count(*)::int from enterprises) as entities, (select count(*)::int from screenings where state = 'ACTIVE') as screenings,
       current_setting('server_version') as postgresql`,
  );
  return rows[0] ?? {};
}
