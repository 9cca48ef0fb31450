/**
 * A table as a workbook (ECMA-376) of one sheet whose cells are all text, so that codes and dates stay as they are. Own
 * code: what is needed is six small parts in an archive without compression, always the same bytes for the same rows.
 */
import { crc32 } from "node:zlib";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const relations = `${office}/officeDocument/2006/relationships`;
const main = `${office}/spreadsheetml/2006/main`;

export function workbookOf(title: string, rows: readonly (readonly string[])[]): Buffer {
  return archiveOf([
    [
      "[Content_Types].xml",
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escape(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ["xl/worksheets/sheet1.xml", sheetOf(rows)],
  ]);
}

function sheetOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row, no) => {
    const cells = row.map((cell) =>
      cell === ""
        ? "<c/>"
        : `<c t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`,
    );
    return `<row r="${no + 1}">${cells.join("")}</row>`;
  });
  return `<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

/** Control characters have no place in XML; the standard writes them so. */
function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(
      /[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu,
      (c) => `_x${(c.codePointAt(0) ?? 0).toString(16).padStart(4, "0").toUpperCase()}_`,
    );
}

function archiveOf(parts: readonly (readonly [name: string, xml: string])[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, xml] of parts) {
    const bytes = Buffer.from(declaration + xml, "utf8");
    const common = entryHead(bytes, Buffer.byteLength(name));
    const local = Buffer.concat([mark(0x04034b50), common, Buffer.from(name), bytes]);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    common.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    directory.push(central, Buffer.from(name));
    files.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, index, end]);
}

const mark = (signature: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature, 0);
  return bytes;
};

/** Stored, names in UTF-8, of 1 January 1980: the time of writing is nobody's business and would change the bytes. */
function entryHead(bytes: Buffer, nameLength: number): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(0x0800, 2);
  head.writeUInt16LE(0x0021, 8);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(bytes.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(nameLength, 22);
  return head;
}
