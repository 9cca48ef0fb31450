import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CsvSplitter } from "../../../intake/read/split-csv.ts";

const cell = fc.string({
  unit: fc.constantFrom("a", "青", ",", '"', "\n", "\r\n", " ", "'"),
  maxLength: 8,
});
const row = fc.array(cell, { minLength: 2, maxLength: 5 });

const written = (rows: readonly string[][]): string =>
  rows
    .map((cells) => `${cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")}\n`)
    .join("");

/** Pushes whole lines, cut anywhere between two lines. */
function splitInPieces(text: string, cuts: readonly boolean[]) {
  const splitter = new CsvSplitter(",");
  const records = [];
  let piece = "";
  let first = 1;
  let line = 1;
  for (const [i, one] of text.split(/(?<=\n)/).entries()) {
    piece += one;
    line++;
    if (!cuts[i % Math.max(1, cuts.length)]) continue;
    records.push(...splitter.push(piece, first));
    [piece, first] = ["", line];
  }
  if (piece !== "") records.push(...splitter.push(piece, first));
  return [...records, ...splitter.end()];
}

describe("CsvSplitter", () => {
  it("reads back whatever was written, however it arrives", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.array(fc.boolean()), (rows, cuts) => {
        const records = splitInPieces(written(rows), cuts);
        expect(records.map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it("accounts for every line of any text, each at its own number", () => {
    const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n"), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(fc.boolean()), (content, cuts) => {
        const lines = content.split("\n");
        const seen = splitInPieces(content, cuts).flatMap(({ line, cells, text: whole }) => {
          const taken = whole === undefined ? cells.join("").split("\n").length : 1;
          return Array.from({ length: taken }, (_, i) => line + i);
        });
        const expected = lines.length - (content.endsWith("\n") || content === "" ? 1 : 0);
        expect(seen).toEqual(Array.from({ length: expected }, (_, i) => i + 1));
      }),
      { numRuns: 1_000 },
    );
  });
});
