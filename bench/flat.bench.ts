/**
 * `npm run -s bench -- flat`: whether a portrait costs the same however many enterprises there are. For each of BENCH_SIZES
 * (17000,424000; up to 4000000: about 3 KB an enterprise with its indexes) a database of its own is filled with made-up
 * enterprises, the same few facts of each at every size. Then all are asked for random portraits in turn, by one caller
 * after another and without HTTP, in BENCH_ROUNDS interleaved rounds: sizes asked one after the other, minutes apart, differed by
 * more than what is measured. BENCH_FOLDER names where the databases stand for the time; BENCH_KEEP names a folder that is
 * kept, and what an earlier run has filled there is asked without filling it again (BENCH_ROUNDS=0 fills alone).
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { startEmbedded } from "../store/embedded.ts";
import { migrateStore } from "../store/migrate.ts";
import { openPool, type Pool } from "../store/pool.ts";
import { ensureDatabase, setLoginPasswords, withDatabase, withLogin } from "../store/provision.ts";
import { loadReferenceData } from "../store/reference-data.ts";
import { enterableFolder } from "../test/kit/enterable-folder.ts";
import { askRound, askTimes, type Round, type Times } from "./flat/ask-round.ts";
import { type Ask, type HttpAsker, httpAsker, plainAsker } from "./flat/askers.ts";
import { fillStore } from "./flat/fill-store.ts";
import { warmBuffers } from "./flat/warm-buffers.ts";
import { median } from "./read/rounds.ts";

const sizes = (process.env["BENCH_SIZES"] ?? "17000,424000").split(",").map(Number);
const roundCount = Number(process.env["BENCH_ROUNDS"] ?? 9);
/** Of each size in a round. */
const asked = Number(process.env["BENCH_REQUESTS"] ?? 500);
/**
 * Of each size before the rounds: a backend meets every page of the shared memory once, by a fault of some 1 µs, and a
 * gateway that has run for a minute has that behind it.
 */
const warming = Number(process.env["BENCH_WARMING"] ?? 50_000);
/** Shared buffers; 0: as the product chooses them. */
const bufferMegabytes = Number(process.env["BENCH_BUFFERS_MB"] ?? 0);
const kept = process.env["BENCH_KEEP"];
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
  readonly ask: Ask;
  readonly http: HttpAsker;
  readonly rounds: Round[];
  readonly httpRounds: Times[];
}

