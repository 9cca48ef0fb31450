/** Words of the exchange that its report and its standing share. */
import type { RunCounts } from "../store/queries/sync-runs.ts";

export const directions: Readonly<Record<string, string>> = {
  PULL: "拉取 pull",
  PUSH: "推送 push",
  VERIFY: "核对 verify",
};

export const states: Readonly<Record<string, string>> = {
  RUNNING: "进行中 running",
  DONE: "完成 done",
  INCOMPLETE: "不完整 incomplete",
  HELD: "待确认 held",
  FAILED: "失败 failed",
};

/** What came of a run's records; of receipts for lists, which are counted as records, how many were laid down. */
export function countsText(counts: RunCounts, part: { direction: string; stream: string }): string {
  if (part.direction === "PUSH" && part.stream === "titles") {
    return `名单回执 receipts for lists ${counts.applied}`;
  }
  const words: readonly (readonly [keyof RunCounts, string])[] = [
    ["read", "读取 read"],
    ["applied", "应用 applied"],
    ["unchanged", "未变 unchanged"],
    ["rejected", "拒收 rejected"],
    ["quarantined", "隔离 quarantined"],
    ["deferred", "暂缓 deferred"],
  ];
  const shown = words.filter(([name]) => name === "read" || counts[name] > 0);
  return shown.map(([name, word]) => `${word} ${counts[name]}`).join(", ");
}

export const approvalOf = (runId: string): string =>
  `；批准 to let it pass: goldseed sync run --approve ${runId}`;
