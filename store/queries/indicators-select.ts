/**
 * Every indicator that facts can give, as one query over all enterprises or a few: the sheet that packs are judged over.
 *
 * Three values: a figure whose facts are missing is null. A register that has never delivered a row is not connected, and
 * what it would say is unknown; one that has delivered and does not name an enterprise says "none". What no source gives
 * (indicators-stated.ts) is read from `enterprises.details`; what an officer records there under `inputs`, by the name of
 * the input, goes before any derived value.
 */
import { escapeIdentifier, escapeLiteral } from "pg";

import { indicatorPeriod, type IndicatorPeriod } from "./indicators-period.ts";
import { familyIndicators } from "./indicators-families.ts";
import { moneyIndicators, moneyTable, peopleIndicators, peopleTable } from "./indicators-money.ts";
import { propertyIndicators, propertyTable } from "./indicators-property.ts";
import { registerIndicators, registerTables } from "./indicators-registers.ts";
import { statedIndicators } from "./indicators-stated.ts";

export interface WantedIndicator {
  /** `x`, `x@variant`, `title:x`, `is_renewal@title`. */
  readonly name: string;
  readonly type: "numeric" | "boolean" | "text";
  /** Bounds beyond which a figure cannot be, as decimal text: it is unknown then and named in `flags`. */
  readonly minimum?: string | undefined;
  readonly maximum?: string | undefined;
}

export interface IndicatorRequest {
  readonly asOf: string;
  /** Null for all enterprises. */
  readonly codes: readonly string[] | null;
  readonly wanted: readonly WantedIndicator[];
  /** Titles of the rules by the kind under which the store keeps them. */
  readonly titleKinds: Readonly<Record<string, string>>;
}

/** Who is judged: neither branches nor sole traders, who are no legal persons, nor what is no longer there. */
export const judgedKinds = ["COMPANY", "COOPERATIVE", "OTHER"] as const;
export const judgedWhere = `kind in (${judgedKinds.map((kind) => `'${kind}'`).join(", ")}) and status in ('ACTIVE', 'UNKNOWN')`;

/** `credit_code, town_code, zone_code, flags` and one column per wanted indicator. */
export function indicatorSelect(request: IndicatorRequest): string {
  const period = indicatorPeriod(request.asOf, request.codes);
  const derived = derivedIndicators(period, request.titleKinds);
  const columns = request.wanted.map(
    (wanted) => `${valueSql(wanted, derived)} as ${escapeIdentifier(wanted.name)}`,
  );
  const base = `select credit_code, ${columns.concat("flags", "town_code", "zone_code").join(", ")} from (${joined(period, derived, request)}) told`;
  return bounded(base, request.wanted);
}

function valueSql({ name, type }: WantedIndicator, derived: ReadonlyMap<string, string>): string {
  const known = derived.has(name) ? `told.${escapeIdentifier(`d:${name}`)}` : `null::${type}`;
  const key = escapeLiteral(name);
  const read: Readonly<Record<WantedIndicator["type"], string>> = {
    numeric: `case when jsonb_typeof(told.recorded -> ${key}) = 'number' then (told.recorded ->> ${key})::numeric else ${known} end`,
    boolean: `case when jsonb_typeof(told.recorded -> ${key}) = 'boolean' then (told.recorded ->> ${key})::boolean else ${known} end`,
    text: `coalesce(told.recorded ->> ${key}, ${known})`,
  };
  return `case when told.recorded is null then ${known} else ${read[type]} end`;
}

/** Figures that cannot be are unknown. */
function bounded(base: string, wanted: readonly WantedIndicator[]): string {
  const outside = wanted.flatMap(({ name, minimum, maximum }) => {
    const column = `v.${escapeIdentifier(name)}`;
    const parts = [
      minimum === undefined ? [] : [`${column} < ${minimum}`],
      maximum === undefined ? [] : [`${column} > ${maximum}`],
    ].flat();
    return parts.length === 0 ? [] : [{ name, column, test: parts.join(" or ") }];
  });
  const tests = new Map(outside.map((one) => [one.name, one]));
  const columns = wanted.map(({ name }) => {
    const one = tests.get(name);
    const column = `v.${escapeIdentifier(name)}`;
    return one === undefined
      ? column
      : `case when ${one.test} then null else ${column} end as ${escapeIdentifier(name)}`;
  });
  const flags = outside.map(
    (one) => `case when ${one.test} then ${escapeLiteral(`IMPOSSIBLE:${one.name}`)} end`,
  );
  return `select v.credit_code, v.town_code, v.zone_code, ${columns.join(", ")},
    array_remove(v.flags || array[${flags.join(", ") || "null"}]::text[], null) as flags from (${base} offset 0) v`;
}

