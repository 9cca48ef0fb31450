/** Makes stored versions of screenings into questions, and the sheet that answers them. */
import type { Criteria } from "../../domain/criteria/criteria.ts";
import { bindCondition } from "../../domain/screening/bind-condition.ts";
import { checkCondition } from "../../domain/screening/check-condition.ts";
import { figuresOf } from "../../domain/screening/figures-of.ts";
import { columnsOf, type Question } from "../../domain/screening/question.ts";
import type { PoolClient } from "../../store/pool.ts";
import type { ActiveScreening } from "../../store/queries/screening-rows.ts";
import { activePacks } from "../compile/compile-packs.ts";
import { screeningSheet } from "../compile/screening-sheet.ts";
import type { AskedScreening } from "../compile/screenings-sql.ts";
import type { SheetRequest } from "../indicators/indicator-sheet.ts";
import { readBinding } from "./binding.ts";

/** A version that the language refuses today (a metric that was taken out) asks nothing, so it is left out. */
export async function askScreenings(
  client: PoolClient,
  criteria: Criteria,
  versions: readonly Pick<ActiveScreening, "id" | "version" | "conditions">[],
): Promise<readonly AskedScreening[]> {
  if (versions.length === 0) return [];
  const binding = await readBinding(client, criteria);
  return versions.flatMap(({ id, version, conditions }) => {
    const { condition } = checkCondition(conditions, binding.catalogue);
    if (condition === undefined) return [];
    const question = bindCondition(condition, binding);
    return [{ id, version, question, figures: figuresOf(condition, binding) }];
  });
}

/** The query of the sheet that answers all of `asked`. */
export function sheetFor(
  criteria: Criteria,
  asked: readonly { readonly question: Question }[],
  request: SheetRequest,
): string {
  const columns = new Map(asked.flatMap(({ question }) => [...columnsOf(question)]));
  const packs = activePacks([...criteria.packs.values()], request.asOf);
  return screeningSheet(criteria, packs, { ...request, columns });
}
