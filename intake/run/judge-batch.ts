/** Whether a batch is so unlike what the source sends that an officer has to look at it before it is merged. */
import type { PoolClient } from "../../store/pool.ts";
import { countMissing, readEarlierCounts } from "../../store/queries/import-gates.ts";
import { tableOf } from "../facts/table-of.ts";
import type { HeldReason } from "./import-report.ts";
import type { RunContext } from "./run-context.ts";

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Empty for a batch that may go on. Mended rows sent again are few and chosen: no measure applies to them. */
export async function judgeBatch(client: PoolClient, context: RunContext): Promise<HeldReason[]> {
  const { report, run } = context;
  if (report.ticketHeader !== null) return [];
  if (report.way !== "FILE") return badRows(context);
  const earlier = await readEarlierCounts(client, run.sourceId);
  return [
    ...badRows(context),
    ...unusualCount(context, earlier),
    ...(await manyEnded(client, context)),
  ];
}

function badRows({ report, description }: RunContext): HeldReason[] {
  const { badShare, fromRows } = description.gates;
  const rows = report.read - report.blank;
  const share = report.quarantined / Math.max(1, rows);
  if (rows < fromRows || share <= badShare) return [];
  return [
    {
      code: "BAD_ROWS",
      messageZh: `${rows} 行中有 ${report.quarantined} 行不合格（${percent(share)}），超过 ${percent(badShare)}`,
      messageEn: `${report.quarantined} of ${rows} rows are wrong (${percent(share)}), more than ${percent(badShare)}`,
    },
  ];
}

function unusualCount(
  { report, description }: RunContext,
  earlier: readonly number[],
): HeldReason[] {
  const { sigmas, fromRuns } = description.gates;
  if (earlier.length < fromRuns) return [];
  const mean = earlier.reduce((sum, count) => sum + count, 0) / earlier.length;
  const squares = earlier.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  // Files of exactly one size have no spread; a hundredth of the mean is none either.
  const spread = Math.max(Math.sqrt(squares / (earlier.length - 1)), mean / 100, 1);
  const off = Math.abs(report.read - mean) / spread;
  if (off <= sigmas) return [];
  const usual = Math.round(mean);
  return [
    {
      code: "UNUSUAL_COUNT",
      messageZh: `有 ${report.read} 行，以往 ${earlier.length} 次平均 ${usual} 行，相差 ${off.toFixed(1)} 个标准差，超过 ${sigmas} 个`,
      messageEn: `${report.read} rows, where ${earlier.length} earlier files had ${usual} on average: ${off.toFixed(1)} standard deviations off, more than ${sigmas}`,
    },
  ];
}

async function manyEnded(client: PoolClient, context: RunContext): Promise<HeldReason[]> {
  const { description, run } = context;
  if (!description.completeList || description.target !== "FACTS") return [];
  const { missing, all } = await countMissing(client, tableOf(description), run);
  const { goneShare } = description.gates;
  if (all === 0 || missing / all <= goneShare) return [];
  return [
    {
      code: "MANY_ENDED",
      messageZh: `名单中少了 ${missing} 条（现有 ${all} 条），超过 ${percent(goneShare)}，放行后它们将视为已结束`,
      messageEn: `the list lacks ${missing} of the ${all} facts held, more than ${percent(goneShare)}; released, they will have ended`,
    },
  ];
}
