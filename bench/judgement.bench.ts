/**
 * `npm run -s bench -- judgement`: judging every enterprise of the store of GOLDSEED_DATA_DIR or DATABASE_URL by every
 * pack, beside a bare aggregate over the same rows of indicators and beside two rule engines that go row by row.
 *
 * The store is changed (its assessments are made anew, one enterprise in a hundred gets other figures): give it a copy.
 * BENCH_SIZE (179000) is how many enterprises the statements go over: rows of the sheet are repeated until there are so
 * many. BENCH_ROWS (300) is how many rows the engines judge, BENCH_ROUNDS (3) how often the statements run. BENCH_CHANGE=no
 * leaves the store as it is: over 424,000 entities the change of a hundredth beside full runs takes minutes. BENCH_PREPARED=yes
 * leaves out the first of the full runs, for a store that `goldseed assess run` has judged on this day.
 * docs/judgement-figures.md says how it is read.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { openStore } from "../cli/open-store.ts";
import { loadConfig } from "../config/load-config.ts";
import { assessDirty, assessEnterprises } from "../cultivation/assess-enterprises.ts";
import { activePacks, compilePacks } from "../cultivation/compile/compile-packs.ts";
import { type SheetColumn, sheetColumns } from "../cultivation/compile/sheet-column.ts";
import { indicatorSheet } from "../cultivation/indicators/indicator-sheet.ts";
import { loadSoundCriteria } from "../cultivation/load-criteria.ts";
import type { Criteria } from "../domain/criteria/criteria.ts";
import type { Pack } from "../domain/criteria/pack.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import { makeSheet } from "../store/queries/assess-verdicts.ts";
import { inTransaction } from "../store/transaction.ts";
import { factName, outsideInputs } from "./judgement/peer-names.ts";

const sampleSize = Number(process.env["BENCH_ROWS"] ?? 300);
const size = Number(process.env["BENCH_SIZE"] ?? 179_000);
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3);
const isPrepared = process.env["BENCH_PREPARED"] === "yes";
const withChange = process.env["BENCH_CHANGE"] !== "no";
const asOf = dayInChina(Date.now());
const sheet = "bench_sheet";

export async function run(): Promise<Record<string, unknown>> {
  const criteria = await loadSoundCriteria();
  const packs = activePacks([...criteria.packs.values()], asOf);
  const columns = sheetColumns(packs, criteria.catalogue);
  installPeers();
  const store = await openStore(loadConfig().config);
  try {
    const scans = await inTransaction(
      store.workerPool,
      async (client) => {
        const query = indicatorSheet(criteria, packs, { asOf, codes: null });
        tell("the sheet of indicators");
        const sheetMs = await timed(async () => void (await makeSheet(client, sheet, query)));
        tell(`two rule engines over ${sampleSize} rows`);
        const engines = await besideEngines(client, packs, columns);
        tell(`statements over ${size} rows, ${rounds} rounds`);
        await repeatSheet(client);
        return { sheetMs, ...(await scanRounds(client, packs, columns)), engines };
      },
      { statementTimeoutMs: 0 },
    );
    return {
      asOf,
      packs: packs.length,
      ...scans,
      change: withChange ? await aHundredth(store.workerPool, criteria) : null,
    };
  } finally {
    await store.close();
  }
}

/** The rows of the sheet again and again until there are so many as wanted. */
async function repeatSheet(client: PoolClient): Promise<void> {
  await client.query(`create temporary table bench_once on commit drop as select * from ${sheet}`);
  const { rows } = await client.query<{ n: number }>("select count(*)::int as n from bench_once");
  const times = Math.ceil(size / Math.max(1, rows[0]?.n ?? 1));
  await makeSheet(
    client,
    sheet,
    `select o.* from generate_series(1, ${times}) as again cross join bench_once o limit ${size}`,
  );
  await client.query(`analyze ${sheet}`);
}

/** What goes on, for who waits. */
const tell = (step: string) =>
  void process.stderr.write(`bench: ${new Date().toISOString().slice(11, 19)} ${step}\n`);

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}

const quoted = (name: string) => `"${name}"`;

