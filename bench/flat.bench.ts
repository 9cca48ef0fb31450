/**
 * `npm run -s bench -- flat`: whether a portrait costs the same however many enterprises there are. For each of BENCH_SIZES
 * (17000,424000; up to 4000000: about 3 KB an enterprise with its indexes) a database of its own is filled with made-up
 * enterprises, the same few facts of each at every size. Then all are asked for random portraits in turn, by one caller
 * after another and without HTTP, in BENCH_ROUNDS interleaved rounds: sizes asked one after the other, minutes apart, differed by
 * more than what is measured. BENCH_FOLDER names where the databases stand for the time.
 */
import { rmSync } from "node:fs";

import { startEmbedded } from "../store/embedded.ts";
import { migrateStore } from "../store/migrate.ts";
import { openPool, type Pool } from "../store/pool.ts";
import { ensureDatabase, setLoginPasswords, withDatabase, withLogin } from "../store/provision.ts";
import { loadReferenceData } from "../store/reference-data.ts";
import { enterableFolder } from "../test/kit/enterable-folder.ts";
import { openGraph, principal } from "../test/kit/graph.ts";
import { randomFrom } from "../test/kit/generate-operation.ts";
import { codeOf, fillStore } from "./flat/fill-store.ts";
import { threadCpuSeconds } from "./read/cpu.ts";
import { documents } from "./read/operations.ts";
import { median } from "./read/rounds.ts";

const sizes = (process.env["BENCH_SIZES"] ?? "17000,424000").split(",").map(Number);
const roundCount = Number(process.env["BENCH_ROUNDS"] ?? 9);
/** Of each size in a round. */
const asked = Number(process.env["BENCH_REQUESTS"] ?? 500);
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

interface Sized {
  readonly size: number;
  readonly filled: Record<string, unknown>;
  readonly gateway: Pool;
  readonly asker: Asker;
  readonly rounds: Round[];
}

export async function run(): Promise<Record<string, unknown>> {
  const folder = enterableFolder("flat", process.env["BENCH_FOLDER"]);
  const server = await startEmbedded({ dataDir: folder, ownerPassword: password, settings });
  const sized: Sized[] = [];
  try {
    for (const size of sizes) sized.push(await prepare(server.ownerUrl, size));
    process.stderr.write("bench: asking\n");
    for (const { asker } of sized) for (let i = 0; i < warming; i++) await asker.askOne();
    for (let round = 0; round < roundCount; round++)
      for (const { asker, rounds } of turned(sized, round)) rounds.push(await askRound(asker));
    return { rounds: roundCount, figures: sized.map((each) => figuresOf(each, sized[0] ?? each)) };
  } finally {
    await Promise.all(sized.map(({ gateway }) => gateway.end()));
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each size is the first of a round as often as any other. */
const turned = <T>(list: readonly T[], by: number): readonly T[] =>
  list.map((_, index) => list[(index + by) % list.length] as T);

async function prepare(maintenanceUrl: string, size: number): Promise<Sized> {
  process.stderr.write(`bench: filling ${size}\n`);
  const ownerUrl = withDatabase(maintenanceUrl, `flat_${size}`);
  await ensureDatabase(ownerUrl);
  await migrateStore(ownerUrl);
  await setLoginPasswords(ownerUrl, { gateway: password, worker: password });
  const owner = open(ownerUrl, 2);
  const gateway = open(withLogin(ownerUrl, "goldseed_gateway", password), 1);
  try {
    await loadReferenceData(owner);
    const begin = performance.now();
    await fillStore(owner, 0, size);
    const filledS = Math.round((performance.now() - begin) / 1_000);
    const filled = { enterprises: size, filledS, ...(await databaseBytes(owner)) };
    return { size, filled, gateway, asker: makeAsker(gateway, size), rounds: [] };
  } finally {
    await owner.end();
  }
}

const open = (url: string, max: number) =>
  openPool({
    url,
    name: "bench flat",
    max,
    statementTimeoutMs: 0,
    // Four tables are filled by two connections, each taking minutes.
    connectionTimeoutMs: 3_600_000,
  });

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

interface Asker {
  readonly pool: Pool;
  readonly askOne: () => Promise<number>;
}

function makeAsker(pool: Pool, size: number): Asker {
  const graph = openGraph(pool);
  const who = principal("DISTRICT", ["370211"], { role: "OFFICER" });
  const random = randomFrom(size);
  const askOne = async () => {
    const id = idOf(Math.floor(random() * size));
    const begin = performance.now();
    const answer = await graph.ask(who, query, { id });
    if (answer.data.enterprise === null) throw new Error(`"${id}" was not found.`);
    return performance.now() - begin;
  };
  return { pool, askOne };
}

interface Round {
  readonly medianMs: number;
  /** The tenth of the fastest: what the work costs when nothing else disturbs it. */
  readonly lowMs: number;
  /** CPU of the one backend that answers. */
  readonly postgresMicros: number;
  readonly blocks: number;
  readonly blocksOutside: number;
}

async function askRound({ pool, askOne }: Asker): Promise<Round> {
  // Asked for anew: a pool that stood idle while the next database was filled has another connection.
  const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  const backend = rows[0]?.pid ?? 0;
  const before = await blocksOf(pool);
  const cpuBefore = threadCpuSeconds(backend);
  const times: number[] = [];
  for (let i = 0; i < asked; i++) times.push(await askOne());
  const cpu = (threadCpuSeconds(backend) ?? Number.NaN) - (cpuBefore ?? Number.NaN);
  const after = await blocksOf(pool);
  times.sort((a, b) => a - b);
  return {
    medianMs: median(times),
    lowMs: times[Math.floor(times.length / 10)] ?? 0,
    postgresMicros: (cpu * 1e6) / asked,
    blocks: (after.all - before.all) / asked,
    blocksOutside: (after.outside - before.outside) / asked,
  };
}

/** Medians of the rounds, and medians of each round's ratio to the first size's in the same round. */
function figuresOf({ filled, rounds }: Sized, first: Sized): Record<string, unknown> {
  const of = (figure: keyof Round, digits: number) =>
    Number(median(rounds.map((round) => round[figure])).toFixed(digits));
  const times = (figure: keyof Round) =>
    Number(
      median(
        rounds.map((round, index) => round[figure] / (first.rounds[index]?.[figure] ?? Number.NaN)),
      ).toFixed(2),
    );
  return {
    ...filled,
    medianMs: of("medianMs", 3),
    lowMs: of("lowMs", 3),
    postgresMicros: of("postgresMicros", 0),
    blocks: of("blocks", 1),
    blocksOutside: of("blocksOutside", 1),
    timesMedian: times("medianMs"),
    timesLow: times("lowMs"),
    timesCpu: times("postgresMicros"),
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
