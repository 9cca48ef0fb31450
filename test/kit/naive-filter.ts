/** Filters a second time, over rows in memory, in the three-valued logic of SQL. */
import type { NaiveRow } from "./naive-store.ts";

type Ternary = boolean | null;
export const truth = (value: Ternary) => value === true;

/** SQL's three-valued logic over one filter input. */
export function matches(filter: Readonly<Record<string, unknown>>, row: NaiveRow): Ternary {
  return every(
    Object.entries(filter)
      .filter(([, value]) => value != null)
      .map(([name, value]) => condition(name, value, row)),
  );
}

const every = (parts: readonly Ternary[]): Ternary =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;
const some = (parts: readonly Ternary[]): Ternary =>
  parts.includes(true) ? true : parts.includes(null) ? null : false;
const ifPresent = (value: unknown, test: (present: string) => boolean): Ternary =>
  value === null ? null : test(String(value));

function condition(name: string, value: unknown, row: NaiveRow): Ternary {
  const inputs = (Array.isArray(value) ? value : [value]) as readonly Readonly<
    Record<string, unknown>
  >[];
  const conditions: Readonly<Record<string, () => Ternary>> = {
    town: () => ifPresent(row["town_code"], (code) => code === value),
    zone: () => ifPresent(row["zone_code"], (code) => code === value),
    library: () => (row["library_kinds"] as string[]).includes(String(value)),
    title: () => (row["title_kinds"] as string[]).includes(String(value)),
    nameContains: () => String(row["name"]).includes(String(value)),
    creditCodes: () => (value as string[]).includes(String(row["credit_code"])),
    industryPrefix: () => ifPresent(row["industry_code"], (code) => code.startsWith(String(value))),
    kind: () => (value as string[]).includes(String(row["kind"])),
    status: () => (value as string[]).includes(String(row["status"])),
    sizeClass: () => ifPresent(row["size_class"], (size) => (value as string[]).includes(size)),
    inLibrary: () => row["in_library"] === value,
    hasTown: () => (row["town_code"] !== null) === value,
    townSettled: () => (row["town_method"] !== null) === value,
    establishedFrom: () => ifPresent(row["established_on"], (day) => day >= String(value)),
    establishedTo: () => ifPresent(row["established_on"], (day) => day <= String(value)),
    scoreMin: () => ifPresent(row["score"], (score) => Number(score) >= Number(value)),
    scoreMax: () => ifPresent(row["score"], (score) => Number(score) <= Number(value)),
    and: () => every(inputs.map((each) => matches(each, row))),
    or: () => some(inputs.map((each) => matches(each, row))),
    not: () => {
      const inner = matches(inputs[0] ?? {}, row);
      return inner === null ? null : !inner;
    },
  };
  const test = conditions[name];
  if (!test) throw new Error(`The naive filter does not know "${name}".`);
  return test();
}
