/** The district as COPY text in portions: memory stays flat whatever the scale, and the database works meanwhile. */
import { provenanceColumns } from "../../store/fact-tables.ts";
import type { DemoPortion, DemoTable } from "../../store/queries/demo-load.ts";
import { CopyBuffer } from "./copy-buffer.ts";
import { copyCell } from "./copy-text.ts";
import type { Sheet } from "./sheet.ts";
import { sheets } from "./sheets.ts";
import type { Subject } from "./subject.ts";

const head = ["credit_code", "town_code", "zone_code"];

export interface Portion {
  readonly texts: DemoPortion;
  /** Entities in this portion. */
  readonly entities: number;
}

const targets: ReadonlyMap<Sheet, DemoTable> = new Map(
  sheets.map((sheet) => [
    sheet,
    {
      table: sheet.table,
      columns: [...head, ...sheet.columns, ...(sheet.source === null ? [] : provenanceColumns)],
    },
  ]),
);

/** Takes up to `size` subjects, letting other work run in between. Empty when there are no more. */
export async function nextPortion(
  subjects: Iterator<Subject>,
  size: number,
  runId: string,
): Promise<Portion> {
  const buffers = new Map<DemoTable, CopyBuffer>();
  let entities = 0;
  for (; entities < size; entities++) {
    const { value, done } = subjects.next();
    if (done) break;
    for (const [sheet, target] of targets) {
      const text = textOf(sheet, value, runId);
      if (text === "") continue;
      const buffer = buffers.get(target) ?? new CopyBuffer();
      buffer.append(text);
      buffers.set(target, buffer);
    }
    if (entities % 200 === 199) await new Promise((resolve) => setImmediate(resolve));
  }
  const texts = new Map([...buffers].map(([target, buffer]) => [target, buffer.bytes()]));
  return { texts, entities };
}

function textOf(sheet: Sheet, subject: Subject, runId: string): string {
  const rows = sheet.rows(subject);
  if (rows.length === 0) return "";
  const { creditCode, town, zoneCode, plan } = subject.identity;
  const start = `${creditCode}\t${town.code}\t${zoneCode ?? "\\N"}`;
  const method = sheet.table === "enterprises" ? "REGISTRY" : "CREDIT_CODE";
  const end = `\t${runId}\t${plan.asOf}T00:00:00Z\t${method}\t1\n`;
  let text = "";
  for (const { key, cells } of rows) {
    text += start;
    for (const cell of cells) text += `\t${copyCell(cell)}`;
    text += sheet.source === null ? "\n" : `\t${sheet.source}\t${key ?? creditCode}${end}`;
  }
  return text;
}
