/** The targets that descriptions may name. */
import type { Target } from "../describe/source-description.ts";
import { enterpriseTarget } from "../enterprises/enterprise-target.ts";
import { factTarget } from "../facts/fact-target.ts";
import type { ImportTarget } from "./import-target.ts";

export const importTargets: Readonly<Record<Target, ImportTarget>> = {
  ENTERPRISES: enterpriseTarget,
  FACTS: factTarget,
};
