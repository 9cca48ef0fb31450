/** Judges records in SQL through a sheet made of them, as the pure function does one by one. */
import assert from "node:assert/strict";

import { compilePacks } from "../../../cultivation/compile/compile-packs.ts";
import {
  columnNameOf,
  sheetColumns,
  titleColumnName,
} from "../../../cultivation/compile/sheet-column.ts";
import type { Catalogue } from "../../../domain/criteria/catalogue.ts";
import { holdsTitle, type Inputs, textOf } from "../../../domain/criteria/inputs.ts";
import type { Pack } from "../../../domain/criteria/pack.ts";
import type { Verdict } from "../../../domain/criteria/verdict.ts";
import { applyOverlays } from "../../../domain/criteria/version/apply-overlays.ts";
import type { Pool } from "../../../store/pool.ts";

export type ComparedVerdict = Omit<Verdict, "waysToPass">;

/**
 * The verdicts on `records` by one pack, in their order.
 * @throws AssertionError when one of the statements that tell less (verdicts, outcomes) says other than the one that
 * tells reasons.
 */
export async function judgeInSql(
  pool: Pool,
  pack: Pack,
  records: readonly Inputs[],
  { catalogue, asOf }: { readonly catalogue: Catalogue; readonly asOf?: string },
): Promise<ComparedVerdict[]> {
  const laid = pack.kind === "rules" ? applyOverlays(pack, asOf) : pack;
  const columns = sheetColumns([laid], catalogue);
  const rows = records.map((inputs, place) => rowOf(laid, inputs, catalogue, place));
  const sheet = `(select * from json_to_recordset($1) as r(credit_code text, ${columns.map(({ name, type }) => `"${name}" ${type}`).join(", ")}))`;
  const compiled = compilePacks([pack], { sheet, ...(asOf === undefined ? {} : { asOf }) });
  const asked = async (query: string) =>
    pool.query<Record<string, unknown>>(`select * from (${query}) j order by credit_code`, [
      JSON.stringify(rows),
    ]);
  const { rows: judged } = await asked(compiled.rows);
  const { rows: verdicts } = await asked(compiled.verdicts);
  assert.deepEqual(
    verdicts.map((row) => row["p0_pass"]),
    judged.map((row) => row["pass"]),
  );
  const { rows: outcomes } = await asked(compiled.wide);
  assert.deepEqual(
    outcomes.map((row) => [row["p0_pass"], row["p0_progress"]]),
    judged.map((row) => [row["pass"], row["progress"]]),
  );
  return judged.map((row) => verdictOf(pack, row));
}

function rowOf(pack: Pack, inputs: Inputs, catalogue: Catalogue, place: number) {
  const row: Record<string, unknown> = { credit_code: String(place).padStart(9, "0") };
  for (const [input, value] of inputs.values) {
    row[columnNameOf(pack, input)] = typeof value === "object" ? textOf(value) : value;
  }
  if (inputs.titles !== undefined) {
    for (const title of catalogue.titles.keys()) {
      row[titleColumnName(title)] = holdsTitle(inputs, title);
    }
  }
  return row;
}

function verdictOf(pack: Pack, row: Record<string, unknown>): ComparedVerdict {
  const truth = (value: unknown) => (value === null ? "unknown" : (value as boolean));
  const lists = ["direct_pass", "excluded_by", "failed", "unknown", "presumed"] as const;
  return {
    pass: truth(row["pass"]),
    progress: row["progress"],
    total: row["total"],
    points: row["points"],
    category: row["category"],
    ranges: row["ranges"],
    ...Object.fromEntries(lists.map((name) => [name, row[name]])),
    ...(pack.kind === "size"
      ? { class: row["class"] ?? "unknown", is_sme: truth(row["pass"]) }
      : {}),
  } as ComparedVerdict;
}
