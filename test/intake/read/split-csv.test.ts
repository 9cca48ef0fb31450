import { describe, expect, it } from "vitest";

import { CsvSplitter } from "../../../intake/read/split-csv.ts";

/** Line, cells or `null` for a record that could not be taken apart. */
type Expected = readonly (readonly [line: number, cells: readonly string[] | null])[];

function split(text: string, delimiter = ","): Expected {
  const splitter = new CsvSplitter(delimiter);
  return [...splitter.push(text, 1), ...splitter.end()].map(({ line, cells, text: whole }) => [
    line,
    whole === undefined ? (cells as string[]) : null,
  ]);
}

const cases: readonly (readonly [title: string, text: string, expected: Expected])[] = [
  [
    "plain rows",
    "a,b\nc,d\n",
    [
      [1, ["a", "b"]],
      [2, ["c", "d"]],
    ],
  ],
  [
    "CRLF and a last line without an end",
    "a,b\r\nc,d",
    [
      [1, ["a", "b"]],
      [2, ["c", "d"]],
    ],
  ],
  ["empty cells", ",,\n", [[1, ["", "", ""]]]],
  ["a quoted delimiter", 'a,"1,000(万)",c\n', [[1, ["a", "1,000(万)", "c"]]]],
  ["a doubled quote", 'a,"b ""c"" d"\n', [[1, ["a", 'b "c" d']]]],
  ["an empty quoted cell", 'a,"",c\n', [[1, ["a", "", "c"]]]],
  ["a quoted cell at the end of the file", 'a,"b"', [[1, ["a", "b"]]]],
  [
    "blanks behind a closing quote",
    '"a" ,"b" \r\nc,d\n',
    [
      [1, ["a", "b"]],
      [2, ["c", "d"]],
    ],
  ],
  [
    "a cell over three lines, and the next row's line",
    'a,"x\ny\nz",c\nd,e,f\n',
    [
      [1, ["a", "x\ny\nz", "c"]],
      [4, ["d", "e", "f"]],
    ],
  ],
  ["a quote inside an unquoted cell", 'a,5" 管,c\n', [[1, ["a", '5" 管', "c"]]]],
  [
    "an unclosed quote, and all rows behind it",
    'a,"5,000(万美元),c\nd,"1,000",f\ng,h,i\n',
    [
      [1, null],
      [2, ["d", "1,000", "f"]],
      [3, ["g", "h", "i"]],
    ],
  ],
  [
    "text behind a closing quote",
    '"a"b,c\nd,e\n',
    [
      [1, null],
      [2, ["d", "e"]],
    ],
  ],
  [
    "an unclosed quote on the last line",
    'a,b\nc,"d\n',
    [
      [1, ["a", "b"]],
      [2, null],
    ],
  ],
];

describe("CsvSplitter", () => {
  it.each(cases)("reads %s", (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("reads tabs as delimiters, between quotes and at a row's end", () => {
    expect(split('"a"\t"b"\t\nc\td\te\n', "\t")).toEqual([
      [1, ["a", "b", ""]],
      [2, ["c", "d", "e"]],
    ]);
  });

  it("keeps the text of a record that it could not take apart", () => {
    const splitter = new CsvSplitter(",");
    const [record] = [...splitter.push('a,"b"c,d\r\n', 7)];
    expect(record).toMatchObject({ line: 7, text: 'a,"b"c,d', faults: [{ code: "QUOTE_BROKEN" }] });
  });

  it("gives up on a quoted cell longer than any record, and not on the rows behind it", () => {
    const text = `a,"${"x".repeat(70_000)}\nb,c\n`;
    expect(split(text)).toEqual([
      [1, null],
      [2, ["b", "c"]],
    ]);
  });
});
