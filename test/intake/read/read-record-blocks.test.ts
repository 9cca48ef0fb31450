import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";

import type { Encoding } from "../../../intake/read/file-facts.ts";
import { readRecordBlocks } from "../../../intake/read/read-record-blocks.ts";
import type { SourceRecord } from "../../../intake/read/source-record.ts";
import { CsvSplitter } from "../../../intake/read/split-csv.ts";
import { JsonLinesSplitter } from "../../../intake/read/split-json-lines.ts";
import { csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const folder = fileFolder();

async function recordsOf(content: Uint8Array, encoding: Encoding): Promise<SourceRecord[]> {
  const records: SourceRecord[] = [];
  const path = folder.write("a.csv", content);
  for await (const block of readRecordBlocks(path, { encoding }, new CsvSplitter(","))) {
    records.push(...block.records);
  }
  return records;
}

describe("readRecordBlocks", () => {
  // Over a megabyte, so that characters and rows fall across the borders of what is read at once.
  const rows = Array.from({ length: 6_000 }, (_, i) =>
    rowOf(i, { 经营范围: `第${i}段\n"制造"，销售` }),
  );
  const text = csvOf(rows);

  it.each([
    ["UTF-8", Buffer.from(`\uFEFF${text}`)],
    ["GB18030", iconv.encode(text, "gb18030")],
    ["UTF-16LE", iconv.encode(`\uFEFF${text}`, "utf16le")],
    ["UTF-16BE", iconv.encode(text, "utf16be")],
  ] as const)("reads %s alike, across the borders of blocks", async (encoding, bytes) => {
    const records = await recordsOf(bytes, encoding);
    expect(records).toHaveLength(6_001);
    expect(records[0]?.cells[0]).toBe("企业名称");
    expect(records[6_000]).toMatchObject({ line: 12_000, cells: Object.values(rows[5_999]!) });
  });

  it("marks the records of damaged lines, and those alone", async () => {
    const bytes = Buffer.concat([
      Buffer.from("a,b\n青,岛\n"),
      Buffer.from([0xe9, 0x9d, 0x2c, 0x63, 0x0a]),
      Buffer.from('"x\ny\0z",c\nd,e\n'),
    ]);
    const records = await recordsOf(bytes, "UTF-8");
    expect(records.map(({ line, faults }) => [line, faults.map(({ code }) => code)])).toEqual([
      [1, []],
      [2, []],
      [3, ["ENCODING_WRONG"]],
      [4, ["NUL_BYTE"]],
      [6, []],
    ]);
    expect(records[3]?.cells[0]).toBe("x\ny␀z");
  });
});

describe("JsonLinesSplitter", () => {
  const splitter = new JsonLinesSplitter(["a", "b"]);

  it.each([
    ['{"a":"x","b":"y","c":"z"}', ["x", "y"], []],
    ['{"b":null}', [null, null], []],
    ['{"a":12345678901234567890,"b":true}', ["12345678901234567890", "true"], []],
    ['{"a":"x\\u0000y","b":"\\ud800"}', ["x␀y", "\uFFFD"], []],
    ['{"a":{"x":1},"b":[2]}', [null, null], ["CELL_NOT_PLAIN", "CELL_NOT_PLAIN"]],
    ["[1,2]", [], ["NOT_JSON"]],
    ['{"a":', [], ["NOT_JSON"]],
    ["", [], []],
  ])("reads %s", (text, cells, codes) => {
    const [record] = splitter.push(`${text}\n`, 5);
    expect(record).toMatchObject({ line: 5, cells });
    expect(record?.faults.map(({ code }) => code)).toEqual(codes);
  });
});
