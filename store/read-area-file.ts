/** The areas as the data folder states them: one row each, checked, in the order of the official table. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { parse } from "csv-parse/sync";

import type { Area } from "../domain/enterprise/area.ts";
import { GoldseedError } from "../domain/errors.ts";
import { tiers } from "../domain/vocabulary.ts";

export interface AreaRow extends Area {
  /** Null for the city alone. */
  readonly parentCode: string | null;
  /** Place in lists, from 1. */
  readonly position: number;
}

const shippedFile = fileURLToPath(new URL("../data/areas/areas.csv", import.meta.url));

/** @throws GoldseedError CONFIG_INVALID with every fault of the file. */
export function readAreaFile(path: string = shippedFile): readonly AreaRow[] {
  const records = parse<Record<string, string | undefined>>(readFileSync(path), {
    bom: true,
    columns: true,
    comment: "#",
    skip_empty_lines: true,
  });
  const rows = records.map(toRow);
  const problems = rows.flatMap((row) => problemsOf(row, rows));
  if (problems.length > 0) {
    throw new GoldseedError(
      "CONFIG_INVALID",
      `区域文件“${path}”有 ${problems.length} 处错误，请改正所列各行 / The area file "${path}" has ${problems.length} fault(s): ${problems.join("; ")}. Mend these lines.`,
      { details: { problems } },
    );
  }
  return rows;
}

function toRow(record: Record<string, string | undefined>, index: number): AreaRow {
  const formerNames = (record["former_names"] ?? "").split("|").filter((name) => name !== "");
  return {
    code: record["code"] ?? "",
    name: record["name"] ?? "",
    kind: (record["kind"] ?? "") as AreaRow["kind"],
    parentCode: record["parent_code"] || null,
    formerNames,
    position: index + 1,
  };
}

function problemsOf(row: AreaRow, rows: readonly AreaRow[]): string[] {
  const problems: string[] = [];
  if (row.code === "" || row.name === "")
    problems.push(`area ${row.position} lacks a code or a name`);
  if (!tiers.includes(row.kind)) {
    problems.push(`"${row.code}" is of kind "${row.kind}", expected one of ${tiers.join(", ")}`);
  }
  if (rows.find(({ code }) => code === row.code) !== row)
    problems.push(`"${row.code}" stands twice`);
  const parent = rows.find(({ code }) => code === row.parentCode);
  if (row.parentCode === null ? row.kind !== "CITY" : parent === undefined) {
    problems.push(`"${row.code}" lies in "${row.parentCode ?? ""}", which the file does not hold`);
  }
  return problems;
}