/** One aggregate over every column. */
function aggregate(columns: readonly SheetColumn[]): string {
  const sums = columns.map(({ name, type }) => {
    if (type === "numeric") return `sum(${quoted(name)})`;
    return type === "boolean" ? `count(*) filter (where ${quoted(name)})` : `max(${quoted(name)})`;
  });
  return `select count(*), ${sums.join(", ")} from ${sheet}`;
}

/** How many pass, and of how many it is known: what dry runs of packs count. */
function verdicts(packs: readonly Pack[]): string {
  const counts = packs.map(
    (_, place) => `count(*) filter (where p${place}_pass), count(p${place}_pass)`,
  );
  return `select ${counts.join(", ")} from (${compilePacks(packs, { sheet }).verdicts}) judged`;
}

/** The harder question, asked by no command: how far everybody has come as well. */
function verdictsWithProgress(packs: readonly Pack[]): string {
  const counts = packs.map(
    (_, place) => `count(*) filter (where p${place}_pass), sum(p${place}_progress)`,
  );
  return `select ${counts.join(", ")} from (${compilePacks(packs, { sheet }).wide}) judged`;
}

async function scanRounds(
  client: PoolClient,
  packs: readonly Pack[],
  columns: readonly SheetColumn[],
) {
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${sheet}`);
  const enterprises = rows[0]?.n ?? 0;
  const statements = [aggregate(columns), verdicts(packs), verdictsWithProgress(packs)];
  const times: number[][] = statements.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, statement] of statements.entries())
      times[at]?.push(await timed(async () => void (await client.query(statement))));
  }
  const [aggregateMs = 0, ...judged] = times.map(median);
  const [plain, withProgress] = judged.map((ms) => ({
    ms,
    enterprisesPerSecond: Math.round(enterprises / (ms / 1_000)),
    timesTheAggregate: ratio(ms, aggregateMs),
  }));
  return {
    enterprises,
    columns: columns.length,
    aggregateMs,
    verdicts: plain,
    verdictsWithProgress: withProgress,
  };
}

const median = (list: readonly number[]) =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const ratio = (a: number, b: number) => Math.round((a / b) * 100) / 100;

interface PeerAnswer {
  readonly ms: number;
  readonly verdicts: readonly (readonly boolean[])[];
}

/** The engines know two values: what is unknown is given as 0 or no, to them and to the statement they are compared with. */
async function besideEngines(
  client: PoolClient,
  packs: readonly Pack[],
  columns: readonly SheetColumn[],
) {
  const rules = packs.filter((pack) => pack.kind === "rules");
  const outside = new Set(rules.flatMap((pack) => [...outsideInputs(pack)]));
  const empty = { numeric: "0", boolean: "false", text: "''" } as const;
  const filled = columns.map(({ name, type }) =>
    outside.has(name)
      ? quoted(name)
      : `coalesce(${quoted(name)}, ${empty[type]}) as ${quoted(name)}`,
  );
  await client.query(
    `create temporary table bench_sample on commit drop as select credit_code, ${filled.join(", ")} from ${sheet} order by md5(credit_code) limit ${sampleSize}`,
  );
  const { rows } = await client.query<{ row: Record<string, unknown> }>(
    "select to_jsonb(s) as row from bench_sample s order by credit_code",
  );
  const compiled = compilePacks(rules, { sheet: "bench_sample" });
  const judged = await client.query<Record<string, boolean | null>>(
    `select * from (${compiled.verdicts}) judged order by credit_code`,
  );
  const facts = rows.map(({ row }) => ({
    one: 1,
    ...Object.fromEntries(Object.entries(row).map(([name, value]) => [factName(name), value])),
  }));
  const peers = runPeers(facts);
  const once = await client.query<{ n: number }>(`select count(*)::int as n from ${sheet}`);
  const speedOf = async (statement: string) =>
    (once.rows[0]?.n ?? 0) / (await timed(async () => void (await client.query(statement))));
  const speed = await speedOf(verdicts(rules));
  const speedWithProgress = await speedOf(verdictsWithProgress(rules));
  const told = (answer: PeerAnswer) => ({
    rowsPerSecond: Math.round(sampleSize / (answer.ms / 1_000)),
    timesSlower: ratio(speed, sampleSize / answer.ms),
    timesSlowerThanWithProgress: ratio(speedWithProgress, sampleSize / answer.ms),
    agreement: agreementOf(answer, judged.rows),
  });
  return { rows: rows.length, packs: rules.length, zen: told(peers.zen), rules: told(peers.rules) };
}

/** Share of (row, pack) on which an engine passes exactly where the statement does. */
function agreementOf(
  { verdicts }: PeerAnswer,
  rows: readonly Readonly<Record<string, boolean | null>>[],
): number {
  const pairs = verdicts.flatMap((row, at) =>
    row.map((pass, place) => pass === (rows[at]?.[`p${place}_pass`] === true)),
  );
  return ratio(pairs.filter(Boolean).length, pairs.length);
}

/** Before anything is open: it takes its time, and a transaction that waits for it is ended by the database. */
function installPeers(): void {
  const folder = fileURLToPath(new URL("peers/judgement/", import.meta.url));
  if (!existsSync(`${folder}node_modules`)) {
    process.stderr.write("bench: installing bench/peers/judgement\n");
    spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
      cwd: folder,
      stdio: "inherit",
    });
  }
}

function runPeers(rows: readonly object[]): Readonly<Record<"zen" | "rules", PeerAnswer>> {
  const script = fileURLToPath(new URL("peers/judgement/run-peers.mjs", import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], {
    input: JSON.stringify({ rows, asOf }),
    maxBuffer: 2 ** 28,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The rule engines failed: ${stderr}`);
  return JSON.parse(stdout) as Readonly<Record<"zen" | "rules", PeerAnswer>>;
}

