import { beforeAll, expect, it } from "vitest";

import { importRecords } from "../../../intake/import-records.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const database = await createTestDatabase();
const folder = fileFolder();
let files = 0;

function take(sourceId: string, content: string) {
  const path = folder.write(`file-${files++}.csv`, content);
  return importRecords({ pool: database.worker, sourceId, path, startedBy: "test" });
}

function permitsOf(records: number): string {
  const lines = ["行政相对人名称,统一社会信用代码,许可编号,许可事项,许可决定日期"];
  for (let i = 0; i < records; i++) {
    const enterprise = 1 + (i % 3);
    lines.push(
      `${rowOf(enterprise).企业名称},${codeOf(enterprise)},${i}号,食品经营许可,2024-01-15`,
    );
  }
  return `${lines.join("\n")}\n`;
}

async function rowsReadByKeyIndex(): Promise<number> {
  await database.worker.query("select pg_stat_force_next_flush()");
  await database.owner.query("select pg_stat_clear_snapshot()");
  const { rows } = await database.owner.query<{ n: number }>(
    "select idx_tup_read::int as n from pg_stat_user_indexes where indexrelname = 'staged_records_key_idx'",
  );
  return rows[0]?.n ?? 0;
}

beforeAll(async () => {
  await loadReferenceData(database.worker);
  await take("registry", csvOf(Array.from({ length: 4 }, (_, i) => rowOf(i))));
  // What autovacuum last saw: three rows of a run long gone.
  await database.owner.query(
    `insert into staged_records (import_run_id, line, raw, record_key)
    select 0, line, '{}', line::text from generate_series(1, 3) as line; analyze staged_records; delete from staged_records`,
  );
});

it("a large file after small ones is found line by line, not run by run", async () => {
  const before = await rowsReadByKeyIndex();
  const { report } = await take("permits", permitsOf(1_500));
  expect(report).toMatchObject({ created: 1_500 });
  expect((await rowsReadByKeyIndex()) - before).toBeLessThan(15_000);
});
