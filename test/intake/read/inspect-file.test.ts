import { mkdirSync } from "node:fs";
import { join } from "node:path";

import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";

import { GoldseedError } from "../../../domain/errors.ts";
import { inspectFile } from "../../../intake/read/inspect-file.ts";
import { csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const folder = fileFolder();
const text = csvOf(Array.from({ length: 40 }, (_, i) => rowOf(i)));
const gb = iconv.encode(text, "gb18030");
const lines = text.split("\r\n");

async function failureOf(path: string): Promise<GoldseedError> {
  const error: unknown = await inspectFile(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof GoldseedError) return error;
  throw new Error(`expected a refusal of ${path}`, { cause: error });
}

describe("inspectFile", () => {
  it.each([
    ["UTF-8", false, Buffer.from(text)],
    ["UTF-8", true, Buffer.from(`\uFEFF${text}`)],
    ["GB18030", false, gb],
    ["UTF-16LE", true, iconv.encode(`\uFEFF${text}`, "utf16le")],
    ["UTF-16LE", false, iconv.encode(text, "utf16le")],
    ["UTF-16BE", true, iconv.encode(`\uFEFF${text}`, "utf16be")],
    ["UTF-16BE", false, iconv.encode(text, "utf16be")],
  ])("states the encoding: %s, marked %s", async (encoding, marked, bytes) => {
    const facts = await inspectFile(folder.write("a.csv", bytes));
    expect(facts).toMatchObject({ encoding, marked, ascii: false, format: "CSV", lines: 41 });
  });

  it("says when a file is ASCII, which every encoding reads alike", async () => {
    const facts = await inspectFile(folder.write("a.csv", "name,code\na,b\n"));
    expect(facts).toMatchObject({ encoding: "UTF-8", ascii: true, lines: 2 });
  });

  it("knows JSON lines by their first character", async () => {
    const facts = await inspectFile(folder.write("a.jsonl", '{"a":"青"}\n{"a":"岛"}'));
    expect(facts).toMatchObject({ format: "JSON_LINES", lines: 2 });
  });

  it("gives the SHA-256 of the bytes", async () => {
    const facts = await inspectFile(folder.write("a.csv", "a,b\n"));
    expect(facts.digest).toBe("5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313");
    expect(facts.bytes).toBe(4);
  });

  it("lets one damaged line of many pass, for the row to be quarantined", async () => {
    const damaged = Buffer.concat([
      Buffer.from(csvOf(Array.from({ length: 200 }, (_, i) => rowOf(i)))),
      Buffer.from([0xe9, 0x9d, 0x0a]),
    ]);
    expect(await inspectFile(folder.write("a.csv", damaged))).toMatchObject({ encoding: "UTF-8" });
  });

  it.each<readonly [title: string, name: string, content: string | Uint8Array, words: RegExp]>([
    ["an empty file", "a.csv", "", /文件为空/],
    ["an encrypted workbook", "a.xlsx", Buffer.from("d0cf11e0a1b11ae1", "hex"), /密|password/],
    ["a PDF", "a.csv", "%PDF-1.7\n", /PDF/],
    ["a page saved as a table", "a.csv", "\uFEFF <html><table>", /网页/],
    ["a right table under a wrong ending", "a.pdf", text, /扩展名与内容不符.*\.csv/],
    ["a file without an ending", "registry", text, /扩展名/],
    ["JSON lines called CSV", "a.csv", '{"a":1}\n', /\.jsonl/],
    ["lines that end in CR alone", "a.csv", "a,b\rc,d\r", /CR/],
    ["a line without end", "a.csv", `a,b\n${"x".repeat(1_100_000)}\n`, /第 2 行超过 1 MB/],
    ["one endless line", "a.csv", "x".repeat(3_000_000), /第 1 行超过 1 MB/],
    ["binary content", "a.csv", Buffer.from("a,b\0\n".repeat(50)), /NUL.*第 1 行/],
    [
      "bytes of no known encoding",
      "a.csv",
      Buffer.from("青,岛\n".repeat(5) + "\xff\xfe\xff,b\n".repeat(5), "latin1"),
      /既不是 UTF-8，也不是 GB18030/,
    ],
    [
      "two encodings in one file",
      "a.csv",
      Buffer.concat([
        Buffer.from(lines.slice(0, 20).join("\n")),
        Buffer.from("\n"),
        iconv.encode(lines.slice(20).join("\n"), "gb18030"),
      ]),
      /混有两种编码：20 行 UTF-8（如第 1 行），21 行 GB18030（如第 21 行）/,
    ],
  ])("refuses %s", async (_, name, content, words) => {
    const error = await failureOf(folder.write(name, content));
    expect(error.code).toBe("FILE_REFUSED");
    expect(error.message).toMatch(words);
  });

  it("says what is wrong with a path", async () => {
    expect(await failureOf(join(folder.path, "none.csv"))).toMatchObject({
      code: "FILE_UNREADABLE",
    });
    mkdirSync(join(folder.path, "folder.csv"));
    expect((await failureOf(join(folder.path, "folder.csv"))).message).toMatch(/不是普通文件/);
    expect((await failureOf("/dev/zero")).message).toMatch(/不是普通文件/);
  });
});
