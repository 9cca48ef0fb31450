/**
 * Which figures of the statistics grid may be told beyond the caller's areas. Exact inside them; outside not when the
 * enterprises outside, the figure less the caller's own, are a group too small to hide one in. And not the total of the
 * libraries either as long as one library is withheld: total and other libraries would tell it.
 */
import { isSeenArea, seenAreasParameter } from "./scope-predicate.ts";
import type { CompileContext, Row } from "./compile-context.ts";
import { columnOf, literal } from "./sql-text.ts";

/** A mean goes by how many stand behind it. */
const countedBy: Readonly<Record<string, string>> = { LABEL_COMPLETION: "PORTRAITS" };
/** Totals, and the members that they could be told from. */
const membersOf: Readonly<Record<string, string>> = { IN_LIBRARY: "LIBRARY" };

/** A condition over `s`, a row of area_statistics for the area of `row`. */
export function toldOutside(context: CompileContext, row: Row, measure: string): string {
  const { tier } = context.access;
  if (row.own === true || tier === "DISTRICT" || tier === "CITY") return "true";
  const code = columnOf(row.alias, "code");
  const withheld = [tooFew(context, code, { measure: countedBy[measure] ?? measure, of: "s" })];
  const members = membersOf[measure];
  if (members !== undefined)
    withheld.push(
      `exists(select from area_statistics l where l.area_code = ${code} and l.measure = ${literal(members)} and ${tooFew(context, code, { measure: members, of: "l" })})`,
    );
  return `(${isSeenArea(context, code)} or not (${withheld.join(" or ")}))`;
}

/**
 * Whether the enterprises outside are fewer than a group. Towns do not overlap each other, nor do zones; where a grant
 * gives a caller both kinds, what is its own lies between the larger sum and the sum of both, and so does the answer.
 */
function tooFew(
  context: CompileContext,
  code: string,
  { measure, of }: { readonly measure: string; readonly of: string },
): string {
  const most = context.access.smallestGroup - 1;
  const sum = (from: string, where: string) =>
    `(select coalesce(sum(c.value), 0) from area_statistics c${from} where c.measure = ${literal(measure)} and c.member = ${of}.member and ${where})`;
  const all = sum("", `c.area_code = ${code}`);
  if (!context.access.granted) {
    const own = sum("", isSeenArea(context, "c.area_code"));
    return `${all} - ${own} between 1 and ${most}`;
  }
  const seen = `c.area_code = any(${seenAreasParameter(context)})`;
  const kind = (name: string) =>
    sum(" join areas a on a.code = c.area_code", `${seen} and a.kind = '${name}'`);
  const [towns, zones] = [kind("TOWN"), kind("ZONE")];
  return `(${all} - ${towns} - ${zones} <= ${most} and ${all} - greatest(${towns}, ${zones}) >= 1)`;
}