function joined(
  period: IndicatorPeriod,
  derived: ReadonlyMap<string, string>,
  { wanted }: IndicatorRequest,
): string {
  const columns = wanted
    .filter(({ name }) => derived.has(name))
    .map(({ name }) => `${derived.get(name) ?? ""} as ${escapeIdentifier(`d:${name}`)}`);
  const parts = [
    "money",
    "people",
    "property",
    "penal",
    "listed",
    "merits",
    "drafted",
    "institutes",
    "certified",
    "equity",
    "held",
  ];
  return `with ${moneyTable(period)}, ${peopleTable(period)}, ${propertyTable(period)}, ${registerTables(period)}
    select e.credit_code, e.town_code, e.zone_code, e.details -> 'inputs' as recorded, coalesce(money.flags, '{}') as flags
      ${columns.map((column) => `, ${column}`).join("")}
    from (select * from enterprises where ${judgedWhere}${period.only}) e
    ${parts.map((part) => `left join ${part} on ${part}.credit_code = e.credit_code`).join(" ")} offset 0`;
}

/** SQL of every indicator that facts give, by column of the sheet. */
export function derivedIndicators(
  period: IndicatorPeriod,
  titleKinds: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const connected = (table: string) => `(select exists (select from ${table}))`;
  const ofRegister = (table: string, list: Readonly<Record<string, string>>) =>
    Object.entries(list).map(
      ([name, sql]) => [name, `case when ${connected(table)} then ${sql} end`] as const,
    );
  const titles = Object.entries(titleKinds).flatMap(([title, kind]) => {
    const holds = `case when ${connected("titles")} then coalesce(held.kinds @> array[${escapeLiteral(kind)}], false) end`;
    return [
      [`title:${title}`, holds],
      [`is_renewal@${title}`, holds],
    ] as const;
  });
  return new Map<string, string>([
    ...Object.entries(identityIndicators(period)),
    ...Object.entries(statedIndicators(period)),
    ...Object.entries(familyIndicators),
    ...Object.entries(moneyIndicators),
    ...Object.entries(peopleIndicators),
    ...ofRegister("ip_rights", propertyIndicators),
    ...Object.entries(registerIndicators).flatMap(([table, list]) => ofRegister(table, list)),
    ...titles,
  ]);
}

/** What the registration says. */
function identityIndicators({ day, y1 }: IndicatorPeriod): Readonly<Record<string, string>> {
  const division = "substring(e.industry_code from '[0-9]{2}')";
  const legalPerson = "case e.kind when 'COMPANY' then true when 'OTHER' then null else false end";
  return {
    industry: "e.industry_code",
    registered_in_mainland_legal_person: legalPerson,
    registered_in_shandong_legal_person: legalPerson,
    resident_enterprise: "case e.kind when 'COMPANY' then true when 'COOPERATIVE' then true end",
    industry_excluded_from_rd_super_deduction: `${division} in ('16', '51', '52', '61', '62', '70', '71', '72', '90')`,
    // Monopolies of the state and infrastructure cannot be told from the code: no industry is surely accepted.
    in_gazelle_excluded_industry: `case when ${division} in ('66', '67', '68', '69') or e.industry_code like '%7010%' then true end`,
    established_days: `case when e.established_on <= ${day} then (${day} - e.established_on)::numeric end`,
    established_years: `case when e.established_on <= ${day} then extract(year from age(${day}, e.established_on)) + (${day} - (e.established_on + make_interval(years => extract(year from age(${day}, e.established_on))::int))::date)::numeric / 366 end`,
    operating_full_fiscal_years: `case when e.established_on <= ${day} then greatest(0, ${y1} - extract(year from e.established_on) + case when to_char(e.established_on, 'MMDD') = '0101' then 1 else 0 end) end`,
    // A trademark proves a brand; without one the form may.
    own_brand:
      "case when property.trademarks > 0 then true when jsonb_typeof(e.details #> '{form,own_brand}') = 'boolean' then (e.details #>> '{form,own_brand}')::boolean when (select exists (select from ip_rights)) then false end",
  };
}
