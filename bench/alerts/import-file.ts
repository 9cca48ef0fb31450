/** The figures of many enterprises as one file, taken in as `goldseed import` does. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { importRecords } from "../../intake/import-records.ts";
import type { Pool } from "../../store/pool.ts";
import type { Chosen } from "./choose-enterprises.ts";

const header = "企业名称,统一社会信用代码,会计年度,营业收入,研发费用,净利润,资产总额";

/** @param pool of the worker role. @param tenThousandYuan revenue of each. */
export async function importFile(
  pool: Pool,
  enterprises: readonly Chosen[],
  tenThousandYuan: number,
): Promise<void> {
  const year = new Date().getFullYear() - 1;
  const lines = enterprises.map(
    ({ name, creditCode }) => `${name},${creditCode},${year},${tenThousandYuan},,,`,
  );
  const folder = await mkdtemp(join(tmpdir(), "goldseed-bench-"));
  try {
    const path = join(folder, "financials.csv");
    await writeFile(path, [header, ...lines, ""].join("\n"));
    await importRecords({ pool, sourceId: "financials", path, startedBy: "bench" });
  } finally {
    await rm(folder, { recursive: true });
  }
}
