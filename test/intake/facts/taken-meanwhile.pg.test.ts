import { beforeAll, expect, it, vi } from "vitest";

import { importRecords } from "../../../intake/import-records.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const database = await createTestDatabase();
const folder = fileFolder();

function take(sourceId: string, content: string) {
  const path = folder.write(`${sourceId}.csv`, content);
  return importRecords({ pool: database.worker, sourceId, path, startedBy: "test" });
}

async function waitingForAnother(): Promise<number> {
  const { rowCount } = await database.owner.query(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%import-merge-facts%'",
  );
  return rowCount ?? 0;
}

beforeAll(async () => {
  await loadReferenceData(database.worker);
  await take("registry", csvOf([rowOf(1)]));
});

it("a fact that another writes just then is met as a known one, not written twice", async () => {
  const header = "行政相对人名称,统一社会信用代码,许可编号,许可事项,许可决定日期";
  const line = `${rowOf(1).企业名称},${codeOf(1)},7号,食品经营许可,2024-01-15`;
  let importing: ReturnType<typeof take> | undefined;
  await inTransaction(database.worker, async (client) => {
    await client.query(
      `insert into permits (credit_code, permit_no, name, status, source_id, record_key, link_method, link_confidence)
      values ($1, '7号', '旧名', 'VALID', 'permits', '7号', 'CREDIT_CODE', 1)`,
      [codeOf(1)],
    );
    importing = take("permits", `${header}\n${line}\n`);
    importing.catch(() => undefined);
    await vi.waitFor(async () => expect(await waitingForAnother()).toBe(1), { timeout: 20_000 });
  });
  expect((await importing)?.report).toMatchObject({ created: 0, updated: 1 });
  const { rows } = await database.owner.query("select name from permits");
  expect(rows).toEqual([{ name: "食品经营许可" }]);
});
