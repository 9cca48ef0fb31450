/** A contender: a process of its own on Node 24, told by its environment what to serve, telling its port on one line. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Contender {
  readonly port: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const peerFolder = fileURLToPath(new URL("../peers/postgraphile/", import.meta.url));
/** As the program itself is loaded. */
const reader = new URL("../../lib/read-typescript.mjs", import.meta.url).href;
const nodeBinary = `${peerFolder}node_modules/.bin/node`;

/** The peer's packages and Node 24 itself, from their own lock file, on first use. */
export function installPeers(): void {
  if (existsSync(nodeBinary)) return;
  process.stderr.write("bench: installing bench/peers/postgraphile\n");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: peerFolder,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error(`npm ci failed in ${peerFolder}: see above.`);
}

export function nodeVersionOfContenders(): string {
  return spawnSync(nodeBinary, ["--version"], { encoding: "utf8" }).stdout.trim();
}

const startTimeoutMs = 60_000;

/** @param script relative to bench/. @param node the binary that runs it, Node 24 of the peers when left out. */
export async function startContender(
  script: string,
  environment: Readonly<Record<string, string>>,
  node: string = nodeBinary,
): Promise<Contender> {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const child = spawn(node, [...(script.endsWith(".ts") ? ["--import", reader] : []), path], {
    env: { ...process.env, NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await portOf(child, script);
  const stop = async () => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  };
  return { port, pid: child.pid ?? 0, stop };
}

function portOf(child: ChildProcess, script: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${script} does not listen.`)), startTimeoutMs);
    let said = "";
    child.stdout?.on("data", (part: Buffer) => {
      said += part.toString();
      const port = /"port":(\d+)/u.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      resolve(Number(port));
    });
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}: ${said}`)));
  });
}
