/**
 * What a batch's parcel holds: the batch as it was sealed, which is what counts, and the same records in the city's form,
 * as a table of text and as a workbook, for an officer to look at or to upload.
 */
import type { Batch } from "../../protocol/batch.ts";
import { readCityForms } from "../../read-city-forms.ts";
import { csvOf } from "./csv-of.ts";
import { workbookOf } from "./workbook-of.ts";

export interface BatchParts {
  readonly parts: readonly { readonly part: string; readonly bytes: Uint8Array }[];
  readonly count: number;
}

/** The same bytes make the same parts. */
export function partsOfBatch(body: Uint8Array): BatchParts {
  const batch = JSON.parse(Buffer.from(body).toString("utf8")) as Batch;
  const { recommendations, words } = readCityForms();
  const fields = Object.entries(recommendations.columns);
  const rows = batch.items.map(({ seq, op, digest, record }) => {
    const values: Readonly<Record<string, string | null>> = {
      seq: String(seq),
      op,
      digest,
      ...record,
    };
    return fields.map(([field]) => {
      const value = values[field];
      return value == null ? "" : (words[field]?.[value]?.[0] ?? value);
    });
  });
  const table = [fields.map(([, [head]]) => head), ...rows];
  return {
    count: batch.items.length,
    parts: [
      { part: "batch.json", bytes: body },
      { part: "csv", bytes: csvOf(table) },
      { part: "xlsx", bytes: workbookOf("推荐名单", table) },
    ],
  };
}
