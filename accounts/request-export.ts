/** Whoever wishes to carry away more rows than one person decides about says what, how many and why. */
import { createHash } from "node:crypto";

import { exporterOf, exportVariables } from "../domain/access/bulk-export.ts";
import type { Principal } from "../domain/access/principal.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import { insertExportRequest } from "../store/queries/export-requests.ts";
import { pageVariables } from "./page-variables.ts";

export interface ExportQuestion {
  /** Text of the document that is asked page by page, or the command that exports. */
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly rows: number;
  readonly reason: string;
}

const leastReason = 4;
const longestDocument = 20_000;
const mostRows = 10_000_000;

/** @returns the id of the request. @throws GoldseedError BAD_USER_INPUT with every problem */
export async function requestExport(
  pool: Pool,
  principal: Principal,
  { document, variables: given, rows, reason }: ExportQuestion,
): Promise<string> {
  const isMapping = typeof given === "object" && given !== null && !Array.isArray(given);
  const variables = isMapping ? exportVariables(given, pageVariables(document)) : "";
  const problems = [
    ...(isMapping
      ? []
      : ["变量不是名称与值的对象 / the variables are no object of names and values"]),
    ...(document.length + variables.length <= longestDocument
      ? []
      : [
          `查询与变量超过 ${longestDocument} 字符 / the document and its variables are longer than ${longestDocument} characters`,
        ]),
    ...(rows >= 1 && rows <= mostRows
      ? []
      : [`行数为 ${rows}，应为 1 至 ${mostRows} / rows is ${rows}, expected 1 to ${mostRows}`]),
    ...([...reason.trim()].length >= leastReason
      ? []
      : [
          `事由“${reason}”不足 ${leastReason} 字，另一人须知道为何 / the reason "${reason}" is shorter than ${leastReason} characters; another must know why`,
        ]),
  ];
  if (problems.length > 0)
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `导出申请不成立 / The export cannot be asked for: ${problems.join("; ")}`,
      { details: { problems } },
    );
  const documentHash = createHash("sha256").update(document).digest("hex");
  const who = { subject: principal.subject, ...exporterOf(principal) };
  return insertExportRequest(pool, { ...who, document, documentHash, variables, rows, reason });
}
