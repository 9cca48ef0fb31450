/** The visible sheets of a workbook with their parts, and where its texts and styles lie. */
import { refusedFile } from "../refused-file.ts";
import type { Workbook } from "./open-workbook.ts";
import { type Attributes, parseXml } from "./parse-xml.ts";
import { workbookLimits } from "./workbook-limits.ts";

export interface SheetPart {
  readonly title: string;
  readonly part: string;
}

export interface WorkbookSheets {
  readonly sheets: readonly SheetPart[];
  readonly strings: string;
  readonly styles: string;
  /** Days are counted from 1904 and not from 1900. */
  readonly from1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

export async function readWorkbookSheets(workbook: Workbook): Promise<WorkbookSheets> {
  const relations = await readRelations(workbook);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  const open = (name: string, attributes: Attributes): void => {
    if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes["date1904"] ?? "");
    if (name !== "sheet" || (attributes["state"] ?? "visible") !== "visible") return;
    const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? "";
    const relation = relations.get(id);
    if (relation === undefined || !relation.type.endsWith("/worksheet")) return;
    sheets.push({ title: attributes["name"] ?? "", part: relation.part });
    if (sheets.length > workbookLimits.sheets) {
      throw refusedFile(
        workbook.name,
        "工作表过多",
        `has more than ${workbookLimits.sheets} sheets`,
      );
    }
  };
  for await (const _ of parseXml(workbook.name, workbook.read("xl/workbook.xml"), { open }));
  const partOf = (kind: string, usual: string): string =>
    [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.part ?? usual;
  return {
    sheets,
    strings: partOf("sharedStrings", "xl/sharedStrings.xml"),
    styles: partOf("styles", "xl/styles.xml"),
    from1904,
  };
}

async function readRelations(workbook: Workbook): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  const open = (name: string, attributes: Attributes): void => {
    if (name !== "Relationship" || attributes["TargetMode"] === "External") return;
    const target = attributes["Target"] ?? "";
    // Parts are looked up by name in the archive and never on a disk, so `../` leads nowhere.
    const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    relations.set(attributes["Id"] ?? "", { type: attributes["Type"] ?? "", part });
  };
  const part = "xl/_rels/workbook.xml.rels";
  for await (const _ of parseXml(workbook.name, workbook.read(part), { open }));
  return relations;
}
