/** A decision about a field in words: which clause of the policy made it, and what would change it. */
import { type AccessPolicy, type Decider, decideField, type FieldDecision } from "./policy.ts";

export interface DecisionExplained {
  readonly field: string;
  readonly level: string | null;
  readonly decision: FieldDecision["kind"];
  readonly mask: string | null;
  /** Clause of the policy, such as `tiers/Query.importRuns`. */
  readonly rule: string;
  readonly policyVersion: string;
  readonly zh: string;
  readonly en: string;
}

export function explainDecision(
  policy: AccessPolicy,
  caller: Decider,
  field: string,
): DecisionExplained {
  const decision = decideField(policy, caller, field);
  const level = policy.levels.get(field) ?? null;
  const [section = "", ...rest] = decision.rule.split("/");
  const [zh, en] = wordsOf({ policy, caller, field, section, subject: rest.join("/") });
  return {
    field,
    level,
    decision: decision.kind,
    mask: decision.kind === "mask" ? decision.mask : null,
    rule: decision.rule,
    policyVersion: policy.version,
    zh,
    en,
  };
}

interface Ruling {
  readonly policy: AccessPolicy;
  readonly caller: Decider;
  readonly field: string;
  readonly section: string;
  readonly subject: string;
}

function wordsOf(ruling: Ruling): readonly [zh: string, en: string] {
  const { policy, caller, field, section, subject } = ruling;
  const wholeType = `${field.split(".")[0] ?? ""}.*`;
  const open = (lists: ReadonlyMap<string, readonly string[]>) =>
    (lists.get(field) ?? lists.get(wholeType) ?? []).join(", ");
  const clearance = caller.clearance;
  const purposes = (level: string) =>
    policy.purposes.get(level as typeof clearance)?.join(", ") ?? "";
  const texts: Readonly<Record<string, readonly [string, string]>> = {
    classified: [
      `密级 ${subject}，不高于本人可见密级 ${clearance}`,
      `${subject} is not above the clearance ${clearance}`,
    ],
    masks: maskWords(ruling),
    clearance: [
      `密级 ${subject}，高于本人可见密级 ${clearance}`,
      `${subject} is above the clearance ${clearance}`,
    ],
    purposes: [
      `密级 ${subject} 须写明用途：${purposes(subject)}`,
      `${subject} needs a purpose: ${purposes(subject)}`,
    ],
    tiers: [`只对这些层级开放：${open(policy.tiers)}`, `for these tiers: ${open(policy.tiers)}`],
    roles: [`只对这些角色开放：${open(policy.roles)}`, `for these roles: ${open(policy.roles)}`],
    confined: [
      `角色 ${subject} 只可用所列字段，此字段不在其中`,
      `the role ${subject} has its own list of fields, without this one`,
    ],
    aggregates: [
      `统计权只给这些角色：${policy.aggregates.roles.join(", ")}`,
      `counting is a right of these roles: ${policy.aggregates.roles.join(", ")}`,
    ],
    unclassified: ["字段未定密级，一律不提供", "the field has no classification, so nobody has it"],
  };
  return texts[section] ?? [section, section];
}

/** Which of the two would show it whole: a higher clearance, or a purpose. */
function maskWords({ policy, caller, field }: Ruling): readonly [zh: string, en: string] {
  const mask = policy.masks.get(field) ?? "";
  const level = policy.levels.get(field) ?? "L4";
  if (level > caller.clearance)
    return [
      `密级 ${level}，高于本人可见密级 ${caller.clearance}，按 ${mask} 脱敏`,
      `${level} is above the clearance ${caller.clearance}: masked as ${mask}`,
    ];
  const purposes = (policy.purposes.get(level) ?? []).join(", ");
  const named = caller.purpose;
  return [
    `密级 ${level} 须写明用途：${purposes}；${named === null ? "未写明" : `写明的是 ${named}`}，按 ${mask} 脱敏`,
    `${level} needs a purpose: ${purposes}; ${named === null ? "none was named" : `"${named}" was named`}: masked as ${mask}`,
  ];
}
