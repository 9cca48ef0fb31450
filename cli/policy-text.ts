/** The access policy as text for a terminal: matrix, explanation, difference. */
import type { PolicyDifference } from "../domain/access/compare-policies.ts";
import type { DecisionExplained } from "../domain/access/explain-decision.ts";
import { type AccessPolicy, decideField } from "../domain/access/policy.ts";
import { className, type PrincipalClass } from "../domain/access/principal-class.ts";
import type { Tier } from "../domain/vocabulary.ts";
import { table } from "./table.ts";

export interface MatrixRow {
  readonly field: string;
  readonly level: string;
  /** By class, such as `TOWN/VIEWER L2`: `show`, `refuse`, or `mask:` and the mask's name. */
  readonly classes: Readonly<Record<string, string>>;
}

export function matrixRows(
  policy: AccessPolicy,
  fields: readonly string[],
  classes: readonly PrincipalClass[],
): readonly MatrixRow[] {
  return fields.map((field) => ({
    field,
    level: policy.levels.get(field) ?? "",
    classes: Object.fromEntries(
      classes.map((each) => {
        const decision = decideField(policy, each, field);
        const text = decision.kind === "mask" ? `mask:${decision.mask}` : decision.kind;
        return [className(each), text];
      }),
    ),
  }));
}

const signs: Readonly<Record<string, string>> = { show: "●", refuse: "·" };

/** ● shown, ◐ masked, · refused. */
export function matrixText(rows: readonly MatrixRow[], classes: readonly PrincipalClass[]): string {
  const names = classes.map(className);
  const body = rows.map(({ field, level, classes: outcomes }) => [
    field,
    level,
    ...names.map((name) => signs[outcomes[name] ?? ""] ?? "◐"),
  ]);
  const legend = "● 显示 shown　◐ 脱敏 masked　· 拒绝 refused\n";
  return legend + table([["字段 field", "密级 level", ...names], ...body]);
}

const outcomes = { show: "显示 shown", mask: "脱敏 masked", refuse: "拒绝 refused" } as const;

export function explanationText(explained: DecisionExplained, row: RowSight | null): string {
  const lines = [
    `${explained.field}：${outcomes[explained.decision]}${explained.mask ? ` (${explained.mask})` : ""}`,
    `依据 rule：${explained.rule}（策略 policy ${explained.policyVersion}）`,
    `${explained.zh}。 ${explained.en}.`,
  ];
  if (row) lines.push(`${row.creditCode}：${row.zh}。 ${row.en}.`);
  return `${lines.join("\n")}\n`;
}

/** Whether one enterprise lies in a caller's sight, and why. */
export interface RowSight {
  readonly creditCode: string;
  readonly visible: boolean;
  readonly zh: string;
  readonly en: string;
}

const tierNames: Readonly<Record<Tier, readonly [zh: string, en: string]>> = {
  CITY: ["市级", "the city"],
  DISTRICT: ["区级", "the district"],
  ZONE: ["功能区", "zones"],
  TOWN: ["镇街", "towns"],
};

/** Such as `+ 3 fields newly visible to 23 towns`. */
export function differencesText(
  differences: readonly PolicyDifference[],
  settings: readonly string[],
  areasOf: (tier: Tier) => number,
): string {
  if (differences.length + settings.length === 0) return "没有差别 / no difference\n";
  const told = differences.map(({ change, tier, fields, classes, from, to }) => {
    const [zh, en] = tierNames[tier];
    const count = areasOf(tier);
    const many = count > 1 ? `${count} ` : "";
    const verb = change === "opened" ? ["新增可见", "newly open to"] : ["不再可见", "closed to"];
    const head =
      `${change === "opened" ? "+" : "-"} ${fields.length} 个字段对 ${many}${zh}${verb[0]}（${from} → ${to}）` +
      ` / ${fields.length} field(s) ${verb[1]} ${many}${en}`;
    return `${head}\n    ${fields.join(", ")}\n    ${classes.join("; ")}\n`;
  });
  return [...settings.map((line) => `~ ${line}\n`), ...told].join("");
}
