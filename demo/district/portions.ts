/** The district as COPY text in portions: memory stays flat whatever the scale, and the database works meanwhile. */
import type { DemoPortion, DemoTable } from "../../store/queries/demo-load.ts";
import { copyLine } from "./copy-text.ts";
import type { Sheet } from "./sheet.ts";
import { sheets } from "./sheets.ts";
import type { Subject } from "./subject.ts";

const head = ["credit_code", "town_code", "zone_code"];
const provenance = [
  "source_id",
  "record_key",
  "import_run_id",
  "received_at",
  "link_method",
  "link_confidence",
];

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
      columns: [...head, ...sheet.columns, ...(sheet.source === null ? [] : provenance)],
    },
  ]),
);

/** Takes up to `size` subjects, letting other work run in between. Empty when there are no more. */
export async function nextPortion(
  subjects: Iterator<Subject>,
  size: number,
  runId: string,
): Promise<Portion> {
  const texts = new Map<DemoTable, string>();
  for (let entities = 0; entities < size; entities++) {
    const { value, done } = subjects.next();
    if (done) return { texts, entities };
    for (const [sheet, target] of targets) {
      const text = textOf(sheet, value, runId);
      if (text !== "") texts.set(target, (texts.get(target) ?? "") + text);
    }
    if (entities % 400 === 399) await new Promise((resolve) => setImmediate(resolve));
  }
  return { texts, entities: size };
}

function textOf(sheet: Sheet, subject: Subject, runId: string): string {
  const { creditCode, town, zoneCode, plan } = subject.identity;
  const method = sheet.table === "enterprises" ? "REGISTRY" : "CREDIT_CODE";
  let text = "";
  for (const { key, cells } of sheet.rows(subject)) {
    const tail =
      sheet.source === null
        ? []
        : [sheet.source, key ?? creditCode, runId, `${plan.asOf}T00:00:00Z`, method, "1"];
    text += copyLine([creditCode, town.code, zoneCode, ...cells, ...tail]);
  }
  return text;
}
