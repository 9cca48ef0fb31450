import { describe, expect, it } from "vitest";

import { GoldseedError } from "../../../domain/errors.ts";
import { loadDescription } from "../../../intake/describe/load-description.ts";
import { openInput } from "../../../intake/read/open-input.ts";
import { readRecordBlocks } from "../../../intake/read/read-record-blocks.ts";
import { isDateFormat } from "../../../intake/read/xlsx/date-styles.ts";
import { fileFolder, headers, rowOf } from "../kit/registry-rows.ts";
import { sheetOf, sheetXml, workbookOf } from "../kit/workbook-of.ts";
import { zipOf } from "../kit/zip-of.ts";

const folder = fileFolder();
const { description } = await loadDescription("registry");

const cellsOf = (i: number) => headers.map((header) => rowOf(i)[header]);
const header = sheetOf([headers]).replace(/^.*<sheetData>|<\/sheetData>.*$/g, "");

async function read(bytes: Uint8Array, name = "a.xlsx") {
  const input = await openInput(folder.write(name, bytes), description);
  const records = [];
  try {
    for await (const block of readRecordBlocks(input.path, input, input.header.splitter())) {
      records.push(...block.records.filter(({ line }) => line > input.header.line));
    }
  } finally {
    await input.close();
  }
  return { facts: input.facts, header: input.header, records };
}

const refusalOf = (bytes: Uint8Array, name?: string) =>
  read(bytes, name).then(
    () => expect.fail("it was read"),
    (error: unknown) => error as GoldseedError,
  );

/** One row behind the header whose first cells are as given. */
const oneRow = async (cells: string, more: Partial<Parameters<typeof workbookOf>[0]> = {}) => {
  const xml = sheetXml(`${header}<row r="2">${cells}</row>`);
  const { records } = await read(workbookOf({ sheets: [{ title: "表", xml }], ...more }));
  return records[0]?.cells;
};

const styles = (code: string) =>
  `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="22"/><xf numFmtId="31"/></cellXfs></styleSheet>`;

