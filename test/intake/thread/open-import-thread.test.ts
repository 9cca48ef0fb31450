/** A thread that breaks takes its own jobs along, and none of the thread that comes after it. */
import { EventEmitter } from "node:events";
import type { Worker } from "node:worker_threads";

import { expect, test } from "vitest";

import { openImportThread } from "../../../intake/thread/open-import-thread.ts";

class SilentThread extends EventEmitter {
  readonly unref = () => undefined;
  readonly postMessage = () => undefined;
}

test("a job that is given between a thread's failure and its end is the next thread's", async () => {
  const opened: SilentThread[] = [];
  const thread = openImportThread("", () => {
    const silent = new SilentThread();
    opened.push(silent);
    return silent as unknown as Worker;
  });
  const lost = thread.prepare({});
  opened[0]?.emit("error", new Error("out of memory"));
  await expect(lost).rejects.toThrow("out of memory");
  const next = thread.prepare({});
  opened[0]?.emit("exit", 1);
  opened[1]?.emit("message", { id: 2, outcome: "ready" });
  await expect(next).resolves.toBe("ready");
  const after = thread.prepare({});
  opened[1]?.emit("exit", 0);
  await expect(after).rejects.toMatchObject({ code: "DB_UNAVAILABLE" });
  expect(opened).toHaveLength(2);
});
