/** Tells what a file that is no table of text is, so that the answer can say what to send instead. */
import { GoldseedError } from "../../domain/errors.ts";
import type { FileFormat } from "./file-facts.ts";

interface Kind {
  readonly zh: string;
  readonly en: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
}

const asCsv = { remedyZh: "请另存为 CSV（UTF-8）", remedyEn: "save it as CSV (UTF-8)" };
const unpack = { remedyZh: "请先解压", remedyEn: "unpack it first" };

const signatures: readonly (readonly [hex: string, kind: Kind])[] = [
  [
    "d0cf11e0a1b11ae1",
    {
      zh: "旧版 Office 文件（XLS、DOC）或加密的工作簿",
      en: "an old Office file (XLS, DOC) or a workbook with a password",
      ...asCsv,
    },
  ],
  ["25504446", { zh: "PDF 文件", en: "a PDF", ...asCsv }],
  ["1f8b", { zh: "GZIP 压缩文件", en: "a GZIP archive", ...unpack }],
  ["377abcaf271c", { zh: "7-Zip 压缩包", en: "a 7-Zip archive", ...unpack }],
  ["526172211a07", { zh: "RAR 压缩包", en: "a RAR archive", ...unpack }],
  ["89504e47", { zh: "PNG 图片", en: "a PNG image", ...asCsv }],
  ["ffd8ff", { zh: "JPEG 图片", en: "a JPEG image", ...asCsv }],
  ["53514c69746520666f726d6174", { zh: "SQLite 数据库", en: "an SQLite database", ...asCsv }],
];
const markup: Kind = {
  zh: "网页或 XML（部分系统把网页存成 .xls）",
  en: "a web page or XML (some systems save one as .xls)",
  ...asCsv,
};

/** `head`: the first bytes of the file. @throws GoldseedError FILE_REFUSED when they are known to begin another kind of file. */
export function refuseForeign(name: string, head: Buffer): void {
  const hex = head.subarray(0, 16).toString("hex");
  const found = signatures.find(([signature]) => hex.startsWith(signature))?.[1];
  const text = head
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart()
    .toLowerCase();
  const kind = found ?? (/^<(!doctype|\?xml|html|table|meta|head)/.test(text) ? markup : undefined);
  if (kind !== undefined) throw foreign(name, kind);
}

/** @throws GoldseedError FILE_REFUSED unless the name ends in one of the endings that are read. */
export function refuseEnding(name: string, content: FileFormat): void {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const right = {
    CSV: ["csv", "tsv", "txt"],
    JSON_LINES: ["jsonl", "ndjson", "json"],
    JSON_ARRAY: ["json"],
    XLSX: ["xlsx", "xlsm"],
  }[content];
  if (right.includes(ending)) return;
  const said = {
    CSV: "a table of text (CSV)",
    JSON_LINES: "JSON lines",
    JSON_ARRAY: "a JSON list",
    XLSX: "an XLSX workbook",
  }[content];
  throw new GoldseedError(
    "FILE_REFUSED",
    `文件“${name}”的扩展名与内容不符，应为 ${right.map((one) => `.${one}`).join("、")} / "${name}" holds ${said} but ends in "${ending === "" ? "nothing" : `.${ending}`}", expected ${right.map((one) => `.${one}`).join(", ")}. Check that it is the right file, then rename it.`,
    { details: { name, expected: right } },
  );
}

function foreign(name: string, { zh, en, remedyZh, remedyEn }: Kind): GoldseedError {
  return new GoldseedError(
    "FILE_REFUSED",
    `“${name}”是${zh}，不是 CSV、XLSX 或 JSON，${remedyZh} / "${name}" is ${en}, expected CSV, XLSX or JSON: ${remedyEn}.`,
    { details: { name } },
  );
}
