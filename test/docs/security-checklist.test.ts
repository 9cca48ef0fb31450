/** The checklist names what is there: each row once, the files that hold it, the tests that prove it by words they contain. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const rows = readFileSync(`${root}docs/security-checklist.md`, "utf8")
  .split("\n")
  .filter((line) => /^\| A\d/u.test(line))
  .map((line) => line.split(" | ").map((cell) => cell.replaceAll(/^\| | \|$/gu, "")))
  .map(([id = "", what = "", held = "", proven = ""]) => ({ id, what, held, proven }));

/** Rows of each part of the reference. */
const parts = { A1: 18, A2: 15, A3: 17, A4: 7, A5: 9, A6: 7, A7: 9, A8: 10 };
const proofs = rows.flatMap(({ id, proven }) =>
  proven === "–"
    ? []
    : proven.split("<br>").map((proof) => {
        const [, file = "", words = ""] = /^`([^`]+)`: (.+)$/u.exec(proof) ?? [];
        return { id, file, words };
      }),
);

test("every row of the reference stands in it once", () => {
  const expected = Object.entries(parts).flatMap(([part, count]) =>
    Array.from({ length: count }, (_, index) => `${part}.${index + 1}`),
  );
  expect(rows.map(({ id }) => id)).toEqual(expected);
});

test("what holds a row is there", () => {
  const named = rows.flatMap(({ held }) =>
    [...held.matchAll(/`([^`]+)`/gu)].map(([, path]) => path),
  );
  expect(named.length).toBeGreaterThan(90);
  expect(named.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
});

test("each test that is named is there", () => {
  expect(proofs.length).toBeGreaterThan(120);
  const gone = proofs.filter(
    ({ file, words }) =>
      words === "" ||
      !existsSync(`${root}${file}`) ||
      !readFileSync(`${root}${file}`, "utf8").includes(words),
  );
  expect(gone).toEqual([]);
});

test("a row without a test says what is open", () => {
  const unproven = rows.filter(({ proven }) => proven === "–");
  expect(unproven.filter(({ id, what }) => !/\bopen\b/u.test(what) && id !== "A4.7")).toEqual([]);
  expect(unproven.length).toBeLessThanOrEqual(2);
});

test("nothing of ours accepts a certificate that does not hold", () => {
  const wrong = ["cli", "config", "gateway", "intake", "cultivation", "sync", "store"].flatMap(
    (folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/u.test(name))
        .filter((name) =>
          /rejectUnauthorized:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/u.test(
            readFileSync(`${root}${folder}/${name}`, "utf8"),
          ),
        )
        .map((name) => `${folder}/${name}`),
  );
  expect(wrong).toEqual([]);
});
