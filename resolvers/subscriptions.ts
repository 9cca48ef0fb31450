/** Every subscription of the contract, by name. A test proves that none is missing. */
import { alertSubscriptions } from "./alert/subscriptions.ts";
import type { Subscriptions } from "./engine-language.ts";
import { enterpriseSubscriptions } from "./enterprise/subscriptions.ts";
import { importRunSubscriptions } from "./import-run/subscriptions.ts";
import { syncConflictSubscriptions } from "./sync-conflict/subscriptions.ts";
import { agreementReceiptSubscriptions } from "./sync-receipt/subscriptions.ts";
import { syncRunSubscriptions } from "./sync-run/subscriptions.ts";

export const subscriptions: Subscriptions = {
  ...agreementReceiptSubscriptions,
  ...alertSubscriptions,
  ...enterpriseSubscriptions,
  ...importRunSubscriptions,
  ...syncConflictSubscriptions,
  ...syncRunSubscriptions,
};
