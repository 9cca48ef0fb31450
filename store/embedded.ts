/** The embedded default: a real PostgreSQL from npm, kept under the data folder and stopped with the process. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";

import { GoldseedError } from "../domain/errors.ts";
import { claimCluster } from "./cluster-place.ts";
import { type EmbeddedHome, prepareHome } from "./embedded-account.ts";
import { type EmbeddedAddress, embeddedOwnerUrl, socketFolderFor } from "./embedded-address.ts";
import { locateBinaries } from "./embedded-binaries.ts";
import {
  bufferBytesFor,
  leastBufferBytes,
  memorySettings,
  usableMemoryBytes,
} from "./embedded-memory.ts";
import { keepServer, type ServerTrouble } from "./keep-server.ts";
import { stopOrphan } from "./stop-orphan.ts";

export interface EmbeddedOptions {
  /** An existing folder of ours. */
  readonly dataDir: string;
  readonly ownerPassword: string;
  /** Pages kept by the server itself; null or left out: by the memory of the machine. */
  readonly bufferBytes?: number | null;
  /** Extra server settings, such as `fsync=off` in tests. */
  readonly settings?: readonly string[];
  /** Told when the server ended by itself, and when it answers again. */
  readonly onTrouble?: (trouble: ServerTrouble) => void;
}

export interface EmbeddedServer extends EmbeddedAddress {
  /** Connects as the owner, to the maintenance database. */
  readonly ownerUrl: string;
  /** Set when the cluster does not lie under the data folder. */
  readonly relocatedTo: string | null;
  /** Stops the server and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

const startTimeoutMs = 30_000;
const stopTimeoutMs = 15_000;
/** Memory stands in embedded-memory.ts; jit costs more than it gains on short statements. */
const settings = [
  "listen_addresses=127.0.0.1",
  "max_connections=80",
  "work_mem=16MB",
  "maintenance_work_mem=256MB",
  "max_wal_size=4GB",
  "random_page_cost=1.1",
  "jit=off",
  // A statement whose client was killed ends within seconds, with its locks; Windows cannot look.
  ...(process.platform === "win32" ? [] : ["client_connection_check_interval=5s"]),
  "password_encryption=scram-sha-256",
  "log_min_messages=warning",
];

/** Starts the cluster of a data folder, made on first use. @throws GoldseedError with what PostgreSQL said. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = prepareHome(options.dataDir, locateBinaries());
  const log = join(options.dataDir, "postgres.log");
  if (!existsSync(join(home.clusterDir, "PG_VERSION")))
    initialise(home, options.ownerPassword, log);
  if (home.relocatedTo !== null) claimCluster(options.dataDir, home.clusterDir);
  await stopOrphan(home.clusterDir);
  let bufferBytes = options.bufferBytes ?? bufferBytesFor(usableMemoryBytes());
  for (let attemptsLeft = 4; ; attemptsLeft--) {
    try {
      return await startOn(await freePort(), home, { ...options, bufferBytes }, log);
    } catch (error) {
      if (attemptsLeft === 0 || !(error instanceof GoldseedError)) throw error;
      // A system that promises no memory it may not have: nobody asked for this much.
      if (noMemory.test(error.message) && (options.bufferBytes ?? null) === null)
        bufferBytes = leastBufferBytes;
      else if (passing.test(error.message)) await pause(500);
      else throw error;
    }
  }
}

const noMemory = /could not map anonymous shared memory/u;

/** The port was taken between the look and the start; or workers of a server that was killed have not noticed yet. */
const passing = /could not create any TCP\/IP sockets|pre-existing shared memory block/u;

async function startOn(
  port: number,
  home: EmbeddedHome,
  options: EmbeddedOptions & { readonly bufferBytes: number },
  log: string,
): Promise<EmbeddedServer> {
  const address = { port, socketFolder: socketFolderFor(home.clusterDir) };
  const ownerUrl = embeddedOwnerUrl(address, {
    password: options.ownerPassword,
    database: "postgres",
  });
  const sockets = `unix_socket_directories=${address.socketFolder ?? ""}`;
  const memory = memorySettings(options.bufferBytes, usableMemoryBytes());
  const values = [...settings, ...memory, sockets, ...(options.settings ?? [])];
  const begin = async (): Promise<ChildProcess> => {
    const logged = existsSync(log) ? statSync(log).size : 0;
    const child = launch(home, port, values, log);
    await untilReady(ownerUrl, child, { path: log, from: logged });
    return child;
  };
  const stopKept = keepServer(await begin(), {
    start: async () => {
      await stopOrphan(home.clusterDir);
      return begin();
    },
    stop,
    tell: options.onTrouble ?? (() => undefined),
  });
  return { ...address, ownerUrl, relocatedTo: home.relocatedTo, stop: stopKept };
}

function identity(home: EmbeddedHome) {
  return home.account ? { uid: home.account.uid, gid: home.account.gid } : {};
}

function initialise(home: EmbeddedHome, password: string, log: string): void {
  // A file of the account's own: it may not open the pipe that root made for /dev/stdin.
  const folder = mkdtempSync(join(tmpdir(), "goldseed-"));
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.account)
    for (const path of [folder, passwordFile]) chownSync(path, home.account.uid, home.account.gid);
  const args = [
    "-D",
    home.clusterDir,
    "-U",
    "goldseed_owner",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
  ];
  args.push(
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-instructions",
  );
  const result = spawnSync(join(home.binaryRoot, "bin", "initdb"), args, {
    ...identity(home),
    cwd: home.account ? "/" : process.cwd(),
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" },
  });
  rmSync(folder, { recursive: true, force: true });
  if (result.status === 0) return;
  const said = result.error?.message ?? `${result.stdout}${result.stderr}`.trim();
  writeFileSync(log, said);
  rmSync(join(home.clusterDir, "PG_VERSION"), { force: true });
  throw new GoldseedError(
    "DATA_DIR_UNUSABLE",
    `PostgreSQL 无法在“${home.clusterDir}”建库 / PostgreSQL could not make its cluster in "${home.clusterDir}": ${lastLine(said)}`,
  );
}

