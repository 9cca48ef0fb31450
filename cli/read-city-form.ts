/**
 * Reads the city's lists with the reader that imports use: every encoding, workbooks, and all that guards it against
 * damaged and hostile files. Here, because engines do not know each other.
 */
import { openInput } from "../intake/read/open-input.ts";
import { readRecordBlocks } from "../intake/read/read-record-blocks.ts";
import type { SourceRecord } from "../intake/read/source-record.ts";
import type { CityForm } from "../sync/read-city-forms.ts";
import type { FormReader } from "../sync/platform/files/file-box.ts";
import type { FormRow } from "../sync/platform/parcels/read-cells.ts";

export function cityFormReader({ columns, optional }: CityForm): FormReader {
  const described = Object.entries(columns).map(([field, headers]) => ({
    field,
    headers,
    column: optional.includes(field) ? ("optional" as const) : ("required" as const),
  }));
  return async (path) => {
    const input = await openInput(path, { columns: described });
    const { places } = input.header.fit;
    const rows: FormRow[] = [];
    try {
      for await (const { records } of readRecordBlocks(
        input.path,
        input,
        input.header.splitter(),
      )) {
        for (const record of records) {
          if (record.line <= input.header.line || isBlank(record)) continue;
          rows.push(rowOf(record, described, places));
        }
      }
    } finally {
      await input.close();
    }
    return rows;
  };
}

function rowOf(
  { line, cells, faults }: SourceRecord,
  described: readonly { readonly field: string }[],
  places: readonly number[],
): FormRow {
  const [fault] = faults;
  if (fault !== undefined) return { fault: `line ${line}: ${fault.messageEn}` };
  return Object.fromEntries(
    described.map(({ field }, no) => [field, cells[places[no] ?? -1] ?? null]),
  );
}

/** Lines below the last record of a sheet. */
function isBlank({ cells, faults }: SourceRecord): boolean {
  return faults.length === 0 && cells.every((cell) => (cell ?? "").trim() === "");
}
