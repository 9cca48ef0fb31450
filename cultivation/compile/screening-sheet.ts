/**
 * The rows screenings are asked of: the indicators they read, and what the district's judgement says (`pack:`, `gold:`,
 * `lapsing:`) and where the enterprise is (`area:`), which are no indicators of facts.
 */
import type { Criteria } from "../../domain/criteria/criteria.ts";
import type { Pack } from "../../domain/criteria/pack.ts";
import type { ColumnType } from "../../domain/screening/question.ts";
import { namedSheet, type SheetRequest } from "../indicators/indicator-sheet.ts";
import { titleKindOf } from "../indicators/title-kinds.ts";
import { quoteName, quoteText } from "./sql-text.ts";

/** `credit_code, town_code, zone_code` and `columns`. */
export function screeningSheet(
  criteria: Criteria,
  packs: readonly Pack[],
  { columns, ...request }: SheetRequest & { readonly columns: ReadonlyMap<string, ColumnType> },
): string {
  const names = [...columns.keys()];
  const plain = names.filter((name) => !judgedPrefix.test(name));
  const sheet = namedSheet(criteria, packs, {
    ...request,
    columns: plain.map((name) => ({ name, type: columns.get(name) ?? "numeric" })),
  });
  const extra = names
    .filter((name) => judgedPrefix.test(name))
    .map((name) => `${judgedSql(name)} as ${quoteName(name)}`);
  const own = plain.map((name) => `f.${quoteName(name)}`);
  return `select ${["f.credit_code", "f.town_code", "f.zone_code", ...own, ...extra].join(", ")} from (${sheet}) f
    ${joined(request.codes, "judged", "select credit_code, jsonb_object_agg(pack_id, verdict) as verdicts from assessments j where j.superseded_at is null")}
    ${joined(request.codes, "compared", "select credit_code, jsonb_object_agg(kind, case when registered = 'TRUE' and outcome = 'UNDECIDABLE' then 'HELD' else outcome end) as outcomes from title_verifications j where true")} offset 0`;
}

/**
 * A few enterprises are looked up one by one. Of all of them the table is gone through once: on the first start its
 * statistics still say that it is empty, PostgreSQL then reads the whole of it for every enterprise, and it grows while
 * the statement runs (424,000 enterprises: not ended after half an hour, with the lock of all matching held).
 */
function joined(codes: readonly string[] | null, alias: string, grouped: string): string {
  return codes === null
    ? `left join (${grouped} group by j.credit_code) ${alias} on ${alias}.credit_code = f.credit_code`
    : `left join lateral (${grouped} and j.credit_code = f.credit_code group by j.credit_code) ${alias} on true`;
}

const judgedPrefix = /^(?:pack|gold|lapsing|area):/;

function judgedSql(name: string): string {
  const prefix = name.slice(0, name.indexOf(":"));
  const id = name.slice(prefix.length + 1);
  if (prefix === "area") return id === "town" ? "f.town_code" : "coalesce(f.zone_code, '')";
  if (prefix === "pack")
    return `(case judged.verdicts ->> ${quoteText(id)} when 'TRUE' then true when 'FALSE' then false end)`;
  const kind = titleKindOf[id];
  if (kind === undefined) return "null::boolean";
  const outcome = `coalesce(compared.outcomes ->> ${quoteText(kind)}, 'NONE')`;
  // When a title ends is known of every title held, whatever is not known of its holder's figures.
  if (prefix === "lapsing") return `(${outcome} = 'LAPSING')`;
  return `(case ${outcome} when 'UNDECIDABLE' then null else ${outcome} = 'MEETS_NOT_APPLIED' end)`;
}