export async function run(): Promise<Record<string, unknown>> {
  const folder = kept ?? enterableFolder("flat", process.env["BENCH_FOLDER"]);
  if (kept !== undefined) mkdirSync(kept, { recursive: true, mode: 0o711 });
  const server = await startEmbedded({
    dataDir: folder,
    ownerPassword: password,
    settings,
    bufferBytes: bufferMegabytes > 0 ? bufferMegabytes * 1024 * 1024 : null,
  });
  const sized: Sized[] = [];
  try {
    for (const size of sizes) sized.push(await prepare(server.ownerUrl, size, folder));
    if (roundCount === 0) return { filled: sized.map(({ filled }) => filled) };
    // The largest first: it may take all of the buffers, and the others are met again below.
    for (const each of sized.toReversed()) await warm(each, server.ownerUrl);
    process.stderr.write("bench: asking\n");
    for (let round = 0; round < roundCount; round++)
      for (const { gateway, ask, http, rounds, httpRounds } of turned(sized, round)) {
        rounds.push(await askRound(gateway, ask, asked));
        httpRounds.push(await askTimes(http.ask, asked));
      }
    return {
      sharedBuffers: await bufferSetting(sized[0]?.gateway),
      rounds: roundCount,
      figures: sized.map((each) => figuresOf(each, sized[0] ?? each)),
    };
  } finally {
    await Promise.all(sized.flatMap(({ gateway, http }) => [gateway.end(), http.stop()]));
    await server.stop();
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Each size is the first of a round as often as any other. */
const turned = <T>(list: readonly T[], by: number): readonly T[] =>
  list.map((_, index) => list[(index + by) % list.length] as T);

async function bufferSetting(pool: Pool | undefined): Promise<string | undefined> {
  const answer = await pool?.query<{ shared_buffers: string }>("show shared_buffers");
  return answer?.rows[0]?.shared_buffers;
}

async function prepare(maintenanceUrl: string, size: number, folder: string): Promise<Sized> {
  process.stderr.write(`bench: filling ${size}\n`);
  const ownerUrl = withDatabase(maintenanceUrl, `flat_${size}`);
  await ensureDatabase(ownerUrl);
  const owner = open(ownerUrl, 2);
  const urls = {
    gateway: withLogin(ownerUrl, "goldseed_gateway", password),
    worker: withLogin(ownerUrl, "goldseed_worker", password),
  };
  try {
    const filledS = (await secondsOfFilling(owner)) ?? (await fill(owner, ownerUrl, size));
    const filled = { enterprises: size, filledS, ...(await databaseBytes(owner)) };
    const http = await httpAsker(size, urls, join(folder, `gateway-${size}`));
    const gateway = open(urls.gateway, 1);
    const ask = plainAsker(gateway, size);
    return { size, filled, gateway, ask, http, rounds: [], httpRounds: [] };
  } finally {
    await owner.end();
  }
}

/** As warm as a running server is: asked a little, then all that portraits read, then asked again. */
async function warm(each: Sized, maintenanceUrl: string): Promise<void> {
  const { size, filled, gateway, ask, http } = each;
  const owner = open(withDatabase(maintenanceUrl, `flat_${size}`), 1);
  try {
    filled["warmedMegabytes"] = await warmBuffers(owner, async () => {
      for (let i = 0; i < 100; i++) await ask();
      await gateway.query("select pg_stat_force_next_flush()");
    });
    for (let i = 0; i < warming; i++) await ask();
    for (let i = 0; i < 500; i++) await http.ask();
  } finally {
    await owner.end();
  }
}

/** Said of the database when all stands in it: one whose filling was broken off has nothing. */
async function secondsOfFilling(owner: Pool): Promise<number | null> {
  const { rows } = await owner.query<{ said: string | null }>(
    `select shobj_description(oid, 'pg_database') as said from pg_database
     where datname = current_database()`,
  );
  const said = rows[0]?.said ?? null;
  return said === null ? null : Number(said);
}

async function fill(owner: Pool, ownerUrl: string, size: number): Promise<number> {
  await migrateStore(ownerUrl);
  await setLoginPasswords(ownerUrl, { gateway: password, worker: password });
  await loadReferenceData(owner);
  const begin = performance.now();
  await fillStore(owner, 0, size);
  const seconds = Math.round((performance.now() - begin) / 1_000);
  await owner.query(`comment on database flat_${size} is '${seconds}'`);
  return seconds;
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

async function databaseBytes(owner: Pool): Promise<Record<string, unknown>> {
  const { rows } = await owner.query<{ bytes: string }>(
    "select pg_database_size(current_database())::text as bytes",
  );
  return { megabytes: Math.round(Number(rows[0]?.bytes) / 1e6) };
}

/** Medians of the rounds, and medians of each round's ratio to the first size's in the same round. */
function figuresOf(each: Sized, first: Sized): Record<string, unknown> {
  const { filled, rounds, httpRounds } = each;
  const of = (figure: keyof Round, digits: number) =>
    Number(median(rounds.map((round) => round[figure])).toFixed(digits));
  const times = (figure: keyof Round) => medianRatio(rounds, first.rounds, figure);
  return {
    ...filled,
    medianMs: of("medianMs", 3),
    lowMs: of("lowMs", 3),
    postgresMicros: of("postgresMicros", 0),
    blocks: of("blocks", 1),
    blocksOutside: of("blocksOutside", 1),
    blocksFromDisk: of("blocksFromDisk", 2),
    pagesMet: of("pagesMet", 1),
    timesMedian: times("medianMs"),
    timesMedianOfRounds: rounds.map((round, at) =>
      Number((round.medianMs / (first.rounds[at]?.medianMs ?? Number.NaN)).toFixed(2)),
    ),
    timesLow: times("lowMs"),
    timesCpu: times("postgresMicros"),
    httpMedianMs: Number(median(httpRounds.map(({ medianMs }) => medianMs)).toFixed(3)),
    timesHttpMedian: medianRatio(httpRounds, first.httpRounds, "medianMs"),
  };
}

function medianRatio<Figure extends string>(
  rounds: readonly Readonly<Record<Figure, number>>[],
  first: readonly Readonly<Record<Figure, number>>[],
  figure: Figure,
): number {
  const ratios = rounds.map((round, at) => round[figure] / (first[at]?.[figure] ?? Number.NaN));
  return Number(median(ratios).toFixed(2));
}