function launch(
  home: EmbeddedHome,
  port: number,
  values: readonly string[],
  log: string,
): ChildProcess {
  const args = [
    "-D",
    home.clusterDir,
    "-p",
    String(port),
    ...values.flatMap((value) => ["-c", value]),
  ];
  const output = openSync(log, "a");
  const child = spawn(join(home.binaryRoot, "bin", "postgres"), args, {
    ...identity(home),
    cwd: home.account ? "/" : process.cwd(),
    // Its own process group: Ctrl-C in the terminal must reach the gateway first, which then stops the server.
    detached: true,
    stdio: ["ignore", output, output],
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" },
  });
  closeSync(output);
  // Told by whoever waits for the server; without a listener it would end this process.
  child.once("error", (error) => appendFileSync(log, `FATAL: ${error.message}\n`));
  return child;
}

/** Neither ended, nor killed, nor never begun. */
const isAlive = ({ pid, exitCode, signalCode }: ChildProcess): boolean =>
  pid !== undefined && exitCode === null && signalCode === null;

interface LogPart {
  readonly path: string;
  /** Bytes that were there before. */
  readonly from: number;
}

async function untilReady(url: string, child: ChildProcess, log: LogPart): Promise<void> {
  let deadline = performance.now() + startTimeoutMs;
  let lastError: unknown;
  // Whoever slept past the deadline (a machine that was suspended) still asks once more.
  for (let isLast = false; !isLast && isAlive(child);) {
    isLast = performance.now() >= deadline;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      lastError = error;
      // It recovers from a power cut: stopped now it would have to begin again, and never end.
      if ((error as { code?: string }).code === startingUp) {
        deadline = performance.now() + startTimeoutMs;
        isLast = false;
      }
      await client.end().catch(() => undefined);
      await pause(40);
    }
  }
  child.kill("SIGINT");
  throw new GoldseedError(
    "STORE_UNFIT",
    `内置 PostgreSQL 未能启动 / The embedded PostgreSQL did not start: ${reasonIn(log)} (log: "${log.path}").`,
    { cause: lastError },
  );
}

/** What PostgreSQL says to whoever comes before it is ready. */
const startingUp = "57P03";
const early = /the database system is (?:starting up|not yet accepting connections)/u;

function reasonIn({ path, from }: LogPart): string {
  const said = existsSync(path) ? readFileSync(path).subarray(from).toString("utf8") : "";
  const fatal = said
    .split("\n")
    .findLast((line) => /\b(?:FATAL|PANIC):/u.test(line) && !early.test(line));
  return fatal ?? lastLine(said);
}

async function stop(child: ChildProcess): Promise<void> {
  if (!isAlive(child)) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGINT");
  const forced = setTimeout(() => child.kill("SIGQUIT"), stopTimeoutMs);
  await gone;
  clearTimeout(forced);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";
