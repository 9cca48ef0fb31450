/** Which missing inputs leave a pack undecided: the twin of domain/criteria/judge/missing-of, as sets of names. */
import type { Condition, ScoreScope } from "../../domain/criteria/condition.ts";
import { titlesInput } from "../../domain/criteria/judge/missing-of.ts";
import type { ItemRule, ScoreItem } from "../../domain/criteria/pack.ts";
import { conditionSql } from "./condition-sql.ts";
import { itemRange, type PackScope } from "./pack-scope.ts";
import { inputColumn, titleColumn } from "./sheet-column.ts";
import { conjunction, disjunction, quoteText } from "./sql-text.ts";

/** One reason for which an input is asked for: its name, and when the reason stands. */
interface Asking {
  readonly input: string;
  readonly when: string;
}

/** A `text[]` of the inputs asked for, each once, in the order of the first asking. */
export function namesSql(askings: readonly Asking[]): string {
  const whens = new Map<string, string[]>();
  for (const { input, when } of askings) whens.set(input, [...(whens.get(input) ?? []), when]);
  const names = [...whens].map(
    ([input, list]) => `case when ${disjunction([...new Set(list)])} then ${quoteText(input)} end`,
  );
  return names.length === 0 ? "'{}'::text[]" : `array_remove(array[${names.join(", ")}], null)`;
}

/** What leaves the gates, exclusions, direct passes and items of a pack open. */
export function missingOfPack(scope: PackScope): Asking[] {
  const { pack } = scope;
  const bars = pack.exclusions
    .filter((one) => !one.presumed)
    .map(({ input }) => ({ input, when: `${inputColumn(pack, input)} is null` }));
  const gates = pack.gates
    .filter((gate) => !gate.presumed)
    .flatMap((gate) => missingOf(gate.condition, scope));
  const direct = pack.directPasses.flatMap((one) => missingOf(one.condition, scope));
  const total = pack.totalInput === null ? [] : [`${inputColumn(pack, pack.totalInput)} is null`];
  const items = pack.items
    .flatMap((item) => missingOfItem(item, scope))
    .map(({ input, when }) => ({ input, when: conjunction([...total, when]) }));
  return [...gates, ...bars, ...direct, ...items];
}

/** Missing inputs that were taken as met: those of presumed gates and exclusions. */
export function presumedOfPack(scope: PackScope): Asking[] {
  const { pack } = scope;
  const isMissing = (input: string) => `${inputColumn(pack, input)} is null`;
  return [
    ...pack.gates
      .filter((gate) => gate.presumed)
      .flatMap((gate) => missingOf(gate.condition, scope)),
    ...pack.exclusions
      .filter((one) => one.presumed)
      .map(({ input }) => ({ input, when: isMissing(input) })),
  ];
}

function missingOf(condition: Condition, scope: PackScope): Asking[] {
  const open = `${conditionSql(condition, scope)} is null`;
  const within = (askings: readonly Asking[]) =>
    askings.map(({ input, when }) => ({
      input,
      when: when === open ? when : conjunction([open, when]),
    }));
  switch (condition.kind) {
    case "all":
    case "any":
      return within(condition.of.flatMap((one) => missingOf(one, scope)));
    case "not":
      return within(missingOf(condition.of, scope));
    case "compare":
    case "equals":
      return [
        { input: condition.input, when: `${inputColumn(scope.pack, condition.input)} is null` },
      ];
    case "title":
      return [{ input: titlesInput, when: `${titleColumn(condition.title)} is null` }];
    case "score":
      return within(missingOfScore(condition.scope, scope));
    case "category_minimums":
      return within(
        scope.pack.categories.flatMap(({ name }) =>
          missingOfScore({ kind: "category", name }, scope),
        ),
      );
    default:
      return within(scope.pack.directPasses.flatMap((one) => missingOf(one.condition, scope)));
  }
}

function missingOfScore(asked: ScoreScope, scope: PackScope): Asking[] {
  const { totalInput, items } = scope.pack;
  if (asked.kind === "total" && totalInput !== null) return [{ input: totalInput, when: "true" }];
  return items
    .filter(
      (item) =>
        asked.kind === "total" ||
        (asked.kind === "category" ? item.category === asked.name : item.id === asked.id),
    )
    .flatMap((item) => missingOfItem(item, scope));
}

/** Nothing for an item whose points are settled. */
function missingOfItem(item: ScoreItem, scope: PackScope): Asking[] {
  const { low, high } = itemRange(scope, item.id);
  const asked = [...askedByRule(item.rule, scope)];
  if (item.expertInput !== null) {
    const column = inputColumn(scope.pack, item.expertInput);
    asked.push({ input: item.expertInput, when: `${column} is null` });
  }
  return asked.map(({ input, when }) => ({
    input,
    when: conjunction([`${low} <> ${high}`, when]),
  }));
}

function askedByRule(rule: ItemRule, scope: PackScope): Asking[] {
  const missing = (input: string): Asking => ({
    input,
    when: `${inputColumn(scope.pack, input)} is null`,
  });
  switch (rule.kind) {
    case "bands":
    case "given":
      return [missing(rule.input)];
    case "best_of":
      return rule.of.map((one) => missing(one.input));
    case "count":
      return rule.inputs.map(missing);
    case "levels":
      return rule.levels.flatMap((level) => leavesOf(level.when, scope));
    default:
      return [];
  }
}

/** Every missing input of a condition, whether or not the condition is open. */
function leavesOf(condition: Condition, scope: PackScope): Asking[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((one) => leavesOf(one, scope));
    case "not":
      return leavesOf(condition.of, scope);
    default:
      return missingOf(condition, scope);
  }
}
