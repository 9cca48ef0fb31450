/** What becomes of a field the caller may not have: null and one error, or no answer at all where null may not stand. */
import { type GraphQLOutputType, isNonNullType } from "graphql";

import { GoldseedError } from "../../domain/errors.ts";
import type { CompileContext } from "./compile-context.ts";
import type { Refusal } from "./plan.ts";

/** @returns the expression in the field's place. @throws GoldseedError FORBIDDEN_FIELD for a field that is never null. */
export function refusedField(
  context: Pick<CompileContext, "refusals">,
  refusal: Refusal,
  type: GraphQLOutputType,
): string {
  if (isNonNullType(type)) throw forbiddenField(refusal.coordinate);
  context.refusals.push(refusal);
  return "null::json";
}

export function forbiddenField(coordinate: string): GoldseedError {
  return new GoldseedError(
    "FORBIDDEN_FIELD",
    `无权查看“${coordinate}”。 You may not read "${coordinate}".`,
    { details: { field: coordinate } },
  );
}
