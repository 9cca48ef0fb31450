/** An exchange as a terminal shows it, and the exit code that its report deserves. */
import type { PartReport } from "../sync/part-report.ts";
import type { SyncReport } from "../sync/run-sync.ts";
import { inBothLanguages } from "./sync-reason-text.ts";
import { approvalOf, countsText, directions, states } from "./sync-words.ts";
import { table } from "./table.ts";

/** 0 when all is done; 3 when something waits for a person or a later run; 69 when the city was away. */
export function exitCodeOfSync(report: SyncReport): number {
  const last = lastOfEach(report.parts);
  if (last.some(({ state }) => state === "FAILED")) return 69;
  const waiting = last.some(
    ({ state, counts }) => state !== "DONE" || counts.quarantined > 0 || counts.rejected > 0,
  );
  return waiting ? 3 : 0;
}

export function syncText({ platform, parts, uncaptured }: SyncReport): string {
  const head = `${platform.name}  ${platform.level}\n`;
  const rows = parts.map((part) => [
    directions[part.direction] ?? part.direction,
    part.stream,
    states[part.state] ?? part.state,
    resultOf(part),
  ]);
  const alarm =
    uncaptured > 0
      ? `注意 / note: ${uncaptured} 处变更未被触发器捕获，已补发 / found by the sweep\n`
      : "";
  return head + table(rows) + alarm;
}

function lastOfEach(parts: readonly PartReport[]): readonly PartReport[] {
  return [...new Map(parts.map((part) => [`${part.direction}/${part.stream}`, part])).values()];
}

function resultOf(part: PartReport): string {
  const { agreement, counts, failure, runId, state } = part;
  if (agreement !== null) {
    const { agreed, records, level, roundTrips, bytesExchanged, differences } = agreement;
    const word = agreed ? "双方一致 both sides agree" : `差异 differences ${differences}`;
    return `${word}: ${records} 条 records, ${level}, ${roundTrips} 次往返 round trips, ${bytesExchanged} B`;
  }
  const approval = state === "HELD" && runId !== null ? approvalOf(runId) : "";
  return failure === null ? countsText(counts, part) : `${inBothLanguages(failure)}${approval}`;
}
