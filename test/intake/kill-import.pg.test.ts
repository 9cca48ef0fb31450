/**
 * Imports killed at random moments. CI kills a few imports of a few thousand rows; KILL_ROWS and KILL_TIMES ask for more
 * (docs/intake.md says what was run).
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { beforeAll, describe, expect, it } from "vitest";

import { loadReferenceData } from "../../store/reference-data.ts";
import { createTestDatabase, type TestDatabase } from "../kit/database.ts";
import { contentOf } from "./kit/content-of.ts";
import { noHits, type Phase, phaseOf, shortPhases, watchPhase } from "./kit/watch-phase.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "./kit/registry-rows.ts";

const database = await createTestDatabase();
/** The same files come in here without being killed. */
const undisturbed = await createTestDatabase();
const folder = fileFolder();
const child = fileURLToPath(new URL("kit/import-child.ts", import.meta.url));
const rowCount = Number(process.env["KILL_ROWS"] ?? 3_300);
/** Then it is left alone: each start of a process takes a second or two. */
const mostKills = Number(process.env["KILL_TIMES"] ?? 3);
/** Many chunks, so that kills fall into all phases. */
const chunkRows = Math.min(5_000, Math.max(200, Math.floor(rowCount / 40)));
/** Every chunk is told of twice, staged and merged: a process may live so long and no longer if all kills shall find it. */
const mostEvents = Math.min(5, Math.max(1, Math.floor((4 * rowCount) / chunkRows / mostKills) - 2));
/** One in a hundred is wrong. */
const wrong = rowCount / 100;
const timeout = 240_000 + mostKills * 60_000;

/** So many kills are kept for each of the phases that are over between two words: at random few would meet them. */
const shortPhaseKills = Math.floor(mostKills / 10);

beforeAll(() => Promise.all([database, undisturbed].map((each) => loadReferenceData(each.worker))));

interface Ending {
  readonly killed: boolean;
  /** The database did not answer it in time: on a machine that does much else, with hundreds of starts, some are met. */
  readonly cutOff: boolean;
  readonly report: Record<string, unknown> | null;
}

interface Import {
  readonly path: string;
  readonly source: string;
}

interface Moment {
  /** Words of the process to wait for. */
  readonly events: number;
  readonly delayMs: number;
  /** Or when it is first seen in one of these. */
  readonly phases?: ReadonlySet<Phase>;
}

const toItsEnd: Moment = { events: Number.POSITIVE_INFINITY, delayMs: 0 };

/** Imports in another process and kills it at the moment, if it lives that long. */
function importAndKill(
  { path, source }: Import,
  { events, delayMs, phases = new Set() }: Moment,
  { owner, workerUrl }: TestDatabase = database,
): Promise<Ending> {
  const given = [workerUrl, path, source, String(chunkRows)];
  const started = spawn(process.execPath, ["--import", "tsx", child, ...given], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let armed = false;
  const kill = (afterMs: number) => {
    if (armed) return;
    armed = true;
    setTimeout(() => started.kill("SIGKILL"), afterMs);
  };
  const stopWatching =
    phases.size > 0 ? watchPhase(owner, phases, () => kill(delayMs / 10)) : () => undefined;
  started.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (said.split("\n").length > events) kill(delayMs);
  });
  return new Promise((resolve) => {
    started.once("close", (_code, signal) => {
      stopWatching();
      const done = /^DONE (.*)$/m.exec(said)?.[1];
      const report = done === undefined ? null : (JSON.parse(done) as Record<string, unknown>);
      resolve({ killed: signal === "SIGKILL", cutOff: said.includes("CUT OFF"), report });
    });
  });
}

/** Kills the import again and again, each time at another moment, until it gets to its end. */
async function importUnderFire(given: Import, seed: number) {
  const hit: Record<Phase, number> = noHits();
  const runs = await count("select count(*) from import_runs where state = 'DONE'");
  let kills = 0;
  let random = seed;
  for (;;) {
    random = (random * 48_271) % 2_147_483_647;
    const events = kills < mostKills ? 1 + (random % mostEvents) : Number.POSITIVE_INFINITY;
    const phases = new Set(shortPhases.filter((phase) => hit[phase] < shortPhaseKills));
    const moment = { events, delayMs: random % Math.max(40, chunkRows / 10), phases };
    const ending = await importAndKill(given, moment);
    // Killed behind its end, before it could say so: sent again, the file would be another import.
    const report = ending.report ?? (await reportOfDone(runs));
    if (report !== null) {
      process.stdout.write(`${given.source}, ${rowCount} rows, killed ${JSON.stringify(hit)}\n`);
      return { kills, report };
    }
    expect(ending.killed || ending.cutOff).toBe(true);
    if (ending.cutOff) continue;
    hit[await phaseOf(database.owner)]++;
    kills++;
  }
}

const count = async (statement: string) =>
  (await database.owner.query<{ n: number }>(`select (${statement})::int as n`)).rows[0]?.n;

