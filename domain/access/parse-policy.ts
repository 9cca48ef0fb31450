/** Policy data into its checked form: every problem is collected and told with the nearest right name. */
import { nearestNames } from "../../lib/nearest-names.ts";
import { GoldseedError } from "../errors.ts";
import {
  type Classification,
  classifications,
  type Role,
  roles,
  type Tier,
  tiers,
} from "../vocabulary.ts";
import { type AccessPolicy, type MaskName, maskNames } from "./policy.ts";

type Levels = ReadonlyMap<string, Classification>;
type Mapping = Readonly<Record<string, unknown>>;

const sections = [
  "source",
  "version",
  "effectiveFrom",
  "effectiveTo",
  "masks",
  "clearances",
  "tiers",
  "roles",
  "confined",
  "aggregates",
  "purposes",
  "smallestGroup",
  "longestGrantDays",
  "bulkExport",
];
const purposeCode = /^[A-Z][A-Z0-9_-]{0,63}$/u;

/** @param levels classification of every field of the contract. @throws GoldseedError RULES_INVALID with all problems. */
export function parsePolicy(data: unknown, levels: Levels): AccessPolicy {
  const reader = new PolicyReader(levels);
  const root = reader.mapping(data, "policy");
  for (const name of Object.keys(root)) reader.choice(name, sections, "policy");
  const policy: AccessPolicy = {
    version: reader.text(root["version"], "version"),
    effectiveFrom: reader.day(root["effectiveFrom"], "effectiveFrom"),
    effectiveTo:
      root["effectiveTo"] == null ? null : reader.day(root["effectiveTo"], "effectiveTo"),
    masks: reader.masks(root["masks"]),
    clearances: reader.clearances(root["clearances"]),
    tiers: reader.openTo<Tier>(root["tiers"], "tiers", tiers),
    roles: reader.openTo<Role>(root["roles"], "roles", roles),
    confined: reader.confined(root["confined"]),
    aggregates: reader.aggregates(root["aggregates"]),
    purposes: reader.purposes(root["purposes"]),
    smallestGroup: reader.number(root["smallestGroup"], "smallestGroup", 3),
    longestGrantDays: reader.number(root["longestGrantDays"], "longestGrantDays", 1),
    bulkExport: reader.bulkExport(root["bulkExport"]),
    levels,
  };
  reader.assertSound();
  return policy;
}

/** Reads sections one after another and remembers what is wrong with each. */
class PolicyReader {
  readonly #levels: Levels;
  readonly #problems: string[] = [];

  constructor(levels: Levels) {
    this.#levels = levels;
  }

  assertSound(): void {
    const problems = this.#problems;
    if (problems.length === 0) return;
    throw new GoldseedError(
      "RULES_INVALID",
      `访问策略有 ${problems.length} 处错误 / The access policy has ${problems.length} problem(s):\n${problems.map((text) => `  - ${text}`).join("\n")}`,
      { details: { problems } },
    );
  }

