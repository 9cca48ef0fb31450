/** What a page that shows the exchange wants to hear. */
import { channels } from "../../store/notify.ts";
import {
  nodeRef,
  type Payload,
  type SubscriptionContext,
  type Subscriptions,
} from "../engine-language.ts";

export const syncRunSubscriptions = {
  syncRunChanged: async function* (
    _args: object,
    { hear }: SubscriptionContext,
  ): AsyncGenerator<Payload, void> {
    for await (const notice of hear(channels.syncRuns)) {
      // What a gap hid is in the list of runs: there is no row to tell of.
      if (notice === null || notice === "*") continue;
      for (const id of notice.split(" ")) yield { syncRun: nodeRef("SyncRun", id) };
    }
  },
} satisfies Subscriptions;
