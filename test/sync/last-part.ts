/** The last part of an exchange in a direction, of the stream that is named. */
import type { PartReport } from "../../sync/part-report.ts";
import type { SyncReport } from "../../sync/run-sync.ts";

export function lastPart({ parts }: SyncReport, direction: string, stream = ""): PartReport {
  const last = parts.findLast((p) => p.direction === direction && p.stream.includes(stream));
  if (last === undefined) throw new Error(`no ${direction} in ${JSON.stringify(parts)}`);
  return last;
}
