/** Takes lines apart that each hold the cells of one row as a JSON list: what a workbook is written out as. */
import type { SourceRecord } from "./source-record.ts";

export class CellLinesSplitter {
  push(text: string, firstLine: number): SourceRecord[] {
    const lines = text.split("\n");
    if (lines.at(-1) === "") lines.pop();
    return lines.map((line, i) => ({
      line: firstLine + i,
      cells: line === "" ? [] : (JSON.parse(line) as (string | null)[]),
      faults: [],
    }));
  }

  end(): SourceRecord[] {
    return [];
  }
}
