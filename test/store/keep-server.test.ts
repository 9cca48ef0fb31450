/** A server that ended by itself is started anew, with more patience each time, until somebody stops it. */
import type { ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { keepServer, type ServerTrouble } from "../../store/keep-server.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function fakeServer(): ChildProcess {
  return Object.assign(new EventEmitter(), { exitCode: null, signalCode: null }) as ChildProcess;
}

function kill(server: ChildProcess): void {
  Object.assign(server, { signalCode: "SIGKILL" });
  server.emit("exit");
}

function kept(start: () => Promise<ChildProcess>) {
  const told: ServerTrouble[] = [];
  const stopped: ChildProcess[] = [];
  const first = fakeServer();
  const stop = keepServer(first, {
    start,
    stop: (server) => Promise.resolve(void stopped.push(server)),
    tell: (trouble) => told.push(trouble),
  });
  return { first, stop, told, stopped };
}

test("it is started again, as often as it ends, and the last one is stopped", async () => {
  const servers = [fakeServer(), fakeServer()] as const;
  const start = vi.fn().mockResolvedValueOnce(servers[0]).mockResolvedValueOnce(servers[1]);
  const { first, stop, told, stopped } = kept(start);
  kill(first);
  await vi.advanceTimersByTimeAsync(250);
  kill(servers[0]);
  await vi.advanceTimersByTimeAsync(500);
  expect(told.map(({ level }) => level)).toEqual(["error", "info", "error", "info"]);
  expect(told[0]?.message).toContain("SIGKILL");
  await stop();
  expect(stopped).toEqual([servers[1]]);
});

test("a start that fails is tried again after longer pauses of half a minute at most", async () => {
  const start = vi.fn().mockRejectedValue(new Error("No space left on device"));
  const { first, stop, told, stopped } = kept(start);
  kill(first);
  await vi.advanceTimersByTimeAsync(32_000);
  expect(start).toHaveBeenCalledTimes(7);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(start).toHaveBeenCalledTimes(9);
  expect(told.at(-1)).toEqual({ level: "error", message: "No space left on device" });
  await stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(start).toHaveBeenCalledTimes(9);
  expect(stopped).toEqual([]);
});

test("one that is stopped stays so", async () => {
  const start = vi.fn();
  const { first, stop, stopped, told } = kept(start);
  await stop();
  kill(first);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([stopped, told]).toEqual([[first], []]);
  expect(start).not.toHaveBeenCalled();
});
