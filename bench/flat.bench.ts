/**
 * `npm run -s bench -- flat`: whether a portrait costs the same however many enterprises there are. A database of its own
 * is filled with made-up enterprises up to each of BENCH_SIZES (17000,424000; up to 4000000: about 6 KB an enterprise and
 * its indexes), the same few facts of each at every size, and asked for random portraits by one caller after another,
 * without HTTP. BENCH_FOLDER names where the database stands for the time.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startEmbedded } from "../store/embedded.ts";
import { migrateStore } from "../store/migrate.ts";
import { openPool, type Pool } from "../store/pool.ts";
import { ensureDatabase, setLoginPasswords, withDatabase, withLogin } from "../store/provision.ts";
import { loadReferenceData } from "../store/reference-data.ts";
import { openGraph, principal } from "../test/kit/graph.ts";
import { randomFrom } from "../test/kit/generate-operation.ts";
import { codeOf, fillStore } from "./flat/fill-store.ts";
import { cpuSeconds } from "./read/cpu.ts";
import { documents } from "./read/operations.ts";
import { median } from "./read/rounds.ts";

const sizes = (process.env["BENCH_SIZES"] ?? "17000,424000").split(",").map(Number);
const asked = Number(process.env["BENCH_REQUESTS"] ?? 2_000);
const warming = 500;
const password = "bench";
/** For filling alone: nothing of it is kept, and reading is not touched by it. */
const settings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "autovacuum=off",
  "maintenance_work_mem=512MB",
];

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(process.env["BENCH_FOLDER"] ?? tmpdir(), "goldseed-flat-"));
  const server = await startEmbedded({
    dataDir: folder,
    ownerPassword: password,
    settings,
  });
  const ownerUrl = withDatabase(server.ownerUrl, "flat");
  const open = (url: string, max: number) =>
    openPool({
      url,
      name: "bench flat",
      max,
      statementTimeoutMs: 0,
      // Four tables are filled by two connections, each taking minutes.
      connectionTimeoutMs: 3_600_000,
    });
  await ensureDatabase(ownerUrl);
  await migrateStore(ownerUrl);
  await setLoginPasswords(ownerUrl, { gateway: password, worker: password });
  const owner = open(ownerUrl, 2);
  const gateway = open(withLogin(ownerUrl, "goldseed_gateway", password), 1);
  try {
    await loadReferenceData(owner);
    const figures: Record<string, unknown>[] = [];
    let have = 0;
    for (const size of sizes) {
      const begin = performance.now();
      await fillStore(owner, have, size);
      const filledS = Math.round((performance.now() - begin) / 1_000);
      have = size;
      const bytes = await databaseBytes(owner);
      figures.push({ enterprises: size, filledS, ...bytes, ...(await ask(gateway, size)) });
    }
    const times = (row: Record<string, unknown>, figure: string) =>
      Number((Number(row[figure]) / Number(figures[0]?.[figure])).toFixed(2));
    return {
      figures: figures.map((row) => ({
        ...row,
        timesMedian: times(row, "medianMs"),
        timesLow: times(row, "lowMs"),
        timesCpu: times(row, "postgresMicros"),
      })),
    };
  } finally {
    await Promise.all([owner.end(), gateway.end()]);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const idOf = (serial: number) => Buffer.from(`Enterprise:${codeOf(serial)}`).toString("base64url");

/** The portrait of bench/read, by its global id. */
const query = `${documents.graph.portrait
  .replace("$creditCode: CreditCode!", "$id: ID!")
  .replace(
    "enterprise(creditCode: $creditCode) {",
    "enterprise: node(id: $id) { ... on Enterprise {",
  )} }`;

async function databaseBytes(owner: Pool): Promise<Record<string, unknown>> {
  const { rows } = await owner.query<{ bytes: string }>(
    "select pg_database_size(current_database())::text as bytes",
  );
  return { megabytes: Math.round(Number(rows[0]?.bytes) / 1e6) };
}

/** @returns the median, the tenth of the fastest (what the work costs when nothing else disturbs it), and the CPU of the one backend that answers. */
async function ask(pool: Pool, size: number): Promise<Record<string, unknown>> {
  const graph = openGraph(pool);
  const who = principal("DISTRICT", ["370211"], { role: "OFFICER" });
  const random = randomFrom(size);
  const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  const cpuSpent = () => cpuSeconds(rows[0]?.pid ?? 0) ?? Number.NaN;
  const askOne = async () => {
    const id = idOf(Math.floor(random() * size));
    const begin = performance.now();
    const answer = await graph.ask(who, query, { id });
    if (answer.data.enterprise === null) throw new Error(`"${id}" was not found.`);
    return performance.now() - begin;
  };
  for (let i = 0; i < warming; i++) await askOne();
  const blocksBefore = await blocksOf(pool);
  const cpuBefore = cpuSpent();
  const times: number[] = [];
  for (let i = 0; i < asked; i++) times.push(await askOne());
  const cpu = cpuSpent() - cpuBefore;
  const blocks = await blocksOf(pool);
  times.sort((a, b) => a - b);
  const low = times[Math.floor(times.length / 10)] ?? 0;
  return {
    requests: asked,
    medianMs: Number(median(times).toFixed(3)),
    lowMs: Number(low.toFixed(3)),
    postgresMicros: Math.round((cpu * 1e6) / asked),
    blocks: Number(((blocks.all - blocksBefore.all) / asked).toFixed(1)),
    blocksOutside: Number(((blocks.outside - blocksBefore.outside) / asked).toFixed(1)),
  };
}

/** Blocks looked at so far, and how many of them did not lie in the shared buffers. */
async function blocksOf(pool: Pool): Promise<{ readonly all: number; readonly outside: number }> {
  await pool.query("select pg_stat_force_next_flush()");
  const { rows } = await pool.query<{ all: number; outside: number }>(
    `select (blks_hit + blks_read)::float8 as "all", blks_read::float8 as outside
     from pg_stat_database where datname = current_database()`,
  );
  return rows[0] ?? { all: Number.NaN, outside: Number.NaN };
}