describe("a workbook", () => {
  it("is read row by row, with the numbers of the spreadsheet", async () => {
    const xml = sheetXml(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>市场主体名录</t></is></c></row>${header.replaceAll('r="1"', 'r="3"').replaceAll(/([A-I])1"/g, '$13"')}<row r="7"><c r="A7" t="inlineStr"><is><t>甲公司</t></is></c></row>`,
    );
    const {
      facts,
      header: found,
      records,
    } = await read(workbookOf({ sheets: [{ title: "名录", xml }] }));
    expect(facts).toMatchObject({ format: "XLSX", encoding: "UTF-8", sheet: "名录", lines: 7 });
    expect(found).toMatchObject({ line: 3, names: headers, delimiter: null });
    expect(records.filter(({ cells }) => cells.length > 0)).toMatchObject([
      { line: 7, cells: ["甲公司"] },
    ]);
  });

  it("takes the visible sheet that fits best", async () => {
    const right = sheetOf([headers, cellsOf(1)]);
    const { facts, records } = await read(
      workbookOf({
        sheets: [
          { title: "说明", xml: sheetOf([["填表说明"], ["企业名称"]]) },
          { title: "旧表", xml: right, hidden: true },
          { title: "数据", xml: right },
        ],
      }),
    );
    expect(facts.sheet).toBe("数据");
    expect(records[0]?.cells).toEqual(cellsOf(1));
  });

  it.each([
    ["a shared text", '<c r="A2" t="s"><v>1</v></c>', ["乙&公司"]],
    [
      "rich text in runs",
      '<c r="A2" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>音</t></rPh></is></c>',
      ["甲乙"],
    ],
    ["a cell behind empty ones", '<c r="C2"><v>5</v></c>', [null, null, "5"]],
    ["cells without references", "<c><v>1</v></c><c><v>2</v></c>", ["1", "2"]],
    ["a long number as written", '<c r="A2"><v>20000.00000000000001</v></c>', ["20000"]],
    ["a double of 17 digits as typed", '<c r="A2"><v>0.10000000000000001</v></c>', ["0.1"]],
    [
      "a rounded code as it stands",
      '<c r="A2"><v>9.1370211567711E+17</v></c>',
      ["9.1370211567711E+17"],
    ],
    ["a truth", '<c r="A2" t="b"><v>1</v></c>', ["TRUE"]],
    ["an error", '<c r="A2" t="e"><v>#N/A</v></c>', ["#N/A"]],
    ["the value of a formula", '<c r="A2"><f>1+1</f><v>2</v></c>', ["2"]],
    [
      "a formula without a value as text, never run",
      '<c r="A2"><f>HYPERLINK("http://x")</f></c>',
      ['=HYPERLINK("http://x")'],
    ],
    ["an escaped line end and NUL", '<c r="A2" t="str"><v>a_x000D_b_x0000_</v></c>', ["a\rb␀"]],
    ["a date by its built-in style", '<c r="A2" s="1"><v>45322</v></c>', ["2024-01-31"]],
    ["a date by its own style", '<c r="A2" s="2"><v>45322</v></c>', ["2024-01-31"]],
    ["a date by a Chinese style", '<c r="A2" s="4"><v>45322</v></c>', ["2024-01-31"]],
    ["a time", '<c r="A2" s="3"><v>45322.75</v></c>', ["2024-01-31 18:00:00"]],
    ["an ISO date", '<c r="A2" t="d"><v>2024-01-31</v></c>', ["2024-01-31"]],
    ["a day before March 1900", '<c r="A2" s="1"><v>1</v></c>', ["1900-01-01"]],
    ["what is no day under a date's style", '<c r="A2" s="1"><v>-3</v></c>', ["-3"]],
    ["a number under a number's style", '<c r="A2"><v>45322</v></c>', ["45322"]],
  ])("gives %s", async (_, cells, expected) => {
    const stylesXml = styles('yyyy"年"m"月"d"日"'.replaceAll('"', "&quot;"));
    expect(await oneRow(cells, { strings: ["甲", "乙&公司"], stylesXml })).toEqual(expected);
  });

  it("counts days from 1904 when the workbook says so", async () => {
    const cell = '<c r="A2" s="1"><v>43860</v></c>';
    expect(await oneRow(cell, { stylesXml: styles("0"), from1904: true })).toEqual(["2024-01-31"]);
  });

  it("reads more shared texts than one block holds", async () => {
    const strings = Array.from({ length: 20_000 }, (_, i) => `文${i}`);
    const cells = [0, 19_999, 255, 256, 511, 20_000]
      .map((i) => `<c t="s"><v>${i}</v></c>`)
      .join("");
    expect(await oneRow(cells, { strings })).toEqual([
      "文0",
      "文19999",
      "文255",
      "文256",
      "文511",
      "",
    ]);
  });

  it.each([
    ["0.00_ ", false],
    ["#,##0", false],
    ['"月份"0', false],
    ["[Red]0", false],
    ["General", false],
    ["yyyy/mm", true],
    ["m/d", true],
    ["[$-804]yyyy年m月", true],
    ["mm:ss", true],
  ])("knows whether %s shows a day", (code, expected) => {
    expect(isDateFormat(code)).toBe(expected);
  });
});

const good = { title: "表", xml: sheetOf([headers, cellsOf(1)]) };
const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>`;
const blowUp = `<worksheet>${"<sheetData/>".repeat(5_000_000)}`;
/** A right workbook whose sheet, its last part, says another size than it has. */
const saying = (saidBytes: number): Uint8Array =>
  workbookOf({
    sheets: [{ title: "表", xml: "" }],
    more: [{ name: "xl/worksheets/sheet1.xml", content: " ".repeat(5_000), saidBytes }],
  });

describe("a workbook that is none, or one made to harm", () => {
  it.each<readonly [title: string, bytes: () => Uint8Array, words: RegExp]>([
    [
      "a ZIP archive of other things",
      () => zipOf([{ name: "a.csv", content: "a" }]),
      /ZIP 压缩包，不是 XLSX/,
    ],
    ["a binary workbook", () => zipOf([{ name: "xl/workbook.bin", content: "a" }]), /XLSB/],
    ["an empty archive", () => zipOf([]), /ZIP 压缩包/],
    ["a truncated one", () => workbookOf({ sheets: [good] }).subarray(0, 900), /损坏/],
    [
      "a part with a password",
      () => zipOf([{ name: "xl/workbook.xml", content: "a", encrypted: true }]),
      /密码/,
    ],
    [
      "a part outside its folder",
      () => zipOf([{ name: "../../etc/passwd", content: "a" }]),
      /指向别处目录的部件（\.\.\/\.\.\/etc\/passwd）/,
    ],
    [
      "an absolute part",
      () => zipOf([{ name: "/etc/passwd", content: "a" }]),
      /指向别处目录的部件（\/etc\/passwd）/,
    ],
    [
      "a thousand and one parts",
      () => zipOf(Array.from({ length: 1_001 }, (_, i) => ({ name: `p${i}`, content: "" }))),
      /1001 个部件/,
    ],
    [
      "a bomb that says what it is",
      () => workbookOf({ sheets: [{ title: "表", xml: blowUp }] }),
      /异常膨胀/,
    ],
    ["a part larger than it says", () => saying(10), /损坏/],
    ["a part said to be huge", () => saying(4_000_000_000), /膨胀/],
    [
      "billion laughs in a sheet",
      () =>
        workbookOf({
          sheets: [
            { title: "表", xml: `<?xml version="1.0"?>${laughs}<worksheet>&lol2;</worksheet>` },
          ],
        }),
      /DOCTYPE/,
    ],
    [
      "billion laughs in the shared texts",
      () =>
        workbookOf({ sheets: [good], stringsXml: `${laughs}<sst><si><t>&lol2;</t></si></sst>` }),
      /DOCTYPE/,
    ],
    [
      "an external entity",
      () =>
        workbookOf({
          sheets: [
            {
              title: "表",
              xml: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>',
            },
          ],
        }),
      /DOCTYPE/,
    ],
    [
      "an entity that nobody defined",
      () => workbookOf({ sheets: [{ title: "表", xml: "<worksheet>&lol;</worksheet>" }] }),
      /XML 有误/,
    ],
    [
      "XML that breaks off",
      () => workbookOf({ sheets: [{ title: "表", xml: "<worksheet><sheetData>" }] }),
      /XML 有误/,
    ],
    [
      "row 999,999,999",
      () =>
        workbookOf({
          sheets: [
            { title: "表", xml: sheetXml(`${header}<row r="999999999"><c><v>1</v></c></row>`) },
          ],
        }),
      /行号“999999999”/,
    ],
    [
      "rows that go back",
      () =>
        workbookOf({
          sheets: [{ title: "表", xml: sheetXml(`${header}<row r="1"><c><v>1</v></c></row>`) }],
        }),
      /行号“1”/,
    ],
    [
      "column XFD",
      () =>
        workbookOf({
          sheets: [
            { title: "表", xml: sheetXml(`${header}<row r="2"><c r="XFD2"><v>1</v></c></row>`) },
          ],
        }),
      /第 2 行有单元格“XFD2”/,
    ],
    [
      "a cell of no place",
      () =>
        workbookOf({
          sheets: [
            { title: "表", xml: sheetXml(`${header}<row r="2"><c r="9"><v>1</v></c></row>`) },
          ],
        }),
      /第 2 行有单元格“9”/,
    ],
    [
      "an endless text",
      () => workbookOf({ sheets: [{ title: "表", xml: `<worksheet>${"x".repeat(3_000_000)}` }] }),
      /超过 2097152 个字符/,
    ],
    [
      "nesting without end",
      () => workbookOf({ sheets: [{ title: "表", xml: "<a>".repeat(10_000) }] }),
      /嵌套过深/,
    ],
    [
      "no visible sheet",
      () => workbookOf({ sheets: [{ ...good, hidden: true }] }),
      /没有可见的工作表/,
    ],
    [
      "one text in very many cells",
      () => {
        const row = (r: number) => `<row r="${r}">${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
        const rows = Array.from({ length: 100 }, (_, i) => row(i + 2)).join("");
        return workbookOf({
          sheets: [{ title: "表", xml: sheetXml(header + rows) }],
          strings: ["长".repeat(9_000)],
        });
      },
      /远大于文件本身/,
    ],
  ])("is refused: %s", async (_, bytes, words) => {
    const error = await refusalOf(bytes());
    expect(error).toBeInstanceOf(GoldseedError);
    expect(error.code).toBe("FILE_REFUSED");
    expect(error.message).toMatch(words);
  });

  it("is refused under the name of another kind", async () => {
    const error = await refusalOf(workbookOf({ sheets: [good] }), "a.csv");
    expect(error.message).toMatch(/扩展名与内容不符.*\.xlsx/);
  });
});
