/** Filter inputs into WHERE conditions: every column named here has been allowed to the caller first. */
import { GoldseedError } from "../../domain/errors.ts";
import type { FilterField } from "../../resolvers/shape-language.ts";
import { type ArgumentSource, itemsOf, memberOf } from "./argument-source.ts";
import type { CompileContext } from "./compile-context.ts";
import { arrayText } from "./scope-predicate.ts";
import { columnOf } from "./sql-text.ts";

const maxNesting = 5;
const maxListed = 200;
const maxTextLength = 100;

type Filters = Readonly<Record<string, FilterField>>;
type Comparison = Extract<FilterField, { kind: "compare" }>;

export interface FilterTarget {
  readonly filters: Filters;
  readonly alias: string;
}

/** @throws GoldseedError FORBIDDEN_FIELD before any SQL when a field may not be used; BAD_USER_INPUT for too deep nesting. */
export function filterConditions(
  context: CompileContext,
  target: FilterTarget,
  source: ArgumentSource,
  depth = 0,
): readonly string[] {
  if (typeof source.value !== "object" || source.value === null) return [];
  if (depth > maxNesting) {
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `筛选条件的 and/or/not 嵌套超过 ${maxNesting} 层，请写得平一些 / The filter nests and/or/not deeper than ${maxNesting}. Write it flatter.`,
    );
  }
  const conditions: string[] = [];
  for (const [name, value] of Object.entries(source.value)) {
    const field = target.filters[name];
    if (!field) throw new Error(`The filter field "${name}" has no shape.`);
    if (value == null) continue;
    const member = memberOf(source, name);
    if (field.kind === "compare") conditions.push(comparison(context, target.alias, field, member));
    else
      conditions.push(
        combination(context, target, { kind: field.kind, source: member, depth: depth + 1 }),
      );
  }
  return conditions;
}

interface Combination {
  readonly kind: "and" | "or" | "not";
  readonly source: ArgumentSource;
  readonly depth: number;
}

function combination(
  context: CompileContext,
  target: FilterTarget,
  { kind, source, depth }: Combination,
): string {
  const all = (each: ArgumentSource) =>
    `(${filterConditions(context, target, each, depth).join(" and ") || "true"})`;
  // Unknown is not a match: `not` over a missing value does not turn it into one.
  if (kind === "not") return `not ${all(source)}`;
  const parts = itemsOf(source).map(all);
  return `(${parts.join(` ${kind} `) || (kind === "and" ? "true" : "false")})`;
}

function comparison(
  context: CompileContext,
  alias: string,
  field: Comparison,
  source: ArgumentSource,
): string {
  const decision = context.access.decide(field.field);
  if (decision.kind !== "show") {
    throw new GoldseedError(
      "FORBIDDEN_FIELD",
      `无权按“${field.field}”筛选。 You may not filter by "${field.field}".`,
      {
        details: { field: field.field },
      },
    );
  }
  const column = columnOf(alias, field.column);
  const parameter = (type: string, write: (value: unknown) => string) =>
    context.parameters.add(`${field.operator} ${source.key}`, type, ({ variables }) =>
      write(source.read(variables)),
    );
  const operators: Readonly<Record<Comparison["operator"], () => string>> = {
    equals: () =>
      field.type === "boolean"
        ? `${source.value === true ? "" : "not "}${column}`
        : `${column} = ${parameter(field.type, String)}`,
    "any-of": () =>
      `${column} = any(${parameter(`${field.type}[]`, (value) => listText(value, field.field))})`,
    "array-contains": () => `${column} @> array[${parameter("text", String)}]`,
    contains: () => contains(column, field, source, parameter),
    "starts-with": () =>
      `${column} like ${parameter("text", (value) => `${patternText(value, field.field)}%`)}`,
    "at-least": () => `${column} >= ${parameter(field.type, String)}`,
    "at-most": () => `${column} <= ${parameter(field.type, String)}`,
    "is-present": () => `${column} is ${source.value === true ? "not null" : "null"}`,
  };
  return operators[field.operator]();
}

/** Two characters at least: what grams can find. */
export function hasGrams(text: string): boolean {
  return [...text].length > 1;
}

/** The index finds rows that hold every gram of the text; LIKE then keeps those that hold them in a row. */
function contains(
  column: string,
  field: Comparison,
  source: ArgumentSource,
  parameter: (type: string, write: (value: unknown) => string) => string,
): string {
  const recheck = `${column} like '%' || ${parameter("text", (value) => patternText(value, field.field))} || '%'`;
  if (field.grams === undefined || typeof source.value !== "string" || !hasGrams(source.value))
    return recheck;
  const text = parameter("varchar", (value) => String(value));
  const grams = columnOf(column.slice(0, column.indexOf(".")), field.grams);
  return `(${grams} @>> name_grams(${text}) and ${recheck})`;
}

function listText(value: unknown, field: string): string {
  const list = Array.isArray(value) ? value : [value];
  if (list.length > maxListed) {
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `“${field}”的筛选列了 ${list.length} 个值，最多 ${maxListed} 个，请分次查询 / The filter on "${field}" lists ${list.length} values, at most ${maxListed} are allowed. Ask in several requests.`,
    );
  }
  return arrayText(list.map(String));
}

/** The caller's text stands for itself: LIKE's own signs are escaped. */
function patternText(value: unknown, field: string): string {
  const text = String(value);
  const { length } = [...text];
  if (length < 1 || length > maxTextLength) {
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `“${field}”的文本有 ${length} 个字符，应为 1 至 ${maxTextLength} 个 / The text for "${field}" has ${length} characters, expected 1 to ${maxTextLength}.`,
    );
  }
  if (text.includes("\0"))
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `“${field}”的文本含有空字符（NUL） / The text for "${field}" holds a NUL character, which no name does.`,
    );
  return text.replaceAll(/[\\%_]/gu, "\\$&");
}
