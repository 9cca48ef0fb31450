/** The command as people run it: exit codes, streams, files. */
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../cli/goldseed.mjs", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function goldseed(args: readonly string[], input = ""): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, "criteria", ...args]);
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

const record = '{"id":"a","standard":"hidden_unicorn_qd_2024","inputs":{"valuation_rmb_100m":1}}\n';

describe("judge", () => {
  test("reads records and writes verdicts", async () => {
    const { code, out, err } = await goldseed(["judge"], record);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ id: "a", pass: false, failed: ["valuation"] });
  });

  test("ends with 3 when a line could not be judged", async () => {
    const { code, out, err } = await goldseed(["judge"], `${record}oops\n`);
    expect(code).toBe(3);
    expect(out.trim().split("\n")).toHaveLength(1);
    expect(err).toContain("not JSON");
    expect(err).toContain("1 line(s) could not be judged, 1 were");
  });

  test("ends with 2 for a day that does not exist", async () => {
    const { code, err } = await goldseed(["judge", "--as-of", "2026-02-30"]);
    expect(code).toBe(2);
    expect(err).toContain('"2026-02-30" is no day');
  });

  test("ends with 4 for a file that is not there", async () => {
    expect((await goldseed(["judge", "/nowhere/records.jsonl"])).code).toBe(4);
    expect((await goldseed(["judge", "/"])).err).toContain("FILE_UNREADABLE");
  });
});

test("list, show, diff and check answer in text and in JSON", async () => {
  const [list, show, diff, check, none] = await Promise.all([
    goldseed(["list", "--json", "--as-of", "2026-04-01"]),
    goldseed(["show", "innovative_sme_2022"]),
    goldseed(["diff", "srdi_sme_2022", "srdi_sme_2026", "--json"]),
    goldseed(["check", "--json"]),
    goldseed(["show", "innovative_sme_2021"]),
  ]);
  const rows = JSON.parse(list.out) as { id: string; governs_new: boolean }[];
  expect(rows.find((row) => row.id === "srdi_sme_2026")?.governs_new).toBe(true);
  expect(rows.find((row) => row.id === "srdi_sme_2022")?.governs_new).toBe(false);
  expect(show.out).toContain("item I6");
  expect(JSON.parse(diff.out)).toContainEqual(
    expect.objectContaining({ change: "removed", key: "item P1" }),
  );
  expect(JSON.parse(check.out)).toEqual({ ok: true, packs: 13, problems: [] });
  expect(none).toMatchObject({
    code: 4,
    err: expect.stringContaining("did you mean innovative_sme_2022?") as string,
  });
});

test("a reader that has read enough ends a long list without a word, and the command well", () => {
  const shell = `"${process.execPath}" "${program}" policy matrix --json | head -1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", shell], { encoding: "utf8" });
  expect([stdout, stderr]).toEqual(["[\n0\n", ""]);
});
