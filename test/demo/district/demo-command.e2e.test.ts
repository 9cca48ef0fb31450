/** `goldseed demo` as a process of its own: killed while it fills, then filled whole, told, and not filled over. */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { afterAll, describe, expect, it } from "vitest";
import { enterableFolder } from "../../kit/enterable-folder.ts";

const program = fileURLToPath(new URL("../../../cli/goldseed.mjs", import.meta.url));
const dataDir = enterableFolder("demo");

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const argumentsOf = (...words: string[]) => [program, "demo", ...words, "--data-dir", dataDir];

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, argumentsOf(...words), {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** Kills the process at the first rows it tells of. */
async function killWhileFilling(): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, argumentsOf("fill", "--json"), {
    stdio: ["ignore", "ignore", "pipe"],
  });
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (line.includes('"event":"progress"')) child.kill("SIGKILL");
  });
  return new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
}

describe("goldseed demo", () => {
  it("finds nothing after a fill that was killed, and then fills the whole district", async () => {
    expect(await killWhileFilling()).toBe("SIGKILL");
    expect(run("status").status).toBe(4);
    const { status, stdout } = run("fill", "--scale", "small", "--as-of", "2026-11-23", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      filled: true,
      rows: { enterprises: 400, bases: 6 },
    });
  });

  it("tells what is there, and refuses to fill another district over it", () => {
    expect(run("status").stdout).toContain('"scale":"small"');
    const other = run("fill", "--scale", "full");
    expect(other.status).toBe(1);
    expect(other.stderr).toMatch(/CONFLICT: .+ \/ This store holds the demonstration of/u);
    expect(run("fill", "--scale", "tiny").status).toBe(2);
  });

  it("writes what the city knows", () => {
    const file = join(dataDir, "seed.jsonl");
    expect(run("city-seed", file).status).toBe(0);
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const kinds = lines.map((line) => (JSON.parse(line) as { kind?: string }).kind);
    expect(kinds.filter((kind) => kind === "LITTLE_GIANT").length).toBeGreaterThanOrEqual(4);
  });
});
