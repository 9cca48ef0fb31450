/** The last resort, in real processes: an error that nobody has met is told, the work is ended in order, the code is not 0. */
import { spawn } from "node:child_process";
import { once } from "node:events";

import { expect, test } from "vitest";

const module = new URL("../../cli/until-signal.ts", import.meta.url).href;
/** Serves until it is told to end, and then says that it has ended in order. */
const script = (happens: string) => `
  import { untilSignal } from "${module}";
  const ending = untilSignal();
  const serving = setInterval(() => undefined, 1_000);
  setTimeout(() => { ${happens} }, 10);
  const { exitCode } = await ending;
  clearInterval(serving);
  console.log("drained");
  process.exitCode = exitCode;`;

test.each([
  ["a rejection", "void Promise.reject(new Error('nobody met me'))", 1],
  ["an exception", "throw new Error('nobody met me')", 1],
  ["a signal", "process.kill(process.pid, 'SIGTERM')", 0],
] as const)("%s ends it in order", async (_name, happens, code) => {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", script(happens)],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let [out, err] = ["", ""];
  child.stdout.on("data", (piece: Buffer) => (out += piece.toString()));
  child.stderr.on("data", (piece: Buffer) => (err += piece.toString()));
  const [exitCode] = (await once(child, "close")) as [number];
  expect([exitCode, out]).toEqual([code, "drained\n"]);
  if (code === 1) expect(err).toContain("nobody met me");
});

test("the end of npm's shell ends it in order: it passes no signal on", async () => {
  const program = script("console.log(process.pid)");
  const shell = spawn(
    "sh",
    ["-c", `"$0" --import tsx --input-type=module -e "$1"; true`, process.execPath, program],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, npm_lifecycle_event: "start" } },
  );
  let out = "";
  shell.stdout.on("data", (piece: Buffer) => {
    if (out === "") shell.kill("SIGTERM");
    out += piece.toString();
  });
  await once(shell, "close");
  expect(out).toMatch(/^\d+\ndrained\n$/u);
});
