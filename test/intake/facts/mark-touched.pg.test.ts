import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { abandonImport } from "../../../intake/abandon-import.ts";
import { importRecords, type ImportRequest } from "../../../intake/import-records.ts";
import { resumeImport } from "../../../intake/resume-import.ts";
import { spreadMarks } from "../../../store/queries/spread-marks.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const database = await createTestDatabase();
const pool = database.worker;
const folder = fileFolder();
let files = 0;

function take(sourceId: string, content: string, more: Partial<ImportRequest> = {}) {
  const path = folder.write(`file-${files++}.csv`, content);
  return importRecords({ pool, sourceId, path, startedBy: "test", ...more });
}

/** Two records of each of three enterprises, the enterprises in turn: each is in more than one chunk of two. */
const records = [1, 2, 3, 1, 2, 3].map(
  (i, n) => `${rowOf(i).企业名称},${codeOf(i)},2023,${n < 3 ? 1 : 2},10,,A`,
);
const file = [
  "纳税人名称,统一社会信用代码,所属年度,所属季度,入库税额,增值税,纳税信用等级",
  ...records,
  "",
].join("\n");

/** After the lists that there are have been spread. */
async function marked(): Promise<readonly string[]> {
  await untilSpread();
  const { rows } = await database.owner.query<{ mark: string }>(
    "select credit_code || ' ' || stage || ' ' || reason as mark from dirty_keys order by 1",
  );
  return rows.map(({ mark }) => mark);
}

async function untilSpread(): Promise<void> {
  for (;;) {
    const { rowCount } = await database.owner.query("select from dirty_lists");
    if (rowCount === 0) return;
    await spreadMarks(pool, { stage: "INDICATORS" });
  }
}

const marksOf = (...enterprises: readonly number[]) =>
  enterprises
    .flatMap((i) => ["INDICATORS", "PORTRAITS"].map((stage) => `${codeOf(i)} ${stage} tax`))
    .toSorted();

async function noted(): Promise<number> {
  const { rowCount } = await database.owner.query("select from import_touched");
  return rowCount ?? 0;
}

/** Ends as a process that is told to stop when its first chunk is merged. */
async function interrupted(): Promise<string> {
  const stop = new AbortController();
  await expect(
    take("tax", file, {
      chunkRows: 2,
      signal: stop.signal,
      onProgress: ({ phase }) => phase === "MERGING" && stop.abort(),
    }),
  ).rejects.toThrow("aborted");
  const { rows } = await database.owner.query<{ id: string }>(
    "select id::text from import_runs where state = 'MERGING'",
  );
  return rows[0]?.id ?? "";
}

beforeAll(async () => {
  await loadReferenceData(pool);
  await take("registry", csvOf(Array.from({ length: 4 }, (_, i) => rowOf(i))));
});
beforeEach(() =>
  database.owner.query(
    "truncate tax_payments, dirty_keys, dirty_lists, import_touched; delete from import_runs where source_id = 'tax'",
  ),
);

describe("an import of several chunks", () => {
  it("marks each enterprise that it touched at its end, and keeps no note", async () => {
    const { report } = await take("tax", file, { chunkRows: 2 });
    expect(report).toMatchObject({ created: 6 });
    const { rows } = await database.owner.query("select credit_codes, reason from dirty_lists");
    expect(rows).toEqual([{ credit_codes: [1, 2, 3].map((i) => codeOf(i)), reason: "tax" }]);
    expect(await marked()).toEqual(marksOf(1, 2, 3));
    expect(await noted()).toBe(0);
  });

  it("marks none of a file that changes nothing", async () => {
    await take("tax", file, { chunkRows: 2 });
    await database.owner.query("truncate dirty_keys, dirty_lists");
    expect((await take("tax", file, { chunkRows: 2 })).report).toMatchObject({ unchanged: 6 });
    expect(await marked()).toEqual([]);
  });

  it("marks what was merged before it was interrupted when it is resumed", async () => {
    const runId = await interrupted();
    expect(await marked()).toEqual([]);
    await resumeImport({ pool, runId });
    expect(await marked()).toEqual(marksOf(1, 2, 3));
    expect(await noted()).toBe(0);
  });

  it("marks what stays of a run that is given up", async () => {
    const runId = await interrupted();
    await abandonImport(pool, runId, "test");
    expect(await marked()).toEqual(marksOf(1, 2));
    expect(await noted()).toBe(0);
  });
});
