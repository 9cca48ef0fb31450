/** Every field that an engine works out, by its coordinate. A test proves that none is missing. */
import { accountComputed } from "./account/computed.ts";
import { accessComputed } from "./access/computed.ts";
import type { ComputedFields } from "./engine-language.ts";
import { enterpriseComputed } from "./enterprise/computed.ts";
import { screeningComputed } from "./screening/computed.ts";
import { webhookComputed } from "./webhook/computed.ts";
import { federationFields } from "./federation/computed.ts";
import { linkReviewComputed } from "./link-review/computed.ts";
import { syncStatusComputed } from "./sync-receipt/computed.ts";

export const computedFields: ComputedFields = {
  ...screeningComputed,
  ...enterpriseComputed,
  ...webhookComputed,
  ...accessComputed,
  ...accountComputed,
  ...federationFields,
  ...linkReviewComputed,
  ...syncStatusComputed,
};