  masks(value: unknown): ReadonlyMap<string, MaskName> {
    return new Map(
      this.#entries(value, "masks").map(([field, mask]) => {
        this.#knownField(field, "masks", false);
        if ((this.#levels.get(field) ?? "L4") < "L3")
          this.#problems.push(
            `masks：“${field}”低于 L3，人人可读，无须脱敏 / masks: "${field}" is below L3, which everybody may read`,
          );
        return [field, this.choice(mask, maskNames, `masks/${field}`)] as const;
      }),
    );
  }

  clearances(value: unknown): ReadonlyMap<Role, Classification> {
    const found = new Map(
      this.#entries(value, "clearances").map(
        ([role, level]) =>
          [
            this.choice(role, roles, "clearances"),
            this.choice(level, classifications, `clearances/${role}`),
          ] as const,
      ),
    );
    for (const role of roles)
      if (!found.has(role))
        this.#problems.push(
          `clearances：没有角色“${role}”的一项 / clearances: no entry for "${role}"`,
        );
    return found;
  }

  openTo<Word extends string>(
    value: unknown,
    section: string,
    words: readonly Word[],
  ): ReadonlyMap<string, readonly Word[]> {
    return new Map(
      this.#entries(value, section).map(([field, list]) => {
        this.#knownField(field, section, true);
        return [field, this.#choices(list, words, `${section}/${field}`)] as const;
      }),
    );
  }

  confined(value: unknown): ReadonlyMap<Role, ReadonlySet<string>> {
    return new Map(
      this.#entries(value, "confined").map(([role, list]) => {
        const fields = this.#list(list, `confined/${role}`).map(String);
        for (const field of fields) this.#knownField(field, `confined/${role}`, true);
        return [this.choice(role, roles, "confined"), new Set(fields)] as const;
      }),
    );
  }

  /** `*Connection.totalCount` stands for the field of every connection of the contract. */
  aggregates(value: unknown): AccessPolicy["aggregates"] {
    const section = this.mapping(value ?? {}, "aggregates");
    const fields = this.#list(section["fields"] ?? [], "aggregates/fields").flatMap((name) => {
      const pattern = String(name);
      const found = pattern.startsWith("*")
        ? [...this.#levels.keys()].filter((field) => field.endsWith(pattern.slice(1)))
        : [pattern];
      for (const field of found) this.#knownField(field, "aggregates/fields", false);
      return found;
    });
    const allowed = this.#choices(section["roles"] ?? [...roles], roles, "aggregates/roles");
    return { fields: new Set(fields), roles: allowed };
  }

  purposes(value: unknown): ReadonlyMap<Classification, readonly string[]> {
    return new Map(
      this.#entries(value, "purposes").map(([level, list]) => {
        const codes = Object.keys(this.mapping(list, `purposes/${level}`));
        for (const code of codes)
          if (!purposeCode.test(code))
            this.#problems.push(
              `purposes/${level}：“${code}”不是大写字母的代码 / purposes/${level}: "${code}" is not a code of capital letters`,
            );
        return [this.choice(level, classifications, "purposes"), codes] as const;
      }),
    );
  }

  bulkExport(value: unknown): AccessPolicy["bulkExport"] {
    const section = this.mapping(value, "bulkExport");
    for (const name of Object.keys(section))
      this.choice(name, ["rows", "hours", "exempt"], "bulkExport");
    return {
      rows: this.number(section["rows"], "bulkExport/rows", 1),
      hours: this.number(section["hours"], "bulkExport/hours", 1),
      exempt: this.#choices(section["exempt"] ?? [], roles, "bulkExport/exempt"),
    };
  }

  number(value: unknown, name: string, least: number): number {
    if (Number.isInteger(value) && Number(value) >= least) return Number(value);
    this.#problems.push(
      `${name} 为 ${told(value)}，应为不小于 ${least} 的整数 / ${name} is ${told(value)}, expected a whole number of ${least} or more`,
    );
    return least;
  }

  day(value: unknown, name: string): string {
    const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(text))
      this.#problems.push(
        `${name} 为 ${told(value)}，应为 2026-11-01 这样的日期 / ${name} is ${told(value)}, expected a day such as 2026-11-01`,
      );
    return text;
  }

  text(value: unknown, name: string): string {
    if (typeof value === "string" && value !== "") return value;
    this.#problems.push(
      `${name} 为 ${told(value)}，应为文本 / ${name} is ${told(value)}, expected a text`,
    );
    return "";
  }

  mapping(value: unknown, name: string): Mapping {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Mapping;
    this.#problems.push(
      `${name} 为 ${told(value)}，应为名称与值的映射 / ${name} is ${told(value)}, expected a mapping`,
    );
    return {};
  }

  choice<Word extends string>(value: unknown, allowed: readonly Word[], where: string): Word {
    const found = allowed.find((name) => name === value);
    if (found === undefined) {
      const near = nearNames(String(value), allowed);
      const words = allowed.join(", ");
      this.#problems.push(
        `${where}：${told(value)} 不在 ${words} 之中${near.zh} / ${where}: ${told(value)} is none of ${words}${near.en}`,
      );
    }
    return (found ?? allowed[0]) as Word;
  }

  #choices<Word extends string>(value: unknown, allowed: readonly Word[], where: string): Word[] {
    return this.#list(value, where).map((word) => this.choice(word, allowed, where));
  }

  #list(value: unknown, where: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (typeof value === "string") return [value];
    this.#problems.push(
      `${where} 为 ${told(value)}，应为列表 / ${where} is ${told(value)}, expected a list`,
    );
    return [];
  }

  #entries(value: unknown, name: string): [string, unknown][] {
    return Object.entries(this.mapping(value ?? {}, name));
  }

  #knownField(field: string, where: string, wholeTypes: boolean): void {
    const known = [...this.#levels.keys()];
    const exists =
      wholeTypes && field.endsWith(".*")
        ? known.some((name) => name.startsWith(field.slice(0, -1)))
        : this.#levels.has(field);
    if (exists) return;
    const near = nearNames(field, known);
    this.#problems.push(
      `${where}：图中没有字段“${field}”${near.zh} / ${where}: "${field}" is not a field of the graph${near.en}`,
    );
  }
}

const told = (value: unknown): string => JSON.stringify(value) ?? "undefined";

function nearNames(
  name: string,
  known: Iterable<string>,
): { readonly zh: string; readonly en: string } {
  const [near] = nearestNames(name, known);
  return near === undefined
    ? { zh: "", en: "" }
    : { zh: `，是否为“${near}”？`, en: `; did you mean "${near}"?` };
}
