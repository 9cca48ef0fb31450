import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, describe, expect, it } from "vitest";

import { csvOf, rowOf } from "../intake/kit/registry-rows.ts";
import { enterableFolder } from "../kit/enterable-folder.ts";

const program = fileURLToPath(new URL("../../cli/goldseed.mjs", import.meta.url));
const folder = enterableFolder("cli-import");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ending {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command line on a data folder of the test's own. */
function goldseed(...args: string[]): Promise<Ending> {
  const env = { ...process.env, GOLDSEED_DATA_DIR: join(folder, "data"), DATABASE_URL: undefined };
  const child = spawn(process.execPath, [program, ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("goldseed import", () => {
  it("imports, exports what is wrong, and takes it back mended, in a fresh data folder", async () => {
    const rows = [rowOf(1), rowOf(2, { 注册资金: "-5万元" }), rowOf(3)];
    const first = await goldseed("import", "registry", file("rows.csv", csvOf(rows)));
    expect(first.err).not.toMatch(/Error/);
    expect(first.code).toBe(3);
    expect(first.out).toMatch(/接收 accepted +2\n/);
    expect(first.out).toMatch(/CAPITAL_NEGATIVE +1/);
    expect(first.out).toContain("goldseed quarantine export --run 1");

    const bad = join(folder, "bad.csv");
    expect((await goldseed("quarantine", "export", "--run", "1", "--out", bad)).code).toBe(0);
    writeFileSync(bad, readFileSync(bad, "utf8").replace("'-5万元", "5万元"));
    const second = await goldseed("import", "registry", bad, "--json");
    expect(second.code).toBe(0);
    const report = JSON.parse(second.out.trim().split("\n").at(-1) ?? "") as object;
    expect(report).toMatchObject({
      event: "report",
      runId: "2",
      report: { created: 1, settled: { mended: 1 } },
    });

    const status = await goldseed("import", "status", "--json");
    expect(
      status.out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { state: string }).state),
    ).toEqual(["DONE", "DONE"]);
    expect((await goldseed("quarantine", "list")).out.trim().split("\n")).toHaveLength(1);
  });

  it("takes in three rows of the example file, and sets two aside with their reasons", async () => {
    const example = fileURLToPath(
      new URL("../../docs/sources/registry-example.csv", import.meta.url),
    );
    const { code, out } = await goldseed("import", "registry", example, "--dry-run");
    expect(code).toBe(3);
    expect(out).toMatch(/接收 accepted +3\n/);
    expect(out).toMatch(/CAPITAL_NEGATIVE +1/);
    expect(out).toMatch(/CODE_CHECK_CHARACTER +1/);
  });

  it.each<readonly [title: string, args: () => string[], code: number, words: RegExp]>([
    [
      "an unknown source",
      () => ["registri", file("a.csv", csvOf([rowOf(1)]))],
      4,
      /NOT_FOUND.*registry/,
    ],
    [
      "a file that is not there",
      () => ["registry", join(folder, "none.csv")],
      4,
      /FILE_UNREADABLE.*文件不存在/,
    ],
    [
      "a broken workbook",
      () => ["registry", file("a.xlsx", Buffer.from("504b030414000600", "hex"))],
      2,
      /FILE_REFUSED.*damaged or malformed archive/,
    ],
    [
      "a missing column",
      () => ["registry", file("b.csv", csvOf([rowOf(1)]).replace("企业名称", "企业名"))],
      2,
      /相近的列：“企业名”/,
    ],
    [
      "a missing argument",
      () => ["registry"],
      2,
      /Give one of a file, --from-api and --from-table/,
    ],
    ["a run to resume that never was", () => ["resume", "99"], 4, /NOT_FOUND/],
    ["nothing to resume", () => ["resume"], 4, /没有被中断的导入/],
  ])("answers %s with words and an exit code", async (_, args, code, words) => {
    const ending = await goldseed("import", ...args());
    expect(ending.err).toMatch(words);
    expect(ending.err).not.toMatch(/\n\s+at /);
    expect(ending.code).toBe(code);
  });
});
