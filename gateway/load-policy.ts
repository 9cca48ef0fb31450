/** Reads the access policy from data/policy and checks it against the contract. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { GraphQLSchema } from "graphql";
import { parse } from "yaml";

import { parsePolicy } from "../domain/access/parse-policy.ts";
import type { AccessPolicy } from "../domain/access/policy.ts";
import { readClassifications } from "./load-schema.ts";

/** The policy in place. */
export const policyFile = fileURLToPath(new URL("../data/policy/access.yaml", import.meta.url));

/** @throws GoldseedError RULES_INVALID with every problem. */
export function loadPolicy(schema: GraphQLSchema): AccessPolicy {
  return parsePolicy(parse(readFileSync(policyFile, "utf8")), readClassifications(schema));
}
