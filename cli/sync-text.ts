/** An exchange and its standing, as a terminal shows them; and the exit code that a report deserves. */
import type { DriftStatus, StoredStatus } from "../store/queries/sync-status.ts";
import type { RunCounts } from "../store/queries/sync-runs.ts";
import type { PartReport } from "../sync/part-report.ts";
import type { SyncReport } from "../sync/run-sync.ts";
import { table } from "./table.ts";

const directions: Readonly<Record<string, string>> = {
  PULL: "拉取 pull",
  PUSH: "推送 push",
  VERIFY: "核对 verify",
};

const states: Readonly<Record<string, string>> = {
  RUNNING: "进行中 running",
  DONE: "完成 done",
  INCOMPLETE: "不完整 incomplete",
  HELD: "待确认 held",
  FAILED: "失败 failed",
};

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

export function statusText(status: StoredStatus | null): string {
  if (status === null) return "尚未同步 / no exchange yet\n";
  const { name, level, generation, seenAt, streams, runs, receipts, drifts } = status;
  const heldRun = newestHeld(runs);
  return [
    `${name}  ${level}  generation ${generation}  最近联系 last seen ${seenAt ?? "-"}\n\n`,
    table([
      [
        "数据流 stream",
        "最近完成 completed",
        "积压 outbox",
        "批次 batches",
        "拒收 rejected",
        "待决 open",
      ],
      ...streams.map((stream) => [
        stream.stream,
        stream.completedAt ?? "-",
        backlog(stream.outboxDepth, stream.outboxAgeS),
        Object.entries(stream.batches)
          .map(([state, count]) => `${state} ${count}`)
          .join(", ") || "-",
        String(stream.rejectedItems),
        String(stream.openConflicts),
      ]),
    ]),
    "\n",
    table([
      ["核对 receipt", "级别 level", "一致 agreed", "条数 records", "差异 differences", "时间 at"],
      ...receipts.map((receipt) => [
        receipt.stream,
        receipt.level,
        receipt.agreed ? "是 yes" : "否 no",
        String(receipt.recordCount),
        String(receipt.differences),
        receipt.obtainedAt,
      ]),
    ]),
    "\n",
    driftsText(drifts),
    listReceiptsText(status.listReceipts),
    table(
      runs.map((run) => [
        run.startedAt,
        directions[run.direction] ?? run.direction,
        run.stream,
        states[run.state] ?? run.state,
        countsText(run),
        `${run.failure ?? ""}${run.id === heldRun ? approvalOf(run.id) : ""}`,
      ]),
    ),
  ].join("");
}

const driftKinds: Readonly<Record<string, string>> = {
  NEW_MEMBER: "新字段 new member",
  MISSING_MEMBER: "缺字段 missing member",
  NEW_VALUE: "新取值 new value",
  OTHER_TYPE: "类型不同 other type",
};

/** Nothing while the city's records are of the form that was agreed. */
function driftsText(drifts: readonly DriftStatus[]): string {
  if (drifts.length === 0) return "";
  const rows = drifts.map(({ stream, field, kind, records, example, firstSeenAt }) => [
    stream,
    field,
    driftKinds[kind] ?? kind,
    `${records} 条 records`,
    example,
    firstSeenAt,
  ]);
  return `形式漂移，请与市级平台核对 / the city's records are of another form than agreed, ask the city:\n${table(rows)}\n`;
}

/** Nothing where no parcels are exchanged. */
function listReceiptsText({ waiting, laidAt }: StoredStatus["listReceipts"]): string {
  if (waiting === 0 && laidAt === null) return "";
  const owed = waiting === 0 ? "" : `，待放 waiting ${waiting}`;
  return `对市级名单的回执 receipts for the city's lists: 最近 last ${laidAt ?? "-"}${owed}\n\n`;
}

/** Only the newest pull can be let pass, while nothing after it has been taken in. */
function newestHeld(runs: StoredStatus["runs"]): string | null {
  const concluded = runs.find(
    ({ direction, state }) => direction === "PULL" && (state === "DONE" || state === "HELD"),
  );
  return concluded?.state === "HELD" ? concluded.id : null;
}

const approvalOf = (runId: string): string =>
  `；批准 to let it pass: goldseed sync run --approve ${runId}`;

function lastOfEach(parts: readonly PartReport[]): readonly PartReport[] {
  return [...new Map(parts.map((part) => [`${part.direction}/${part.stream}`, part])).values()];
}

function resultOf({ agreement, counts, failure, runId, state }: PartReport): string {
  if (agreement !== null) {
    const { agreed, records, level, roundTrips, bytesExchanged, differences } = agreement;
    const word = agreed ? "双方一致 both sides agree" : `差异 differences ${differences}`;
    return `${word}: ${records} 条 records, ${level}, ${roundTrips} 次往返 round trips, ${bytesExchanged} B`;
  }
  const approval = state === "HELD" && runId !== null ? approvalOf(runId) : "";
  return failure === null ? countsText(counts) : `${failure}${approval}`;
}

function countsText(counts: RunCounts): string {
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

function backlog(depth: number, ageS: number | null): string {
  return ageS === null ? String(depth) : `${depth} (${ageS} s)`;
}