/** Of the run that has ended since there were `before`. */
async function reportOfDone(before: number | undefined): Promise<Ending["report"]> {
  const { rows } = await database.owner.query<{ report: Record<string, unknown> }>(
    "select report from import_runs where state = 'DONE' order by id offset $1",
    [before],
  );
  return rows[0]?.report ?? null;
}

const registry = (name: string, rows: Parameters<typeof csvOf>[0]): Import => ({
  path: folder.write(name, csvOf(rows)),
  source: "registry",
});

/** Every row of every table must be what it is where the file came in undisturbed. */
async function assertAsUndisturbed(...files: readonly Import[]): Promise<void> {
  for (const file of files) await importAndKill(file, toItsEnd, undisturbed);
  expect(await contentOf(database.owner)).toEqual(await contentOf(undisturbed.owner));
}

/** Tax of year 2024: of enterprise `i` in quarter 1, `amount` ten thousand yuan. */
function taxOf(amount: (i: number) => string): Import {
  const lines = Array.from(
    { length: rowCount },
    (_, i) => `${rowOf(i).企业名称},${codeOf(i)},2024,1,${amount(i)}`,
  );
  const text = ["纳税人名称,统一社会信用代码,所属年度,所属季度,入库税额", ...lines].join("\n");
  return { path: folder.write(`tax-${amount(0)}.csv`, text), source: "tax" };
}

describe("an import that is killed again and again", () => {
  it("gets to its end with every row once", { timeout }, async () => {
    const rows = Array.from({ length: rowCount }, (_, i) =>
      rowOf(i, i % 100 === 7 ? { 注册资金: "-1万" } : {}),
    );
    const file = registry("first.csv", rows);
    const { kills, report } = await importUnderFire(file, 20_260_331);
    expect(kills).toBeGreaterThan(1);
    expect(report).toMatchObject({
      read: rowCount,
      quarantined: wrong,
      accepted: rowCount - wrong,
      created: rowCount - wrong,
      updated: 0,
    });
    expect(await count("select count(*) from enterprises where version = 1")).toBe(
      rowCount - wrong,
    );
    expect(await count("select count(*) from enterprise_names")).toBe(rowCount - wrong);
    expect(await count("select count(*) from quarantined_rows where resolved_at is null")).toBe(
      wrong,
    );
    expect(await count("select count(*) from staged_records")).toBe(0);
    expect(await count("select count(*) from import_runs where state = 'DONE'")).toBe(1);
    await assertAsUndisturbed(file);
  });

  it("supersedes every row once", { timeout }, async () => {
    const rows = Array.from({ length: rowCount }, (_, i) => rowOf(i, { 经营范围: "变更后的范围" }));
    const file = registry("second.csv", rows);
    const { kills, report } = await importUnderFire(file, 7_919);
    expect(kills).toBeGreaterThan(1);
    expect(report).toMatchObject({
      read: rowCount,
      created: wrong,
      updated: rowCount - wrong,
      settled: { superseded: wrong },
    });
    expect(await count("select count(*) from enterprises where version = 2")).toBe(
      rowCount - wrong,
    );
    expect(await count("select count(*) from fact_history")).toBe(rowCount - wrong);
    expect(await count("select count(*) from fact_history where version <> 1")).toBe(0);
    expect(
      await count("select count(*) from enterprises where business_scope <> '变更后的范围'"),
    ).toBe(0);
    expect(await count("select count(*) from quarantined_rows where resolved_at is null")).toBe(0);
    await assertAsUndisturbed(file);
  });

  it("links and merges every fact once, and supersedes it once", { timeout }, async () => {
    // Run by itself the case has no register yet.
    if ((await count("select count(*) from enterprises")) === 0) {
      const rows = Array.from({ length: rowCount }, (_, i) => rowOf(i));
      await importAndKill(registry("register.csv", rows), toItsEnd);
    }
    await database.owner.query("truncate fact_history");
    const first = await importUnderFire(
      taxOf((i) => (i % 100 === 7 ? "很多" : "10")),
      31_337,
    );
    expect(first.kills).toBeGreaterThan(1);
    expect(first.report).toMatchObject({
      read: rowCount,
      quarantined: wrong,
      created: rowCount - wrong,
      linked: { CREDIT_CODE: rowCount - wrong },
    });
    expect(await count("select count(*) from tax_payments where total_tax = 100000")).toBe(
      rowCount - wrong,
    );
    const second = await importUnderFire(
      taxOf(() => "11"),
      271_828,
    );
    expect(second.report).toMatchObject({ created: wrong, updated: rowCount - wrong });
    expect(await count("select count(*) from tax_payments where total_tax = 110000")).toBe(
      rowCount,
    );
    expect(await count("select count(*) from tax_payments")).toBe(rowCount);
    expect(await count("select count(*) from fact_history")).toBe(rowCount - wrong);
    expect(await count("select count(*) from staged_records")).toBe(0);
  });
});
