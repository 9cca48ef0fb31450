/** Receipts of agreement and of disagreement as they are obtained, and the backlog as it changes. */
import { channels } from "../../store/notify.ts";
import { syncStatus } from "../../sync/read-status.ts";
import {
  nodeRef,
  type Payload,
  type SubscriptionContext,
  type Subscriptions,
} from "../engine-language.ts";
import { streamsOf } from "./streams-of.ts";

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
  syncLagChanged: async function* (
    _args: object,
    { hear, pool }: SubscriptionContext,
  ): AsyncGenerator<Payload, void> {
    let told = "";
    // A gap hides no more than a look: where the streams stand now is all there is to tell.
    for await (const _notice of hear(channels.syncRuns)) {
      const status = await syncStatus({ pool, runCount: 1 });
      const streams = status === null ? [] : streamsOf(status);
      const backlog = streams.map(({ outboxAgeS: _age, ...standing }) => standing);
      if (JSON.stringify(backlog) === told) continue;
      told = JSON.stringify(backlog);
      yield { streams };
    }
  },
} satisfies Subscriptions;
