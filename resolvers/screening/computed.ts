/** What is worked out about screenings: conditions in another form, and how alerts ended. */
import {
  readConditions,
  type ReadConditions,
} from "../../cultivation/screening/read-conditions.ts";
import { assertMayKeepScreenings } from "../../domain/access/alert-rights.ts";
import { decimal, formatDecimal, floorRatio } from "../../lib/decimal.ts";
import type { QueryReadConditionsArgs } from "../../schema/generated/types.ts";
import { readFeedback } from "../../store/queries/alert-worklist.ts";
import type { ComputedFields } from "../engine-language.ts";

export const screeningComputed = {
  "Query.readConditions": async ({ input }: QueryReadConditionsArgs, { principal }) => {
    assertMayKeepScreenings(principal);
    return readingOf(await readConditions(input));
  },
  "Screening.feedback": async (_args, { pool }, key) => {
    const feedback = await readFeedback(pool, key ?? "");
    return { ...feedback, falseAlarmRate: rateOf(feedback.falseAlarms, feedback.settled) };
  },
} satisfies ComputedFields;

export function readingOf({ condition, sentence, citations, unread }: ReadConditions) {
  return { conditions: condition, sentence, citations, unread };
}

/** Percent, cut to one place. */
function rateOf(part: number, whole: number): string | null {
  const tenths = floorRatio(decimal(part * 1_000), decimal(whole));
  return tenths === undefined ? null : formatDecimal({ digits: tenths, scale: 1 });
}
