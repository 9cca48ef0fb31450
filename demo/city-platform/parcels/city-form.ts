/** The list of titles as the platform's officers export it: Chinese heads and words. */
import { deflateRawSync, crc32 } from "node:zlib";

import type { Title } from "../title-rows.ts";

const heads = [
  "统一社会信用代码",
  "企业名称",
  "称号类别",
  "认定批次",
  "区划代码",
  "认定级别",
  "有效期起",
  "有效期止",
  "状态",
  "证书编号",
];

const words: Readonly<Record<string, string>> = {
  INNOVATIVE: "创新型中小企业",
  SPECIALIZED: "专精特新中小企业",
  LITTLE_GIANT: "专精特新小巨人企业",
  EAGLET: "雏鹰企业",
  GAZELLE: "瞪羚企业",
  UNICORN: "独角兽企业",
  HIGH_TECH: "高新技术企业",
  TECH_SME: "科技型中小企业",
  NATIONAL: "国家级",
  PROVINCIAL: "省级",
  MUNICIPAL: "市级",
  DISTRICT: "区级",
  VALID: "有效",
  EXPIRED: "到期",
  REVOKED: "撤销",
};

type Cell = string | null;

function rowsOf(titles: readonly Partial<Title>[]): readonly (readonly Cell[])[] {
  const word = (value: string | undefined): Cell =>
    value === undefined ? null : (words[value] ?? value);
  return titles.map((t) => [
    t.creditCode ?? null,
    t.name ?? null,
    word(t.kind),
    t.batch ?? null,
    t.district ?? null,
    word(t.level),
    t.validFrom ?? null,
    t.validTo ?? null,
    word(t.status),
    t.certificateNo ?? null,
  ]);
}

export function csvList(titles: readonly Partial<Title>[]): Buffer {
  const quote = (cell: Cell): string =>
    cell !== null && /[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : (cell ?? "");
  const lines = [heads, ...rowsOf(titles)].map((row) => row.map(quote).join(","));
  return Buffer.from(`${lines.join("\r\n")}\r\n`, "utf8");
}

/** A workbook with a title above the heads, shared texts, and days as the numbers that spreadsheets count them by. */
export function workbookList(titles: readonly Partial<Title>[]): Buffer {
  const texts = new Map<string, number>();
  const textCell = (text: string): string => {
    const no = texts.get(text) ?? texts.size;
    texts.set(text, no);
    return `<c t="s"><v>${no}</v></c>`;
  };
  const cell = (value: Cell): string => {
    if (value === null) return "<c/>";
    return /^\d{4}-\d\d-\d\d$/u.test(value)
      ? `<c s="1"><v>${(Date.parse(value) - Date.UTC(1899, 11, 30)) / 86_400_000}</v></c>`
      : textCell(value);
  };
  const rows = [["优质中小企业名单"], heads, ...rowsOf(titles)].map(
    (row, no) => `<row r="${no + 1}">${row.map(cell).join("")}</row>`,
  );
  return zipOf({ sheet: rows.join(""), texts: [...texts.keys()] });
}

const xml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function zipOf({ sheet, texts }: { sheet: string; texts: readonly string[] }): Buffer {
  const ns = "http://schemas.openxmlformats.org";
  const main = `xmlns="${ns}/spreadsheetml/2006/main"`;
  const rel = `${ns}/officeDocument/2006/relationships`;
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${rel}/${kind}" Target="${target}"/>`;
  const relationships = (inner: string): string =>
    `<Relationships xmlns="${ns}/package/2006/relationships">${inner}</Relationships>`;
  const override = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${type}.${kind}+xml"/>`;
  const types = [
    override("workbook", "sheet.main"),
    override("worksheets/sheet1", "worksheet"),
    override("sharedStrings", "sharedStrings"),
    override("styles", "styles"),
  ].join("");
  const links = [
    relation("a", "worksheet", "worksheets/sheet1.xml"),
    relation("b", "sharedStrings", "sharedStrings.xml"),
    relation("c", "styles", "styles.xml"),
  ].join("");
  return archive({
    "[Content_Types].xml": `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types}</Types>`,
    "_rels/.rels": relationships(relation("a", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${rel}"><sheets><sheet name="名单" sheetId="1" r:id="a"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(links),
    "xl/styles.xml": `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst ${main}>${texts.map((text) => `<si><t>${xml(text)}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`,
  });
}

function archive(parts: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const plain = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`, "utf8");
    const packed = deflateRawSync(plain);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(plain), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(plain.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(at, 42);
    index.push(entry, Buffer.from(name));
    bodies.push(head, Buffer.from(name), packed);
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(index.length / 2, 8);
  end.writeUInt16LE(index.length / 2, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}
