/** Waits for the end of a long-running command: a signal, or an error that nobody has met. */

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
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.on(signal, () =>
        end({
          text: "正在停止，再按一次立即退出 / stopping; once more to end at once",
          exitCode: 0,
        }),
      );
    for (const event of ["uncaughtException", "unhandledRejection"] as const)
      process.on(event, (error: unknown) => {
        process.stderr.write(`goldseed: ${error instanceof Error ? error.stack : String(error)}\n`);
        end({ text: "出现意外错误，正在停止 / an unexpected error: stopping", exitCode: 1 });
      });
  });
}
