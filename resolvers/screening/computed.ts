/** What is worked out about screenings: conditions in another form, and how alerts ended. */
import {
  readConditions,
  type ReadConditions,
} from "../../cultivation/screening/read-conditions.ts";
import { tellFeedback } from "../../cultivation/tell-feedback.ts";
import { assertMayKeepScreenings } from "../../domain/access/alert-rights.ts";
import type { QueryReadConditionsArgs } from "../../schema/generated/types.ts";
import type { ComputedFields } from "../engine-language.ts";

export const screeningComputed = {
  "Query.readConditions": async ({ input }: QueryReadConditionsArgs, { principal }) => {
    assertMayKeepScreenings(principal);
    return readingOf(await readConditions(input));
  },
  "Screening.feedback": (_args, { pool }, key) => tellFeedback(pool, key ?? ""),
} satisfies ComputedFields;

export function readingOf(read: ReadConditions) {
  const { condition, sentence, citations, unread, contradictions } = read;
  return {
    conditions: condition,
    sentence,
    citations,
    unread,
    contradictions: contradictions.said,
  };
}
