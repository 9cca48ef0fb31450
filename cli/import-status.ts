/** The latest imports as a table, and below it what keeps each of those that have not ended well, with what to do. */
import { isOpenImport } from "../domain/open-imports.ts";
import type { Pool } from "../store/pool.ts";
import { isImportUnderWay } from "../store/queries/import-lock.ts";
import type { ImportRunRow } from "../store/queries/import-runs.ts";
import { table } from "./table.ts";

const heading = [
  "编号 run",
  "来源 source",
  "状态 state",
  "文件 file",
  "开始 started",
  "读取 read",
  "隔离 bad",
  "说明 note",
];

/** Ends with a line end. */
export async function importStatusText(pool: Pool, runs: readonly ImportRunRow[]): Promise<string> {
  if (runs.length === 0) return "还没有导入 / nothing has been imported yet\n";
  const notes: string[] = [];
  for (const run of runs) {
    const note = await noteOf(pool, run);
    if (note !== null) notes.push(`  ${run.id}：${note}\n`);
  }
  return `${table([heading, ...runs.map(rowOf)])}\n${notes.join("")}`;
}

function rowOf(run: ImportRunRow): readonly string[] {
  const figure = (name: string): string => {
    const value = run.report?.[name];
    return typeof value === "number" ? value.toLocaleString("en-US") : "";
  };
  const { dryRun, decision } = run.report ?? {};
  const dry = dryRun === true ? "试运行 dry run" : "";
  const answer = typeof decision === "string" ? "复核答复 answer to a review" : dry;
  return [
    run.id,
    run.sourceId,
    run.state,
    run.fileName ?? "",
    run.startedAt,
    figure("read"),
    figure("quarantined"),
    isOpenImport(run.state) ? shareOf(run) : answer,
  ];
}

function shareOf({ state, mergedLine, stagedLines, stagedBytes, fileBytes }: ImportRunRow): string {
  if (state === "RELINKING") return "100%";
  const merging = state === "MERGING" ? mergedLine / Math.max(1, stagedLines) : null;
  return `${Math.floor((merging ?? stagedBytes / Math.max(1, fileBytes)) * 100)}%`;
}

async function noteOf(pool: Pool, { id, sourceId, state, failure }: ImportRunRow) {
  if (state === "HELD") {
    return `待审核 / waits for an officer: goldseed import release ${id} | goldseed import reject ${id}`;
  }
  if (!isOpenImport(state)) return failure;
  if (await isImportUnderWay(pool, sourceId)) return "正在进行 / under way";
  return (
    failure ??
    `已中断，续完 / interrupted, go on: goldseed import resume ${id}（放弃 give it up: goldseed import abandon ${id}）`
  );
}
