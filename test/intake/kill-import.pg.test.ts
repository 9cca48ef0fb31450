import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { beforeAll, describe, expect, it } from "vitest";

import { loadReferenceData } from "../../store/reference-data.ts";
import { createTestDatabase } from "../kit/database.ts";
import { csvOf, fileFolder, rowOf } from "./kit/registry-rows.ts";

const database = await createTestDatabase();
const folder = fileFolder();
const child = fileURLToPath(new URL("kit/import-child.ts", import.meta.url));
const rowCount = 3_300;
/** One in a hundred is wrong. */
const wrong = rowCount / 100;

/** Then it is left alone: each start of a process takes a second or two. */
const mostKills = 5;

beforeAll(() => loadReferenceData(database.worker));

interface Ending {
  readonly killed: boolean;
  readonly report: Record<string, unknown> | null;
}

/** Imports in another process and kills it `delayMs` after its `events`-th word, if it lives that long. */
function importAndKill(path: string, events: number, delayMs: number): Promise<Ending> {
  const started = spawn(process.execPath, ["--import", "tsx", child, database.workerUrl, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let armed = false;
  started.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (armed || said.split("\n").length <= events) return;
    armed = true;
    setTimeout(() => started.kill("SIGKILL"), delayMs);
  });
  return new Promise((resolve) => {
    started.once("close", (_code, signal) => {
      const done = /^DONE (.*)$/m.exec(said)?.[1];
      const report = done === undefined ? null : (JSON.parse(done) as Record<string, unknown>);
      resolve({ killed: signal === "SIGKILL", report });
    });
  });
}

/** Kills the import again and again, each time at another moment, until it gets to its end. */
async function importUnderFire(path: string, seed: number) {
  let kills = 0;
  let random = seed;
  for (;;) {
    random = (random * 48_271) % 2_147_483_647;
    const events = kills < mostKills ? 1 + (random % 5) : Number.POSITIVE_INFINITY;
    const ending = await importAndKill(path, events, random % 40);
    if (ending.report !== null) return { kills, report: ending.report };
    expect(ending.killed).toBe(true);
    kills++;
  }
}

const count = async (statement: string) =>
  (await database.owner.query<{ n: number }>(`select (${statement})::int as n`)).rows[0]?.n;

describe("an import that is killed again and again", () => {
  it("gets to its end with every row once", { timeout: 240_000 }, async () => {
    const rows = Array.from({ length: rowCount }, (_, i) =>
      rowOf(i, i % 100 === 7 ? { 注册资金: "-1万" } : {}),
    );
    const { kills, report } = await importUnderFire(
      folder.write("first.csv", csvOf(rows)),
      20_260_331,
    );
    expect(kills).toBeGreaterThan(2);
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
  });

  it("supersedes every row once", { timeout: 240_000 }, async () => {
    const rows = Array.from({ length: rowCount }, (_, i) => rowOf(i, { 经营范围: "变更后的范围" }));
    const { kills, report } = await importUnderFire(folder.write("second.csv", csvOf(rows)), 7_919);
    expect(kills).toBeGreaterThan(2);
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
  });
});
