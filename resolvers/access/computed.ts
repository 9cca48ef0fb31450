/** Why a caller sees what it sees, and the graph as somebody else sees it. */
import { explainDecision } from "../../domain/access/explain-decision.ts";
import { mayLookAt, seenByGrant } from "../../domain/access/sight.ts";
import { viewAs } from "../../domain/access/view-as.ts";
import { actingParts } from "../../domain/audit-event.ts";
import { jsonDifferences } from "../../lib/json-differences.ts";
import type {
  AccessDecision,
  QueryExplainAccessArgs,
  QueryViewAsArgs,
} from "../../schema/generated/types.ts";
import type { ComputedFields, Seen } from "../engine-language.ts";

const decisions = { show: "SHOWN", mask: "MASKED", refuse: "REFUSED" } as const;
const mostDifferences = 500;

/** The other sees no more than the caller, so it is a decision about the other that makes a difference, or the rows. */
function whyDifferent({ decisions, refusal }: Seen, path: string) {
  if (refusal !== null && path === "") return { rule: null, reason: refusal };
  const keys = path.split(".").filter((key) => !/^\d+$/u.test(key));
  const decided = decisions.find((each) => each.path.join(".") === keys.join("."));
  if (decided === undefined) return { rule: null, reason: null };
  return { rule: decided.rule, reason: `${decided.zh}。 ${decided.en}.` };
}

export const accessComputed = {
  "Query.explainAccess": async ({ creditCode, field }: QueryExplainAccessArgs, context) => {
    const { principal, policy, inspection } = context;
    const place = await inspection.placeOf(creditCode);
    // Out of sight and not there are one from here on.
    const rowInSight = place !== null && mayLookAt(principal, place);
    const explained = explainDecision(policy, principal, field);
    const byGrant = rowInSight && seenByGrant(principal, place);
    return {
      visible: rowInSight && explained.decision !== "refuse",
      reason: {
        ...explained,
        decision: decisions[explained.decision] satisfies AccessDecision,
        rowInSight,
        rowRule: byGrant ? "grants" : `scope/${principal.tier}`,
      },
    };
  },

  "Query.viewAs": async ({ input }: QueryViewAsArgs, context) => {
    const { principal, policy, inspection, requestId } = context;
    const { tier, areas: areaCodes, role } = input;
    const other = {
      tier,
      areaCodes,
      role,
      clearance: input.clearance ?? policy.clearances.get(role) ?? "L1",
      purpose: input.purpose ?? null,
    };
    const viewed = viewAs(policy, principal, { other, areas: await inspection.areas() });
    // Written before anything is read: a look through other eyes that cannot be written down is not taken.
    await inspection.record({
      ...actingParts(principal),
      category: "ACCESS",
      action: "graph.viewAs",
      outcome: "DONE",
      policyVersion: policy.version,
      requestId,
      details: { as: other },
    });
    const request = {
      query: input.query,
      variables: (input.variables ?? {}) as Record<string, unknown>,
    };
    const own = await inspection.ask(principal, request);
    const seen = await inspection.ask(viewed, request);
    const differences = [];
    const answers = { own: own.data, other: seen.data };
    for (const { path, first, second } of jsonDifferences(own.data, seen.data)) {
      if (differences.length === mostDifferences)
        return { ...answers, differences, truncated: true };
      differences.push({ path, own: first, other: second, ...whyDifferent(seen, path) });
    }
    return { ...answers, differences, truncated: false };
  },
} satisfies ComputedFields;
