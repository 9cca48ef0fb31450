/** Lines come out whole whatever the pieces they arrive in. */
import { expect, test } from "vitest";

import { readLines } from "../../lib/read-lines.ts";

async function linesOf(...pieces: (string | Uint8Array)[]): Promise<string[]> {
  async function* stream() {
    yield* pieces;
  }
  const lines: string[] = [];
  for await (const line of readLines(stream())) lines.push(line);
  return lines;
}

test("joins a line cut in two and drops carriage returns", async () => {
  expect(await linesOf("a", "b\r\nc\n", "d")).toEqual(["ab", "c", "d"]);
});

test("joins a character cut in two", async () => {
  const bytes = new TextEncoder().encode("\u4e00\n\u4e8c");
  expect(await linesOf(bytes.slice(0, 2), bytes.slice(2, 5), bytes.slice(5))).toEqual([
    "\u4e00",
    "\u4e8c",
  ]);
});

test("keeps blank lines, and U+2028 inside a line", async () => {
  expect(await linesOf("a\n\nb\u2028c\n")).toEqual(["a", "", "b\u2028c"]);
});

test("gives nothing for nothing", async () => {
  expect(await linesOf()).toEqual([]);
});
