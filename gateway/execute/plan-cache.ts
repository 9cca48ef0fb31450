/** Compiled plans by operation, access class and signature of the variables. */
import { LRUCache } from "lru-cache";
import type { GraphQLSchema } from "graphql";

import { freeRows } from "../../domain/access/bulk-export.ts";
import { type AccessPolicy, decideField } from "../../domain/access/policy.ts";
import { accessClassOf, type Principal } from "../../domain/access/principal.ts";
import { hasGrants } from "../../domain/access/sight.ts";
import { oncePer } from "../../lib/once-per.ts";
import type { TypeShape } from "../../resolvers/shape-language.ts";
import type { PlanLimits } from "../compile/compile-context.ts";
import { compileOperation } from "../compile/compile-operation.ts";
import type { Plan, Variables } from "../compile/plan.ts";
import { signatureOf } from "../compile/variable-signature.ts";
import type { PreparedDocument, PreparedOperation } from "./document-cache.ts";

export interface PlanInputs {
  readonly schema: GraphQLSchema;
  readonly shapes: ReadonlyMap<string, TypeShape>;
  readonly policy: AccessPolicy;
  readonly limits: PlanLimits;
}

/** Shapes of one operation's variables that are kept; the rest is compiled again, so that odd requests cannot crowd out others. */
const maxPlansPerOperation = 64;

/** What of a caller shapes a plan. */
const classOf = oncePer(
  (principal: Principal) => `${accessClassOf(principal)} ${principal.areaCodes.length === 1}`,
);

export class PlanCache {
  /** Plans go with their operation when the document cache drops it. */
  readonly #plans = new WeakMap<PreparedOperation, LRUCache<string, Plan>>();
  readonly #inputs: PlanInputs;

  constructor(inputs: PlanInputs) {
    this.#inputs = inputs;
  }

  planFor(
    prepared: PreparedDocument,
    operation: PreparedOperation,
    variables: Variables,
    principal: Principal,
  ): Plan {
    const { schema, policy } = this.#inputs;
    const key = `${classOf(principal)} ${signatureOf(schema, operation.definition, variables)}`;
    let plans = this.#plans.get(operation);
    if (!plans) this.#plans.set(operation, (plans = new LRUCache({ max: maxPlansPerOperation })));
    const known = plans.get(key);
    if (known) return known;
    const singleArea = principal.areaCodes.length === 1;
    const access = {
      tier: principal.tier,
      singleArea,
      granted: hasGrants(principal),
      decide: (coordinate: string) => decideField(policy, principal, coordinate),
      levelOf: (coordinate: string) => policy.levels.get(coordinate),
      smallestGroup: policy.smallestGroup,
      freeRows: freeRows(policy.bulkExport, principal.role),
    };
    const plan = compileOperation({
      ...this.#inputs,
      document: prepared.document,
      operation: operation.definition,
      variables,
      access,
    });
    plans.set(key, plan);
    return plan;
  }
}
