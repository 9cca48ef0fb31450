/** What a desk of an officer wants to hear: questions that are opened, renewed and answered. */
import { channels } from "../../store/notify.ts";
import {
  nodeRef,
  type Payload,
  type SubscriptionContext,
  type Subscriptions,
} from "../engine-language.ts";

export const syncConflictSubscriptions = {
  syncConflictChanged: async function* (
    _args: object,
    { hear }: SubscriptionContext,
  ): AsyncGenerator<Payload, void> {
    for await (const notice of hear(channels.syncConflicts)) {
      // What a gap hid, or too many at once, is in the list of conflicts.
      if (notice === null || notice === "*") continue;
      for (const id of notice.split(" ")) yield { conflict: nodeRef("SyncConflict", id) };
    }
  },
} satisfies Subscriptions;
