/** Secrets are made once, kept, and guarded. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { beforeEach, afterEach, expect, test } from "vitest";

import { loadSecrets } from "../../config/secrets.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldseed-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const path = () => join(folder, "secrets.json");

test("the first call makes them, readable by their owner alone; the next ones read them", () => {
  const made = loadSecrets(folder);
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["secrets.json"]);
  expect(loadSecrets(folder)).toEqual(made);
});

test("no two values are alike, in one folder or in two", () => {
  const other = mkdtempSync(join(folder, "other-"));
  const values = [loadSecrets(folder), loadSecrets(other)].flatMap((one) => [
    one.ownerPassword,
    one.gatewayPassword,
    one.workerPassword,
    one.cursorKey,
    one.demoCityKey,
    one.tokenKey.d,
    one.statementKey.d,
    one.tokenKey.kid,
    one.statementKey.kid,
  ]);
  expect(new Set(values).size).toBe(18);
  for (const value of values) expect(value.length).toBeGreaterThanOrEqual(16);
});

test("a file of an older version gains what is missing and keeps what it has", () => {
  const { demoCityKey: _, ...older } = loadSecrets(folder);
  writeFileSync(path(), JSON.stringify(older));
  const whole = loadSecrets(folder);
  expect(whole).toEqual({ ...older, demoCityKey: expect.stringMatching(/^[\w-]{43}$/) });
  expect(loadSecrets(folder)).toEqual(whole);
  expect(statSync(path()).mode & 0o777).toBe(0o600);
});

test.each([0o640, 0o604, 0o660, 0o644])(
  "a file of mode %o is refused with the command that mends it",
  (mode) => {
    loadSecrets(folder);
    chmodSync(path(), mode);
    expect(() => loadSecrets(folder)).toThrow(`chmod 600 "${path()}"`);
  },
);

test.each(["", "{", "[]", "null", '"text"'])(
  "a damaged file (%j) is refused and left as it is",
  (text) => {
    writeFileSync(path(), text, { mode: 0o600 });
    expect(() => loadSecrets(folder)).toThrow(
      expect.objectContaining({ code: "DATA_DIR_UNUSABLE" }),
    );
    expect(readFileSync(path(), "utf8")).toBe(text);
  },
);

test.each([["postgres", "PG_VERSION"], ["postgres-location"]])(
  "they are not made anew beside a database (%s)",
  (...trace) => {
    mkdirSync(join(folder, "postgres"), { recursive: true });
    writeFileSync(join(folder, ...trace), "18");
    expect(() => loadSecrets(folder)).toThrow("Restore it from a backup");
  },
);
