/** A file that a command gives out is its owner's, and a path that will not do is told before anything is read. */
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { finished } from "node:stream/promises";

import { afterAll, expect, test } from "vitest";

import { openOutFile } from "../../cli/open-out-file.ts";

const folder = mkdtempSync(join(tmpdir(), "goldseed-out-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("what is written is there, for the owner alone", async () => {
  const path = join(folder, "rows.csv");
  const file = await openOutFile(path);
  file.end("一行\n");
  await finished(file);
  expect(await text(createReadStream(path))).toBe("一行\n");
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test.each([
  ["a folder that is not there", join(folder, "none", "rows.csv"), "ENOENT"],
  ["a folder", folder, "EISDIR"],
])("%s is told with the path and the reason", async (_title, path, reason) => {
  await expect(openOutFile(path)).rejects.toMatchObject({
    code: "FILE_UNWRITABLE",
    message: expect.stringContaining(`"${path}" cannot be written (${reason})`) as string,
  });
});
