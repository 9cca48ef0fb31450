/** Why a run stopped, for whoever reads its status: what happened, that nothing is lost, and what to do. */
import { GoldseedError } from "../../domain/errors.ts";
import { databaseFailure } from "../../store/database-failure.ts";
import type { ImportRunRow } from "../../store/queries/import-runs.ts";

type Words = readonly [zh: string, en: string];

const away: Words = [
  "与数据库的连接中断。待数据库恢复后续完",
  "The connection to the database broke. Once it answers, go on",
];
const slow: Words = [
  "数据库某一步用时过长，被中止。待其空闲后续完",
  "A step took the database too long and was ended. Go on when it is less busy",
];
const stopped: Words = ["按要求停下。续完", "Stopped as asked. Go on"];
const unexpected: Words = [
  "出现意外错误。请把括号中的原文交给运维，处理后续完",
  "An unexpected error. Tell operations the words in brackets; then go on",
];
/** Of PostgreSQL and of this machine. */
const full: Words = ["磁盘已满。腾出空间后续完", "A disk is full. Make room, then go on"];

/** Chinese / English. Of a `GoldseedError` its own words, which say what to do. */
export function failureInWords(
  error: unknown,
  { id, state }: Pick<ImportRunRow, "id" | "state">,
): string {
  if (error instanceof GoldseedError) return error.message;
  const [zh, en] = wordsFor(error);
  const resume = `goldseed import resume ${id}`;
  const [doneZh, doneEn] = state === "RELINKING" ? relinking : merging;
  const inside = error instanceof Error ? error.message : String(error);
  return `${zh}：${resume}。${doneZh} / ${en}: ${resume}. ${doneEn} (${inside})`;
}

const merging: Words = ["已接收、已入库的都在", "What was staged and merged stays"];
const relinking: Words = [
  "登记已全部入库，只差重新关联待复核的记录",
  "All registry rows are in; only records that wait are still to be linked again",
];

function wordsFor(error: unknown): Words {
  const { code = "", name = "" } = (error ?? {}) as { readonly code?: string; name?: string };
  if (name === "AbortError") return stopped;
  if (code === "53100" || code === "ENOSPC") return full;
  const failure = databaseFailure(error);
  if (failure === undefined) return unexpected;
  return failure === "TIMEOUT" ? slow : away;
}
