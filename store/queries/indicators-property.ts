/**
 * Rights counted by each definition (data/indicators/property.yaml). A right counts while it is granted and in force on
 * the day; one that a licence alone gives is nobody's property. Whether it bears on the main product is counted unless
 * the source says no: offices check it, registers do not record it.
 */
import { type IndicatorPeriod, within } from "./indicators-period.ts";

const classOne = "kind in ('INVENTION_PATENT', 'IC_LAYOUT', 'PLANT_VARIETY')";
const models = "kind in ('UTILITY_MODEL', 'DESIGN_PATENT')";
const classTwo = `(${models} or kind = 'SOFTWARE_COPYRIGHT')`;

/** Condition over a right of the table `rights`, by the count it is counted in. */
export function rightCounts(period: IndicatorPeriod): Readonly<Record<string, string>> {
  const { day } = period;
  const settled = `not (acquisition = 'TRANSFERRED' and (transferred_on is null or ${within("transferred_on", 1, period)}))`;
  const lead = "coalesce(array_position(right_holders, name) <= 3, true)";
  const owned = `live and related and acquisition <> 'LICENSED'`;
  return {
    live: "live",
    technical: "live and kind <> 'TRADEMARK'",
    one_most: `${owned} and ${classOne}`,
    one_2022: `${owned} and ${classOne} and ${settled}`,
    one_2026: `${owned} and ${classOne} and acquisition = 'SELF_DEVELOPED' and ${lead}`,
    one_own: `${owned} and ${classOne} and acquisition = 'SELF_DEVELOPED'`,
    high_least: `${owned} and ${classOne} and ${settled} and high_value`,
    high_most: `${owned} and kind = 'INVENTION_PATENT' and ${settled} and coalesce(high_value, true)`,
    two_most: `${owned} and ${classTwo}`,
    two_2022: `${owned} and ${settled} and (kind = 'SOFTWARE_COPYRIGHT' or (${models} and granted_on <= (${day} - interval '2 years')::date))`,
    own: `${owned} and kind <> 'TRADEMARK' and acquisition = 'SELF_DEVELOPED'`,
    bought: `${owned} and kind <> 'TRADEMARK' and acquisition = 'TRANSFERRED'`,
    core: "live and acquisition <> 'LICENSED' and main_product and kind <> 'TRADEMARK'",
    core_unstated:
      "live and acquisition <> 'LICENSED' and main_product is null and kind <> 'TRADEMARK'",
    inventions: "live and kind = 'INVENTION_PATENT'",
    models_software: "live and kind in ('UTILITY_MODEL', 'SOFTWARE_COPYRIGHT')",
    own_applied: `acquisition = 'SELF_DEVELOPED' and ${classOne} and (live or status = 'APPLIED')`,
    own_granted: `acquisition = 'SELF_DEVELOPED' and ${classOne} and live`,
    trademarks: "live and kind = 'TRADEMARK'",
  };
}

/** `rights(…)`: the rights themselves, each with whether it is in force and bears on the main product. */
export function rightsTable({ day, only }: IndicatorPeriod): string {
  return `rights as (
    select r.*, e.name, status = 'GRANTED' and coalesce(granted_on <= ${day}, true) and coalesce(expires_on >= ${day}, true) as live,
      coalesce(main_product, true) as related
    from (select * from ip_rights where true${only}) r
    join (select credit_code, name from enterprises where true${only}) e on e.credit_code = r.credit_code
  )`;
}

/** `property(credit_code, …)`: counts by definition. */
export function propertyTable(period: IndicatorPeriod): string {
  const counts = Object.entries(rightCounts(period)).map(
    ([name, condition]) => `count(*) filter (where ${condition})::numeric as ${name}`,
  );
  return `${rightsTable(period)}, property as (
    select credit_code, ${counts.join(", ")} from rights group by credit_code
  )`;
}

const counted = (column: string) => `coalesce(property.${column}, 0)`;

/** By column of the sheet; each holds only where the register of rights has delivered (indicators-select.ts). */
export const propertyIndicators: Readonly<Record<string, string>> = {
  "class1_high_value@miit_2022": `case when ${counted("high_least")} >= ${counted("high_most")} then ${counted("high_least")} end`,
  "class1_self_developed@miit_2022": counted("one_own"),
  "class1_total@most_2017": counted("one_most"),
  "class1_total@most_2016": counted("one_most"),
  "class1_total@miit_2022": counted("one_2022"),
  "class1_total@miit_2026": counted("one_2026"),
  "class2_total@most_2017": counted("two_most"),
  "class2_total@most_2016": counted("two_most"),
  "class2_total@miit_2022": counted("two_2022"),
  owns_core_ip: `case when ${counted("core")} > 0 then true when ${counted("core_unstated")} > 0 then null else false end`,
  ip_has_self_developed: `${counted("own")} > 0`,
  ip_only_acquired: `${counted("bought")} > 0 and ${counted("own")} = 0`,
  invention_patents_granted: counted("inventions"),
  utility_plus_software: counted("models_software"),
  core_ip_applications: counted("own_applied"),
  core_ip_granted: counted("own_granted"),
};
