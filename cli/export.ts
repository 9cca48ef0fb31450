/** `goldseed export FILE --out rows.csv`: a list, page after page, as somebody of a tier; into a file when it is whole. */
import { renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { Command } from "commander";

import { GoldseedError } from "../domain/errors.ts";
import { csvLine } from "../lib/csv-line.ts";
import { readCommandConfig, withConfigFlags } from "./config-flags.ts";
import { type AskPage, exportPages } from "./export-pages.ts";
import { type GraphCall, graphCall, type GraphOptions, withGraphOptions } from "./graph-call.ts";
import { openOutFile } from "./open-out-file.ts";
import { type GraphqlRequest, postGraphql } from "./post-graphql.ts";
import { proposeExport } from "./propose-export.ts";
import { wholeNumber } from "./whole-number.ts";

interface ExportOptions extends GraphOptions {
  readonly out?: string;
  readonly maxRows: string;
  readonly propose?: string;
  readonly confirmed?: string;
}

const examples = `
查询须有一个列表和变量 $after / the document asks one list and has the variable $after:
  query ($after: String) { enterprises(first: 200, after: $after) {
    edges { node { creditCode name } } pageInfo { hasNextPage endCursor } } }

一个列表连续导出超过策略所定行数（bulkExport）须另一人确认 / beyond the policy's number of rows another person confirms:
  goldseed export FILE --max-rows 20000 --propose 事由 REASON
  goldseed export-request confirm ID        （另一人 another person）
  goldseed export FILE --max-rows 20000 --confirmed ID --out rows.csv

每页单独鉴权并入审计；权限中途被收回即停止，不留文件；末行记明由谁何时导出及编号，据此可查审计（goldseed audit search --export 编号）。.csv 为表格，其余每行一个 JSON。
Each page is let in and audited by itself; a right withdrawn meanwhile ends it, and no file is left; the last line says by whom and when, and the id by which the audit has it (goldseed audit search --export ID). By the name's end: CSV, or NDJSON.`;

export function exportCommand(): Command {
  const command = withGraphOptions(
    new Command("export")
      .description("逐页导出一个列表 / export a list, page after page, as a caller of a tier")
      .argument("<file>", "查询文件，- 为标准输入 / document, - for standard input"),
  )
    .option("--out <file>", "写入的文件，.csv 或 .ndjson / file to write")
    .option("--max-rows <n>", "至多行数 / rows at most", "10000")
    .option(
      "--propose <reason>",
      "申请大批量导出，不导出 / ask for an export of many rows; writes no file",
    )
    .option("--confirmed <id>", "经另一人确认的申请编号 / id of the request that another confirmed")
    .addHelpText("after", examples);
  return withConfigFlags(command).action((file: string, given: ExportOptions) =>
    runExport(command, file, given),
  );
}

async function runExport(command: Command, file: string, given: ExportOptions): Promise<void> {
  const { config } = readCommandConfig(command);
  const call = await graphCall(config, file, given);
  const maxRows = wholeNumber("--max-rows", given.maxRows, 10_000_000);
  if (given.propose !== undefined) return propose(call, given.propose, maxRows);
  const { out = noFile(), confirmed: exportRequest } = given;
  const ask: AskPage = (after, exportId) => {
    const variables = { ...call.body.variables, after };
    return postGraphql({ ...call, body: { ...call.body, variables }, exportId, exportRequest });
  };
  const mark = await markOf(call);
  const rows = await writeExport(ask, { out, maxRows, mark });
  process.stderr.write(`已导出 exported ${rows} → ${out}\n`);
}

async function propose(call: GraphCall, reason: string, rows: number): Promise<void> {
  const id = await proposeExport(call, { reason, rows });
  process.stdout.write(
    `待另一人确认，七日内有效 waits for another person, within seven days:\n  goldseed export-request confirm ${id}\n`,
  );
}

function noFile(): never {
  throw new GoldseedError(
    "BAD_USER_INPUT",
    "请用 --out 给出写入的文件 / Give --out with the file to write.",
  );
}

/** Whose copy it is, as the gateway knows the caller, and since when: the last line of the file. */
export interface ExportMark {
  readonly subject: string;
  readonly at: string;
}

const viewer = "{ viewer { subject } }";

async function markOf({ url, token }: GraphqlRequest): Promise<ExportMark> {
  const answer = await postGraphql({ url, token, body: { query: viewer } });
  const { subject } = (answer.data as { viewer?: { subject?: string } } | undefined)?.viewer ?? {};
  if (subject === undefined)
    throw new GoldseedError(
      "UNAUTHENTICATED",
      `导出须知道由谁导出，网关未告知 / An export is marked with its caller, and the gateway named none: ${answer.errors?.[0]?.message ?? ""}`,
    );
  return { subject, at: new Date().toISOString() };
}

/**
 * The file appears under its name when it is whole; an export that was stopped leaves none.
 *
 * @returns how many rows. @throws GoldseedError as each page may; BAD_USER_INPUT beyond `maxRows`.
 */
export async function writeExport(
  ask: AskPage,
  {
    out,
    maxRows,
    mark,
  }: { readonly out: string; readonly maxRows: number; readonly mark: ExportMark },
): Promise<number> {
  let rows = 0;
  const part = `${out}.part`;
  const isTable = out.endsWith(".csv");
  const lines = async function* () {
    let id = "";
    for await (const page of exportPages(ask)) {
      id = page.exportId;
      rows += page.rows.length;
      if (rows > maxRows) throw tooMany(maxRows);
      yield page.rows.map(isTable ? csvRow(rows === page.rows.length) : jsonRow).join("");
    }
    yield isTable
      ? csvLine([`由 ${mark.subject} 于 ${mark.at} 导出 / exported, ${id}`])
      : jsonRow({ exported: { ...mark, id } });
  };
  try {
    await pipeline(Readable.from(lines()), await openOutFile(part));
    renameSync(part, out);
    return rows;
  } finally {
    rmSync(part, { force: true });
  }
}

type Row = Readonly<Record<string, unknown>>;

const jsonRow = (row: Row): string => `${JSON.stringify(row)}\n`;

/** The first page brings the heading: UTF-8 with a byte order mark, by which spreadsheets know it. */
const csvRow =
  (isFirstPage: boolean) =>
  (row: Row, index: number): string => {
    const heading = isFirstPage && index === 0 ? `\uFEFF${csvLine(Object.keys(row))}` : "";
    return `${heading}${csvLine(Object.values(row).map(cellOf))}`;
  };

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function tooMany(maxRows: number): GoldseedError {
  return new GoldseedError(
    "BAD_USER_INPUT",
    `超过 ${maxRows} 行，未导出 / The list has more than ${maxRows} rows; nothing was written. Narrow the filter, or give --max-rows.`,
  );
}
