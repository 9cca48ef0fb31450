/** The share of a machine's memory that the embedded database takes. */
import { totalmem } from "node:os";

import { describe, expect, test } from "vitest";

import { bufferBytesFor, memorySettings, usableMemoryBytes } from "../../store/embedded-memory.ts";

const megabytes = (count: number) => count * 1024 * 1024;

describe("the pages that the embedded database keeps", () => {
  test.each([
    ["a container of 256 MB", 256, 128],
    ["a container of 512 MB", 512, 128],
    ["1 GB", 1_024, 256],
    ["a machine that tells an odd size", 24_105.4, 6_026],
    ["32 GB", 32_768, 8_192],
    ["a server of 512 GB", 524_288, 8_192],
  ])("%s: %d MB give %d", (_, memory, expected) => {
    expect(bufferBytesFor(megabytes(memory))).toBe(megabytes(expected));
  });

  test("are told to the planner with half of the memory, never less than the server keeps itself", () => {
    expect(memorySettings(megabytes(256), megabytes(1_024))).toEqual([
      "shared_buffers=262144kB",
      "effective_cache_size=524288kB",
    ]);
    expect(memorySettings(megabytes(900), megabytes(1_024))[1]).toBe(
      "effective_cache_size=921600kB",
    );
  });

  test("are a share of what this process may have, which is no more than the machine has", () => {
    expect(usableMemoryBytes()).toBeGreaterThan(megabytes(64));
    expect(usableMemoryBytes()).toBeLessThanOrEqual(totalmem());
  });
});
