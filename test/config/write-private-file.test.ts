/** A private file is whole or not there, and the first of two writers wins where it should. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import {
  readRuntime,
  removeRuntime,
  type Runtime,
  writeRuntime,
} from "../../config/runtime-file.ts";
import { writePrivateFile } from "../../config/write-private-file.ts";

const folder = mkdtempSync(join(tmpdir(), "goldseed-private-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("without replacing, the first text stays", () => {
  const path = join(folder, "first");
  expect(writePrivateFile(path, "one", false)).toBe(true);
  expect(writePrivateFile(path, "two", false)).toBe(false);
  expect(readFileSync(path, "utf8")).toBe("one");
});

test("replacing gives the new text the right mode, whatever the old one had", () => {
  const path = join(folder, "open");
  writeFileSync(path, "one", { mode: 0o666 });
  expect(writePrivateFile(path, "two", true)).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("two");
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("no part is left behind", () => {
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("what runs in a folder is read back, and is null before, after, and when the file is damaged", () => {
  const runtime: Runtime = {
    processId: 1,
    databasePort: 2,
    databaseSocketFolder: "/a folder",
    graphqlUrl: null,
    demoCityUrl: null,
  };
  expect(readRuntime(folder)).toBeNull();
  writeRuntime(folder, runtime);
  expect(readRuntime(folder)).toEqual(runtime);
  writeFileSync(join(folder, "runtime.json"), "{");
  expect(readRuntime(folder)).toBeNull();
  removeRuntime(folder);
  removeRuntime(folder);
  expect(readRuntime(folder)).toBeNull();
});
