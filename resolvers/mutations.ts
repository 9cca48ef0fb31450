/** Every mutation of the contract, by name. A test proves that none is missing. */
import { accountMutations } from "./account/mutations.ts";
import { alertMutations } from "./alert/mutations.ts";
import { enterpriseMutations } from "./enterprise/mutations.ts";
import { importRunMutations } from "./import-run/mutations.ts";
import { heldRunMutations } from "./import-run/held-run-mutations.ts";
import { linkReviewMutations } from "./link-review/mutations.ts";
import { syncConflictMutations } from "./sync-conflict/mutations.ts";
import type { Mutations } from "./engine-language.ts";
import { screeningMutations } from "./screening/mutations.ts";
import { titleMutations } from "./title/mutations.ts";
import { webhookMutations } from "./webhook/mutations.ts";

export const mutations: Mutations = {
  ...alertMutations,
  ...screeningMutations,
  ...webhookMutations,
  ...accountMutations,
  ...importRunMutations,
  ...heldRunMutations,
  ...linkReviewMutations,
  ...syncConflictMutations,
  ...enterpriseMutations,
  ...titleMutations,
};
