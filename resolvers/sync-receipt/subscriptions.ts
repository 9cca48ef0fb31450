/** Receipts of agreement and of disagreement, as they are obtained. */
import { channels } from "../../store/notify.ts";
import {
  nodeRef,
  type Payload,
  type SubscriptionContext,
  type Subscriptions,
} from "../engine-language.ts";

export const agreementReceiptSubscriptions = {
  agreementReceiptObtained: async function* (
    _args: object,
    { hear }: SubscriptionContext,
  ): AsyncGenerator<Payload, void> {
    for await (const notice of hear(channels.receipts)) {
      // What a gap hid is in the list of receipts.
      if (notice === null || notice === "*") continue;
      for (const id of notice.split(" ")) yield { receipt: nodeRef("AgreementReceipt", id) };
    }
  },
} satisfies Subscriptions;
