/** What a killed Goldseed leaves behind: its server, a server that will not end, or a number that is another's by now. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { stopOrphan } from "../../store/stop-orphan.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";

const cluster = temporaryFolder();
const pidFile = join(cluster, "postmaster.pid");
const alive: ChildProcess[] = [];
afterEach(() => alive.splice(0).forEach((child) => child.kill("SIGKILL")));

/** A process that names the folder as a server does, and takes no notice of these signals. */
async function running(folder: string, deafTo: readonly string[] = []): Promise<ChildProcess> {
  const program = `for (const each of ${JSON.stringify(deafTo)}) process.on(each, () => {});
    setInterval(() => {}, 1_000); console.log("ready")`;
  const child = spawn(process.execPath, ["-e", program, folder], { stdio: ["ignore", "pipe", 2] });
  alive.push(child);
  await new Promise((ready) => child.stdout?.once("data", ready));
  writeFileSync(pidFile, `${child.pid}\n`);
  return child;
}

test("a process that has the number by now is left alone, and the number is taken away", async () => {
  const other = await running("somewhere else");
  await stopOrphan(cluster);
  expect(existsSync(pidFile)).toBe(false);
  expect([other.exitCode, other.signalCode, other.killed]).toEqual([null, null, false]);
  expect(process.kill(other.pid ?? 0, 0)).toBe(true);
});

test.each([
  [[], "SIGINT"],
  [["SIGINT"], "SIGQUIT"],
])("a server deaf to %j is ended by %s", async (deafTo, signal) => {
  const server = await running(cluster, deafTo);
  const gone = new Promise((ended) => server.once("exit", (_code, by) => ended(by)));
  await stopOrphan(cluster, 300);
  expect(await gone).toBe(signal);
});

test("one that does not end is named instead of starting another beside it", async () => {
  const server = await running(cluster, ["SIGINT", "SIGQUIT"]);
  await expect(stopOrphan(cluster, 150)).rejects.toMatchObject({
    code: "STORE_UNFIT",
    message: expect.stringContaining(String(server.pid)),
  });
});

test("a number of nobody, or none, is nothing to stop", async () => {
  for (const text of ["4194999\n", "", "nonsense"]) {
    writeFileSync(pidFile, text);
    await stopOrphan(cluster);
    expect(existsSync(pidFile)).toBe(false);
  }
});
