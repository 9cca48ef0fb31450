/** Where the exchange stands, as a terminal shows it: with the ids and keys that other commands ask for. */
import type { DriftStatus, StoredStatus } from "../store/queries/sync-status.ts";
import { inBothLanguages } from "./sync-reason-text.ts";
import { approvalOf, countsText, directions, states } from "./sync-words.ts";
import { table } from "./table.ts";

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
    rejectedText(status.rejected),
    receiptsText(receipts),
    driftsText(drifts),
    listReceiptsText(status.listReceipts),
    runsText(runs, heldRun),
  ].join("");
}

/** Why the city will not hold a record, and by what its batch is sent again. */
function rejectedText(rejected: StoredStatus["rejected"]): string {
  if (rejected.length === 0) return "";
  const rows = rejected.map(({ key, code, message, batchKey }) => [
    key,
    code ?? "-",
    message ?? "",
    batchKey,
  ]);
  const heading = ["记录 record", "代码 code", "说明 message", "批次 batch"];
  return `\n市级拒收 rejected by the city：更正后自动重报；批次整体拒收的可用 replay 重发 / mended records are told again, a batch by: goldseed sync replay BATCH\n${table([heading, ...rows])}`;
}

function receiptsText(receipts: StoredStatus["receipts"]): string {
  if (receipts.length === 0) return "\n";
  const rows = receipts.map((receipt) => [
    receipt.stream,
    receipt.level,
    receipt.agreed ? "是 yes" : "否 no",
    String(receipt.recordCount),
    String(receipt.differences),
    receipt.obtainedAt,
  ]);
  return `\n${table([
    ["核对 receipt", "级别 level", "一致 agreed", "条数 records", "差异 differences", "时间 at"],
    ...rows,
  ])}\n`;
}

/** With their ids: `replay` and `--approve` ask for them. */
function runsText(runs: StoredStatus["runs"], heldRun: string | null): string {
  const rows = runs.map((run) => [
    run.id,
    run.startedAt,
    directions[run.direction] ?? run.direction,
    run.stream,
    states[run.state] ?? run.state,
    [
      run.direction === "VERIFY"
        ? run.state === "DONE"
          ? "一致 agreed"
          : ""
        : countsText(run, run),
      `${inBothLanguages(run.failure ?? "")}${run.id === heldRun ? approvalOf(run.id) : ""}`,
    ]
      .filter((text) => text !== "")
      .join("; "),
  ]);
  const heading = [
    "编号 run",
    "开始 started",
    "方向 direction",
    "数据流 stream",
    "状态 state",
    "结果 result",
  ];
  return table([heading, ...rows]);
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

function backlog(depth: number, ageS: number | null): string {
  return ageS === null ? String(depth) : `${depth} (${ageS} s)`;
}
