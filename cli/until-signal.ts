/** Waits for the end of a long-running command: a signal, or an error that nobody has met. */

import { isRunByNpm } from "../config/is-run-by-npm.ts";

export interface EndReason {
  readonly text: string;
  readonly exitCode: number;
}

/**
 * Resolves once; from then on the command stops in order. A second Ctrl-C ends the process at once, for whoever does
 * not want to wait. An error that nobody has met is not survived: what it left behind is not known.
 */
export function untilSignal(): Promise<EndReason> {
  return new Promise((resolve) => {
    let ending = false;
    const end = (reason: EndReason) => {
      if (ending) process.exit(reason.exitCode === 0 ? 130 : reason.exitCode);
      ending = true;
      resolve(reason);
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => end(stopped));
    if (isRunByNpm()) onOrphaned(() => end(stopped));
    for (const event of ["uncaughtException", "unhandledRejection"] as const)
      process.on(event, (error: unknown) => {
        process.stderr.write(`goldseed: ${error instanceof Error ? error.stack : String(error)}\n`);
        end({ text: "出现意外错误，正在停止 / an unexpected error: stopping", exitCode: 1 });
      });
  });
}

const stopped: EndReason = {
  text: "正在停止，再按一次立即退出 / stopping; once more to end at once",
  exitCode: 0,
};

const lookMs = 500;

/**
 * npm hands SIGTERM to its shell, which ends by it and tells nobody: a service manager that stopped `npm start` would
 * leave everything running. Ctrl-C reaches all of them and needs none of this.
 */
function onOrphaned(tell: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    tell();
  }, lookMs);
  looking.unref();
}
