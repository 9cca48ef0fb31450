import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";

import type { GoldseedError } from "../../../domain/errors.ts";
import { loadDescription } from "../../../intake/describe/load-description.ts";
import { openInput } from "../../../intake/read/open-input.ts";
import { readRecordBlocks } from "../../../intake/read/read-record-blocks.ts";
import { fileFolder, headers, rowOf } from "../kit/registry-rows.ts";

const folder = fileFolder();
const { description } = await loadDescription("registry");
const rows = Array.from({ length: 30 }, (_, i) => rowOf(i));

async function read(content: string | Uint8Array, name = "a.json") {
  const input = await openInput(folder.write(name, content), description);
  const records = [];
  for await (const block of readRecordBlocks(input.path, input, input.header.splitter())) {
    records.push(...block.records);
  }
  await input.close();
  return { facts: input.facts, records };
}

const cells = rows.map((row) => headers.map((header) => row[header]));
const pretty = JSON.stringify(rows, null, 2);

describe("a JSON list", () => {
  it.each([
    ["on one line", "UTF-8", Buffer.from(JSON.stringify(rows))],
    ["written out", "UTF-8", Buffer.from(pretty)],
    ["with a mark", "UTF-8", Buffer.from(`\uFEFF ${pretty}`)],
    ["in GB18030", "GB18030", iconv.encode(pretty, "gb18030")],
    ["in UTF-16", "UTF-16LE", iconv.encode(`\uFEFF${pretty}`, "utf16le")],
  ])("is read element by element: %s", async (_, encoding, bytes) => {
    const { facts, records } = await read(bytes);
    expect(facts).toMatchObject({ format: "JSON_ARRAY", encoding, lines: 30 });
    expect(records.map((record) => record.cells)).toEqual(cells);
    expect(records.map(({ line }) => line)).toEqual(rows.map((_row, i) => i + 1));
  });

  it("keeps brackets, quotes and line separators of its texts", async () => {
    const name = '甲 ] } , " \\ \u2028 [{ 公司';
    const { records } = await read(JSON.stringify([rowOf(0, { 企业名称: name })]));
    expect(records[0]?.cells[0]).toBe(name);
  });

  it("quarantines an element that is no object, and reads the next", async () => {
    const one = JSON.stringify(rows[0]);
    const { records } = await read(`[${one}, 5, ,{"a":"x\ny"}, ${one}]`);
    expect(records.map(({ faults }) => faults.map(({ code }) => code))).toEqual([
      [],
      ["NOT_JSON"],
      ["NOT_JSON"],
      ["NOT_JSON"],
      [],
    ]);
  });

  it("quarantines a described name that turns up late, and passes over one that is not described", async () => {
    const { 经营范围: _, ...without } = rowOf(0);
    const many = Array.from({ length: 1_100 }, () => without);
    const late = [
      { ...without, 主体状态: "存续", 备注: "x" },
      { ...without, 备注: "x" },
    ];
    const { records } = await read(JSON.stringify([rowOf(1), ...many, ...late]));
    expect(records.slice(-2).map(({ faults }) => faults)).toMatchObject([
      [{ code: "NAME_LATE", column: "主体状态", value: "存续" }],
      [],
    ]);
  });

  it.each([
    ["breaks off", `[{"a":1},{"b"`, /第 2 个元素处中断/],
    ["goes on behind its end", `[{"a":1}] [2]`, /结束后还有内容/],
    ["has an endless element", `[{"a":"${"x".repeat(2_000_000)}"}]`, /超过 1 MB/],
    ["is in no known encoding", Buffer.from([0x5b, 0x22, 0xff, 0xff, 0x22, 0x5d]), /既不是 UTF-8/],
    ["has no element", "[]", /空列表，没有记录/],
  ])("is refused when it %s", async (_, content, words) => {
    const error = await read(content).then(
      () => expect.fail("it was read"),
      (reason: unknown) => reason as GoldseedError,
    );
    expect(error.code).toBe("FILE_REFUSED");
    expect(error.message).toMatch(words);
  });
});
