/** The figures of an import in words, for the one who sent the file. */
import { findingCatalogue } from "../intake/validate/finding-catalogue.ts";
import type { ImportOutcome } from "../intake/import-records.ts";
import type { ImportReport } from "../intake/run/import-report.ts";
import { table } from "./table.ts";

type Line = readonly [label: string, value: string];

/** Ends with a line end. */
export function describeOutcome({ runId, report, resumed }: ImportOutcome): string {
  const { file } = report;
  const rows: Line[] = [
    [
      "导入 run",
      `${runId}${report.dryRun ? "（试运行，未写入 dry run, nothing written）" : ""}${resumed ? "（续前次 resumed）" : ""}`,
    ],
    [
      "文件 file",
      `${file.name}  ${number(file.bytes)} B  ${file.encoding}${file.ascii ? " (ASCII)" : ""}${file.sheet == null ? "" : `  ${file.sheet}`}`,
    ],
    ...remarks(report),
    ["读取 read", number(report.read)],
    ["  空行 blank", number(report.blank)],
    ["  隔离 quarantined", number(report.quarantined)],
    ["  重复 repeated", number(report.repeated)],
    ["  接收 accepted", number(report.accepted)],
    ["    新增 created", number(report.created)],
    [
      "    更新 updated",
      `${number(report.updated)}  （更名 renamed ${number(report.renamed)}，迁移 moved ${number(report.moved)}）`,
    ],
    ["    未变 unchanged", number(report.unchanged)],
    ...factLines(report),
    ["  修正 repaired", number(report.repaired)],
    ["关联 linked by", counts(report.linked)],
    ...placeLines(report),
    ["隔离区已销 settled", counts({ ...report.settled })],
    ["用时 time", times(report)],
  ];
  return `${table(rows)}\n${findings(report)}${heldNote(report, runId)}${hint(report, runId)}`;
}

/** What only enterprises have: a fact takes the town of its enterprise. */
function placeLines({ towns, inZone }: ImportReport): Line[] {
  if (Object.keys(towns).length === 0) return [];
  return [
    ["镇街 town by", counts(towns)],
    ["在功能区 in a zone", number(inZone)],
  ];
}

/** What only records that had to find their enterprise have. */
function factLines({ superseded, toReview, unlinked, ended, withdrawn }: ImportReport): Line[] {
  const lines: Line[] = [
    ["    被同批取代 superseded", number(superseded)],
    ["    待复核 to review", number(toReview)],
    ["    未找到企业 unlinked", number(unlinked)],
    ["  自他企业改归 withdrawn", number(withdrawn)],
    ["  名单已无 ended", number(ended)],
  ];
  return superseded + toReview + unlinked + ended + withdrawn === 0 ? [] : lines;
}

function times({ read, times: { stagingMs, checkingMs, mergingMs } }: ImportReport): string {
  const all = (stagingMs + checkingMs + mergingMs) / 1000;
  const parts = [stagingMs, checkingMs, mergingMs].map((ms) => (ms / 1000).toFixed(1));
  const rate = all === 0 ? "" : `，每秒 ${number(Math.round(read / all))} 条 records/s`;
  return `接收 staging ${parts[0]} s，查重 checking ${parts[1]} s，关联合并 linking and merging ${parts[2]} s${rate}`;
}

function heldNote({ held, dryRun, releasedBy }: ImportReport, runId: string): string {
  if (held.length === 0) return "";
  if (releasedBy !== null) {
    return `曾待审核，由 ${releasedBy} 放行 / was held for an officer, and let in by ${releasedBy}\n`;
  }
  const reasons = held
    .map(({ messageZh, messageEn }) => `  ${messageZh} / ${messageEn}\n`)
    .join("");
  const next = dryRun
    ? ""
    : `放行或退回 / let it in or send it back: goldseed import release ${runId} | goldseed import reject ${runId}\n`;
  return `待审核，尚未合并 / held for an officer, nothing is merged\n${reasons}${next}`;
}

function remarks({ file, sameFileAsRun, columnsAccepted }: ImportReport): Line[] {
  const lines: Line[] = [];
  if (typeof columnsAccepted === "string")
    lines.push(["列经确认 columns accepted", columnsAccepted]);
  if (sameFileAsRun !== null)
    lines.push([
      "",
      `与第 ${sameFileAsRun} 次导入的文件相同 / the very file of run ${sameFileAsRun}`,
    ]);
  if (file.unknownColumns.length > 0)
    lines.push(["未识别的列 unknown columns", file.unknownColumns.join("、")]);
  if (file.absentColumns.length > 0)
    lines.push(["未提供的列 absent columns", file.absentColumns.join("、")]);
  return lines;
}

function findings({ reasons, notes, repairs }: ImportReport): string {
  const section = (title: string, found: Readonly<Record<string, number>>): string => {
    const codes = Object.entries(found).sort(([, a], [, b]) => b - a);
    if (codes.length === 0) return "";
    const rows = codes.map(([code, count]) => [`  ${code}`, number(count), textOf(code)]);
    return `${title}\n${table(rows)}\n`;
  };
  return (
    section("隔离原因 why quarantined", reasons) +
    section("提示 notes", notes) +
    section("修正 repairs", repairs)
  );
}

/** The catalogue's words without the cell they were made for. */
function textOf(code: string): string {
  const entry = Object.entries(findingCatalogue).find(([known]) => known === code)?.[1];
  return entry === undefined ? "" : `${entry.zh} / ${entry.en}`.replaceAll(/\{\w+\}/g, "…");
}

function hint({ quarantined, dryRun, source }: ImportReport, runId: string): string {
  if (quarantined === 0 || dryRun) return "";
  return `导出隔离的行，改好后再次导入 / mend and send again: goldseed quarantine export --run ${runId} --out bad.csv && goldseed import ${source.id} bad.csv\n`;
}

const number = (value: number): string => value.toLocaleString("en-US");

const counts = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => `${key} ${number(count)}`)
    .join("  ");
