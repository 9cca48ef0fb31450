/**
 * Indicators of a few enterprises on a day, each with the facts it was computed from, or why it is unknown. Computed when
 * asked for and not stored: a stored copy of 150 values an enterprise would be stale with the first fact that moves.
 */
import type { Criteria } from "../domain/criteria/criteria.ts";
import { GoldseedError } from "../domain/errors.ts";
import { nearestNames } from "../lib/nearest-names.ts";
import type { Pool } from "../store/pool.ts";
import { makeSheet } from "../store/queries/assess-verdicts.ts";
import { readFlaggedSheet } from "../store/queries/assess-ways.ts";
import {
  type FactRow,
  readIndicatorFacts,
  readStatements,
  registersAbsent,
} from "../store/queries/indicator-facts.ts";
import { indicatorOrigins } from "../store/queries/indicator-origins.ts";
import { inTransaction } from "../store/transaction.ts";
import { activePacks } from "./compile/compile-packs.ts";
import { columnNameOf, inputsOfPack, sheetColumns } from "./compile/sheet-column.ts";
import { currentCriteria } from "./current-criteria.ts";
import { indicatorSheet } from "./indicators/indicator-sheet.ts";
import { type ToldIndicator, tellIndicator } from "./indicators/tell-indicator.ts";
import { titleKindOf } from "./indicators/title-kinds.ts";

export interface IndicatorQuestion {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Null for all. @throws for one that is not in the catalogue. */
  readonly ids: readonly string[] | null;
  /** Null for all packs. */
  readonly pack: string | null;
}

/** @returns by credit code; an enterprise that is not judged is not in it. @throws GoldseedError NOT_FOUND. */
export async function tellIndicators(
  pool: Pool,
  codes: readonly string[],
  { asOf, ids, pack }: IndicatorQuestion,
): Promise<ReadonlyMap<string, readonly ToldIndicator[]>> {
  const criteria = await currentCriteria();
  const packs = activePacks([...criteria.packs.values()], asOf);
  const wanted = columnsAsked(criteria, asOf, { ids, pack });
  return inTransaction(pool, async (client) => {
    await makeSheet(client, "told_sheet", indicatorSheet(criteria, packs, { asOf, codes }));
    const sheets = await readFlaggedSheet(client, "told_sheet");
    const facts = byCode(await readIndicatorFacts(client, { asOf, codes }));
    const absent = await registersAbsent(client);
    const statements = await readStatements(client, codes);
    const origins = indicatorOrigins(asOf, titleKindOf);
    return new Map(
      [...sheets].map(([code, { row, flags }]) => {
        const known = { row, flags, absent, asOf, facts: facts.get(code) ?? [] };
        const details = statements.get(code);
        return [
          code,
          wanted.map((column) =>
            tellIndicator(criteria.catalogue, column, {
              ...known,
              details,
              origin: origins.get(column),
            }),
          ),
        ] as const;
      }),
    );
  });
}

function byCode(facts: readonly FactRow[]): ReadonlyMap<string, readonly FactRow[]> {
  const lists = new Map<string, FactRow[]>();
  for (const fact of facts) {
    const list = lists.get(fact.creditCode);
    if (list === undefined) lists.set(fact.creditCode, [fact]);
    else list.push(fact);
  }
  return lists;
}

/** Columns of the sheet without those that only say whether a title is held. */
function columnsAsked(
  criteria: Criteria,
  asOf: string,
  { ids, pack }: Pick<IndicatorQuestion, "ids" | "pack">,
): readonly string[] {
  const packs = activePacks([...criteria.packs.values()], asOf);
  const chosen = pack === null ? packs : packs.filter(({ id }) => id === pack);
  if (chosen.length === 0)
    throw notFound(
      "认定标准",
      "pack",
      pack ?? "",
      packs.map(({ id }) => id),
    );
  const unknown = ids?.find((id) => !criteria.catalogue.indicators.has(id));
  if (unknown !== undefined)
    throw notFound("指标", "indicator", unknown, criteria.catalogue.indicators.keys());
  const read = new Set(
    chosen.flatMap((one) => inputsOfPack(one).map((input) => columnNameOf(one, input))),
  );
  return sheetColumns(packs, criteria.catalogue)
    .map(({ name }) => name)
    .filter((name) => read.has(name) && (ids === null || ids.includes(name.split("@")[0] ?? name)));
}

function notFound(zh: string, en: string, id: string, names: Iterable<string>): GoldseedError {
  const near = nearestNames(id, names);
  return new GoldseedError(
    "NOT_FOUND",
    `没有${zh}“${id}” / There is no ${en} "${id}".${near.length > 0 ? ` 是否为 Did you mean ${near.join(", ")}?` : ""}`,
  );
}
