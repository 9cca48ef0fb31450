/** The data folder is made, or refused with the reason and the way out. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { prepareDataFolder } from "../../config/data-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "goldseed-folder-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const isRoot = process.getuid?.() === 0;

test("a folder that is missing is made with its parents, closed to readers", () => {
  const path = join(folder, "a", "b");
  prepareDataFolder(path);
  // Under root the database's account passes through.
  expect(statSync(path).mode & 0o777).toBe(isRoot ? 0o711 : 0o700);
  expect(readdirSync(path)).toEqual([]);
});

test("a folder that is there is left as it is", () => {
  const path = join(folder, "there");
  mkdirSync(path, { mode: 0o750 });
  writeFileSync(join(path, "file"), "");
  prepareDataFolder(path);
  expect(statSync(path).mode & 0o777).toBe(0o750);
  expect(readdirSync(path)).toEqual(["file"]);
});

test.each([
  ["a file", () => file("f1"), "a file of that name stands in its place"],
  ["below a file", () => join(file("f2"), "x"), "a part of the path is a file"],
  ["too long", () => join(folder, "x".repeat(300)), "the path is too long"],
  ["a broken link", brokenLink, "a file of that name stands in its place"],
])("a path that is %s is refused", (_what, path, reason) => {
  expect(() => prepareDataFolder(path())).toThrow(
    expect.objectContaining({ code: "DATA_DIR_UNUSABLE" }),
  );
  expect(() => prepareDataFolder(path())).toThrow(reason);
  expect(() => prepareDataFolder(path())).toThrow("GOLDSEED_DATA_DIR");
});

test.skipIf(isRoot)("a folder without the right to write is refused", () => {
  const path = join(folder, "closed");
  mkdirSync(path);
  chmodSync(path, 0o500);
  expect(() => prepareDataFolder(path)).toThrow("this account may not write there");
});

test.skipIf(!existsSync("/proc/self"))(
  "a path that the system refuses to make ends with an error, not with a hang",
  () => {
    expect(() => prepareDataFolder("/proc/goldseed/data")).toThrow(
      expect.objectContaining({ code: "DATA_DIR_UNUSABLE" }),
    );
  },
);

function file(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, "");
  return path;
}

function brokenLink(): string {
  const path = join(folder, "link");
  rmSync(path, { force: true });
  symlinkSync(join(folder, "nowhere"), path);
  return path;
}
