/** A folder for the files of one test file, gone when the file has ended. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll } from "vitest";

/** Called at the top of a test file, where hooks can be set. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "goldseed-test-file-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
