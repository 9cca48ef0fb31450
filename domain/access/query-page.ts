/** Who may open the query page in production: whoever may ask for the schema, or look through the eyes of others. */
import { type AccessPolicy, type Decider, decideField } from "./policy.ts";

export function mayOpenQueryPage(policy: AccessPolicy, principal: Decider): boolean {
  return (
    principal.role === "DEVELOPER" || decideField(policy, principal, "Query.viewAs").kind === "show"
  );
}
