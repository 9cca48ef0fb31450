/** What an import holds does not grow with the file: measured after a collection, at the end of each chunk. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { beforeAll, expect, it } from "vitest";

import { importRecords } from "../../../intake/import-records.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const database = await createTestDatabase();
const folder = fileFolder();
const rows = Number(process.env["MEMORY_ROWS"] ?? 4_000);
const header = "行政相对人名称,统一社会信用代码,许可编号,许可事项,许可决定日期\n";

beforeAll(async () => {
  await loadReferenceData(database.worker);
  await take("registry", csvOf(Array.from({ length: 10 }, (_, i) => rowOf(i))));
});

/** Megabytes in use after each chunk, by phase. */
async function take(sourceId: string, content: string): Promise<Record<string, number[]>> {
  const path = folder.write(`${sourceId}.csv`, content);
  const used: Record<string, number[]> = { STAGING: [], MERGING: [] };
  const onProgress = ({ phase }: { readonly phase: string }): void => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    used[phase]?.push((heapUsed + arrayBuffers) / 1e6);
  };
  const pool = database.worker;
  await importRecords({ pool, sourceId, path, startedBy: "test", chunkRows: 250, onProgress });
  return used;
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

it("the last chunks of a file find as much in use as those of its second quarter", async () => {
  // Every record is of another permit; one in a hundred is quarantined.
  const permits = Array.from({ length: rows }, (_, i) => {
    const day = i % 100 === 0 ? "2999-01-01" : "2024-01-15";
    return `${rowOf(i % 10).企业名称},${codeOf(i % 10)},青西审批第${i}件,食品经营许可,${day}\n`;
  });
  const used = await take("permits", header + permits.join(""));
  for (const samples of Object.values(used)) {
    const quarter = Math.floor(samples.length / 4);
    const [second, last] = [samples.slice(quarter, quarter * 2), samples.slice(-quarter)];
    expect(second.length).toBeGreaterThan(3);
    // Half of the records lie between: 500 bytes kept of each would be more.
    expect(mean(last) - mean(second)).toBeLessThan((rows / 2) * 0.0005);
  }
});
