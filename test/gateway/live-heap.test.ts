/** What is held is told as of the last full collection. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { afterAll, expect, test, vi } from "vitest";

import { LiveHeap } from "../../gateway/server/live-heap.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as (options?: { type: "minor" }) => void;

const heap = new LiveHeap();
afterAll(() => heap.stop());

const heldBytes = 64e6;
const objects = () => Array.from({ length: heldBytes / 64 }, (_, i) => ({ i, next: null }));

/** As of a collection that has not been told of yet. */
const afterFull = async (): Promise<number> => {
  heap.bytes = null;
  collect();
  await vi.waitFor(() => expect(heap.bytes).not.toBeNull(), { timeout: 20_000 });
  return heap.bytes ?? 0;
};

test("garbage is not told, what is held is", async () => {
  const before = await afterFull();
  objects();
  expect((await afterFull()) - before).toBeLessThan(heldBytes / 4);
  const held = objects();
  expect((await afterFull()) - before).toBeGreaterThan(heldBytes / 2);
  expect(held).toHaveLength(heldBytes / 64);
});

test("a collection of the young alone tells nothing", async () => {
  heap.bytes = null;
  collect({ type: "minor" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heap.bytes).toBeNull();
});

test("it is below the limit", async () => {
  expect(await afterFull()).toBeLessThan(heap.limitBytes);
});
