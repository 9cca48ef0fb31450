/** Registry rows written to files and taken in, over a database that each test finds empty. */
import { beforeAll, beforeEach } from "vitest";

import { importRecords, type ImportRequest } from "../../../intake/import-records.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import type { createTestDatabase } from "../../kit/database.ts";
import { codeOf, csvOf, fileFolder, type RegistryRow } from "./registry-rows.ts";

/** To be called at the top of a file: it registers hooks. */
export function openRegistry(database: Awaited<ReturnType<typeof createTestDatabase>>) {
  const folder = fileFolder();
  let files = 0;
  beforeAll(() => loadReferenceData(database.worker));
  beforeEach(() =>
    database.owner.query(
      "truncate enterprises, enterprise_names, fact_history, dirty_keys, import_runs, staged_records, quarantined_rows, ip_rights",
    ),
  );

  function take(
    rows: readonly RegistryRow[] | Uint8Array | string,
    more: Partial<ImportRequest> = {},
  ) {
    const content = Array.isArray(rows) ? csvOf(rows as RegistryRow[]) : (rows as string);
    const path = folder.write(`file-${files++}.csv`, content);
    return importRecords({
      pool: database.worker,
      sourceId: "registry",
      path,
      startedBy: "test",
      ...more,
    });
  }

  async function one<T extends object>(statement: string, values: unknown[] = []): Promise<T> {
    const { rows } = await database.owner.query<T>(statement, values);
    return rows[0]!;
  }

  const enterprise = (i: number) =>
    one<Record<string, unknown>>("select * from enterprises where credit_code = $1", [codeOf(i)]);
  return { folder, take, one, enterprise };
}
