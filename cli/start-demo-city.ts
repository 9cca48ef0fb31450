/** Runs the stand-in city platform beside the gateway: a process and a database of its own, as the real one would be. */
import { spawn, type ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { demoCityKeyId } from "../config/city-peer.ts";
import { writePrivateFile } from "../config/write-private-file.ts";
import { GoldseedError } from "../domain/errors.ts";
import { withDatabase } from "../store/provision.ts";
import { publicKeyOf, type StatementKey } from "../sync/protocol/statement.ts";

export interface DemoCityOptions {
  /** A login that may make a database. */
  readonly ownerUrl: string;
  readonly dataDir: string;
  /** Signs requests to it. */
  readonly secret: string;
  /** Signs our statements: it is given the public half. */
  readonly statementKey: StatementKey;
  /** Titles it begins with, one JSON object a line; null begins empty. */
  readonly seedFile: string | null;
  /** Told when it ends without having been stopped. */
  readonly onExit: (reason: string) => void;
}

export interface DemoCity {
  readonly url: string;
  readonly adminUrl: string;
  readonly stop: () => Promise<void>;
}

const program = fileURLToPath(new URL("../demo/city-platform/main.ts", import.meta.url));
const reader = new URL("../lib/read-typescript.mjs", import.meta.url).href;
const watch = new URL("./end-with-parent.ts", import.meta.url).href;
const database = "goldseed_demo_city";
const readyTimeoutMs = 30_000;
const stopTimeoutMs = 5_000;

/** @throws GoldseedError CITY_UNAVAILABLE with what it said. */
export async function startDemoCity(options: DemoCityOptions): Promise<DemoCity> {
  const child = launch(options);
  const said: string[] = [];
  child.stderr?.on("data", (part: Buffer) => {
    said.push(part.toString("utf8"));
    if (said.length > 20) said.shift();
  });
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  let stopping = false;
  const stop = async () => {
    stopping = true;
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const forced = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMs);
    await gone;
    clearTimeout(forced);
  };
  try {
    const { url, adminUrl } = await untilReady(child, said);
    child.once("exit", (code, signal) => {
      if (!stopping) options.onExit(`${signal ?? `exit code ${code}`}: ${lastLine(said)}`);
    });
    return { url, adminUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Passwords and keys go by environment and file: every account of the machine can read command lines. */
function launch(options: DemoCityOptions): ChildProcess {
  const address = new URL(withDatabase(options.ownerUrl, database));
  const password = decodeURIComponent(address.password);
  address.password = "";
  const keys = join(options.dataDir, "demo-city-keys.json");
  writePrivateFile(keys, JSON.stringify([{ id: demoCityKeyId, secret: options.secret }]), true);
  const args = [
    "--database-url",
    address.toString(),
    "--keys",
    keys,
    "--port",
    "0",
    "--admin-port",
    "0",
    "--district-key",
    `${options.statementKey.keyId}:${publicKeyOf(options.statementKey)}`,
  ];
  if (options.seedFile !== null) args.push("--seed", options.seedFile);
  const child = spawn(process.execPath, ["--import", reader, "--import", watch, program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    // Its own process group: Ctrl-C must reach the gateway first, which stops it in its turn.
    detached: true,
    env: { PATH: process.env["PATH"] ?? "", PGPASSWORD: password },
  });
  child.once("exit", () => rmSync(keys, { force: true }));
  return child;
}

async function untilReady(
  child: ChildProcess,
  said: readonly string[],
): Promise<{ url: string; adminUrl: string }> {
  const { stdout } = child;
  if (!stdout) throw new TypeError("the child has no output");
  return new Promise((resolve, reject) => {
    const fail = (what: string) => {
      clearTimeout(timer);
      reject(
        new GoldseedError(
          "CITY_UNAVAILABLE",
          `演示市级平台未能启动 / The stand-in city platform did not start: ${what}`,
        ),
      );
    };
    const timer = setTimeout(
      () => fail(`not ready in ${readyTimeoutMs / 1_000} s`),
      readyTimeoutMs,
    );
    child.once("exit", () => fail(lastLine(said)));
    // A process that could not be made ends without ever having been.
    child.once("error", ({ message }) => fail(message));
    createInterface({ input: stdout }).once("line", (line) => {
      clearTimeout(timer);
      resolve(JSON.parse(line) as { url: string; adminUrl: string });
    });
  });
}

const lastLine = (said: readonly string[]) => said.join("").trim().split("\n").at(-1) ?? "";
