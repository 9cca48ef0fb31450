/** Reads a policy file for a command, and says whole what is wrong with it. */
import { readFileSync } from "node:fs";

import type { AccessPolicy } from "../domain/access/policy.ts";
import { GoldseedError } from "../domain/errors.ts";
import { checkPolicy } from "../gateway/check-policy.ts";
import { policyFile } from "../gateway/load-policy.ts";
import { loadSchema } from "../gateway/load-schema.ts";
import { shapes } from "../resolvers/shapes.ts";

/** @throws GoldseedError RULES_INVALID with every problem. */
export function soundPolicy(file?: string): AccessPolicy {
  const { policy, problems } = checkPolicy(readPolicyText(file), loadSchema(), shapes);
  if (policy === null || problems.length > 0) throw unsound(file, problems);
  return policy;
}

export function readPolicyText(file: string | undefined): string {
  try {
    return readFileSync(file ?? policyFile, "utf8");
  } catch (cause) {
    throw new GoldseedError(
      "FILE_UNREADABLE",
      `无法读取“${file ?? policyFile}” / "${file ?? policyFile}" cannot be read. Check the path.`,
      { cause },
    );
  }
}

export function unsound(file: string | undefined, problems: readonly string[]): GoldseedError {
  return new GoldseedError(
    "RULES_INVALID",
    `策略有 ${problems.length} 处问题 / the policy ${file ?? "in place"} has ${problems.length} problem(s):\n${problems.map((text) => `  - ${text}`).join("\n")}`,
    { details: { problems } },
  );
}
