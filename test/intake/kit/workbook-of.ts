/** A workbook of given rows, or of sheet XML as it stands. */
import { zipOf, type ZipPart } from "./zip-of.ts";

export interface Sheet {
  readonly title: string;
  readonly xml: string;
  readonly hidden?: boolean;
}

export interface WorkbookParts {
  readonly sheets: readonly Sheet[];
  readonly strings?: readonly string[];
  readonly stringsXml?: string;
  readonly stylesXml?: string;
  readonly from1904?: boolean;
  readonly more?: readonly ZipPart[];
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export function workbookOf(parts: WorkbookParts): Buffer {
  const { sheets, strings = [], from1904 = false } = parts;
  const listed = sheets.map(
    ({ title, hidden }, i) =>
      `<sheet name="${escapeXml(title)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
  );
  const relations = sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${kinds}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const texts = strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  return zipOf([
    {
      name: "xl/workbook.xml",
      content: `<?xml version="1.0"?><workbook ${main} xmlns:r="${kinds}"><workbookPr${from1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships>${relations.join("")}<Relationship Id="s" Type="${kinds}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: "xl/sharedStrings.xml",
      content: parts.stringsXml ?? `<sst ${main}>${texts.join("")}</sst>`,
    },
    {
      name: "xl/styles.xml",
      content:
        parts.stylesXml ?? `<styleSheet ${main}><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>`,
    },
    ...sheets.map(({ xml }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: xml })),
    ...(parts.more ?? []),
  ]);
}

export const sheetXml = (rows: string): string =>
  `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`;

/** A sheet whose cells are inline texts; null leaves a cell out. */
export function sheetOf(rows: readonly (readonly (string | null)[])[]): string {
  return sheetXml(
    rows
      .map(
        (cells, i) =>
          `<row r="${i + 1}">${cells.map((cell, k) => cellOf(cell, k, i)).join("")}</row>`,
      )
      .join(""),
  );
}

function cellOf(text: string | null, column: number, row: number): string {
  if (text === null) return "";
  return `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
}
