/** Imports as they move on, for whoever watches them. */
import { channels } from "../../store/notify.ts";
import {
  nodeRef,
  type Payload,
  type SubscriptionContext,
  type Subscriptions,
} from "../engine-language.ts";

export const importRunSubscriptions = {
  importRunChanged: async function* (
    _args: object,
    { hear }: SubscriptionContext,
  ): AsyncGenerator<Payload, void> {
    for await (const notice of hear(channels.imports)) {
      // After a gap nothing is known; the next step of a run tells of it.
      if (notice === null || notice === "*") continue;
      for (const id of notice.split(" ")) yield { importRun: nodeRef("ImportRun", id) };
    }
  },
} satisfies Subscriptions;
