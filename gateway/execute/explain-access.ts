/** Which clauses decided about the fields and rows of one answer, for those whose role may know. */
import { type DecisionExplained, explainDecision } from "../../domain/access/explain-decision.ts";
import type { AccessPolicy } from "../../domain/access/policy.ts";
import type { Principal } from "../../domain/access/principal.ts";
import type { Plan } from "../compile/plan.ts";

export interface AccessExtension {
  readonly policyVersion: string;
  readonly rows: {
    readonly rule: string;
    readonly areas: readonly string[];
    readonly grants: readonly string[];
  };
  /** Fields that were asked and are masked or refused. */
  readonly fields: readonly (DecisionExplained & { readonly path: readonly string[] })[];
}

export function explainAccess(
  policy: AccessPolicy,
  principal: Principal,
  plan: Pick<Plan, "refusals" | "sensitive">,
): AccessExtension {
  const decided = [...plan.refusals, ...plan.sensitive.filter(({ masked }) => masked)];
  return {
    policyVersion: policy.version,
    rows: {
      rule: `scope/${principal.tier}`,
      areas: principal.areaCodes,
      grants: principal.grantedAreaCodes ?? [],
    },
    fields: decided.map(({ path, coordinate }) => ({
      path,
      ...explainDecision(policy, principal, coordinate),
    })),
  };
}
