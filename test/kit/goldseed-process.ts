/** Runs the real command line in processes of its own, away from the settings of whoever runs the tests. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../cli/goldseed.mjs", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Env = Readonly<Record<string, string>>;

/** Runs one command to its end. @param input for its standard input. */
export async function goldseed(args: readonly string[], env: Env, input = ""): Promise<Ended> {
  const child = launch(args, env);
  const output = { stdout: "", stderr: "" };
  child.stdout?.on("data", (part: Buffer) => (output.stdout += part.toString("utf8")));
  child.stderr?.on("data", (part: Buffer) => (output.stderr += part.toString("utf8")));
  child.stdin?.end(input);
  const code = await exitOf(child);
  return { code, ...output };
}

/** One command that is ended in its middle. @returns its exit code. */
export async function interrupted(
  args: readonly string[],
  env: Env,
  { by, when }: { readonly by: NodeJS.Signals; readonly when: () => Promise<void> },
): Promise<number | null> {
  const child = launch(args, env);
  child.stdin?.end();
  const exited = exitOf(child);
  await when();
  child.kill(by);
  return exited;
}

export interface ReadyEvent {
  readonly graphqlUrl: string;
  readonly graphiqlUrl: string;
  readonly cityUrl: string | null;
  readonly tokens: readonly { readonly tier: string; readonly token: string }[];
}

export interface RunningGoldseed {
  readonly ready: ReadyEvent;
  readonly events: readonly Record<string, unknown>[];
  readonly processId: number;
  /** @returns the exit code, and how long it took in milliseconds. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<{ code: number | null; ms: number }>;
}

/** `goldseed start --json …`, resolved when it serves. Rejects with its words when it ends before. */
export async function startGoldseed(args: readonly string[], env: Env): Promise<RunningGoldseed> {
  const child = launch(["start", "--json", ...args], { PORT: "0", ...env });
  const events: Record<string, unknown>[] = [];
  let stderr = "";
  child.stderr?.on("data", (part: Buffer) => (stderr += part.toString("utf8")));
  child.stdin?.end();
  const exited = exitOf(child);
  const ready = await new Promise<ReadyEvent>((resolve, reject) => {
    void exited.then((code) => reject(new Error(`goldseed start ended with ${code}: ${stderr}`)));
    if (child.stdout)
      createInterface({ input: child.stdout }).on("line", (line) => {
        const event = JSON.parse(line) as Record<string, unknown>;
        events.push(event);
        if (event["event"] === "ready") resolve(event as unknown as ReadyEvent);
      });
  });
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    const startedAt = performance.now();
    child.kill(signal);
    return { code: await exited, ms: performance.now() - startedAt };
  };
  return { ready, events, processId: child.pid ?? 0, stop };
}

function launch(args: readonly string[], env: Env): ChildProcess {
  const { PATH = "", HOME = "", TMPDIR } = process.env;
  // Several run beside each other, on stores of a few enterprises: a quarter of the memory is not theirs.
  const small = { EMBEDDED_BUFFER_BYTES: "134217728" };
  const own = { PATH, HOME, ...small, ...(TMPDIR === undefined ? {} : { TMPDIR }) };
  return spawn(process.execPath, [program, ...args], { env: { ...own, ...env }, stdio: "pipe" });
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("close", (code) => resolve(code)));
}
