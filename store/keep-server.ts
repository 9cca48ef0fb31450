/**
 * Starts an embedded server anew that ended without being asked to: killed for its memory, or by a PANIC on a full disk.
 * It has the same port and socket again, so that pools find it by themselves; nobody is to be woken for it.
 */
import type { ChildProcess } from "node:child_process";

export interface ServerTrouble {
  readonly level: "error" | "info";
  readonly message: string;
}

export interface KeepOptions {
  /** Starts it and waits until it answers. */
  readonly start: () => Promise<ChildProcess>;
  readonly stop: (server: ChildProcess) => Promise<void>;
  readonly tell: (trouble: ServerTrouble) => void;
}

const firstPauseMs = 250;
const longestPauseMs = 30_000;
/** One that lived this long did not die of its start. */
const soundAfterMs = 60_000;

/** @param server that answers. @returns ends it, and the watch over it. */
export function keepServer(
  server: ChildProcess,
  { start, stop, tell }: KeepOptions,
): () => Promise<void> {
  const stopping = new AbortController();
  let current: ChildProcess | null = server;
  let restarting = Promise.resolve();
  let pauseMs = firstPauseMs;

  const watch = (watched: ChildProcess) => {
    const since = performance.now();
    const onEnd = () => {
      if (stopping.signal.aborted) return;
      const { exitCode, signalCode } = watched;
      current = null;
      if (performance.now() - since > soundAfterMs) pauseMs = firstPauseMs;
      tell({
        level: "error",
        message: `内置数据库意外结束，正在重新启动 / the embedded database ended by itself (${signalCode ?? `exit code ${exitCode}`}) and is started again`,
      });
      restarting = restart();
    };
    if (hasEnded(watched)) onEnd();
    else watched.once("exit", onEnd);
  };

  const restart = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await pause(pauseMs, stopping.signal);
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
      if (stopping.signal.aborted) return;
      try {
        current = await start();
        tell({ level: "info", message: "内置数据库已恢复 / the embedded database answers again" });
        return watch(current);
      } catch (error) {
        tell({ level: "error", message: error instanceof Error ? error.message : String(error) });
      }
    }
  };

  watch(server);
  return async () => {
    stopping.abort();
    await restarting;
    if (current !== null) await stop(current);
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** Resolves early when it is not worth waiting any more. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