/**
 * One enterprise in a hundred gets other figures and is judged again, as the upkeep does it, writes and all; beside a run
 * over all that finds nothing new, so that every part of it but the writes is paid for all of them.
 */
async function aHundredth(pool: Pool, criteria: Criteria) {
  if (!isPrepared) {
    tell("a run over the store, so that nothing is left to write");
    await assessEnterprises(pool, { asOf, criteria });
  }
  tell("the full run, and one over a hundredth");
  let enterprisesInAll = 0;
  let changedInFull = 0;
  const fullMs = await timed(async () => {
    const full = await assessEnterprises(pool, { asOf, criteria });
    [enterprisesInAll, changedInFull] = [full.enterprises, full.changed];
  });
  await pool.query("delete from dirty_keys where stage = 'INDICATORS'");
  const runs = [];
  for (let share = 0; share < rounds; share++)
    runs.push(await changeHundredth(pool, criteria, share));
  const changeMs = median(runs.map((one) => one.changeMs));
  return {
    enterprisesInAll,
    fullMs,
    /** Other than 0 for a store that was not judged before: the full run has then written too. */
    changedInFull,
    enterprises: median(runs.map((one) => one.enterprises)),
    changed: median(runs.map((one) => one.changed)),
    changeMs,
    shareOfFull: Math.round((changeMs / fullMs) * 1_000) / 1_000,
  };
}

/** @param share which hundredth, so that every round finds figures that it has not changed before. */
async function changeHundredth(pool: Pool, criteria: Criteria, share: number) {
  const { rows } = await pool.query<{ code: string }>(
    `select credit_code as code from (select distinct credit_code from assessments where superseded_at is null) judged
     where ('x' || substr(md5(credit_code), 1, 4))::bit(16)::int % 100 = $1`,
    [share],
  );
  const codes = rows.map(({ code }) => code);
  await pool.query(
    "update annual_financials set rd_expense = rd_expense * 1.01, revenue = revenue * 1.02 where credit_code = any ($1)",
    [codes],
  );
  await pool.query(
    `insert into dirty_keys (credit_code, stage, reason) select unnest($1::text[]), 'INDICATORS', 'bench' on conflict do nothing`,
    [codes],
  );
  let changed = 0;
  const changeMs = await timed(async () => {
    ({ changed } = await assessDirty(pool, { asOf, criteria }));
  });
  return { enterprises: codes.length, changed, changeMs };
}
