/** What a page that shows enterprises wants to hear. */
import { GoldseedError } from "../../domain/errors.ts";
import type { SubscriptionEnterpriseChangedArgs } from "../../schema/generated/types.ts";
import { channels } from "../../store/notify.ts";
import {
  nodeRef,
  type Payload,
  type SubscriptionContext,
  type Subscriptions,
} from "../engine-language.ts";

/** What one page shows. */
const mostCodes = 200;

export const enterpriseSubscriptions = {
  enterpriseChanged: async function* (
    { creditCodes }: SubscriptionEnterpriseChangedArgs,
    { hear }: SubscriptionContext,
  ): AsyncGenerator<Payload, void> {
    if (creditCodes.length === 0 || creditCodes.length > mostCodes) {
      throw new GoldseedError(
        "BAD_USER_INPUT",
        `creditCodes 有 ${creditCodes.length} 个，应为 1 至 ${mostCodes} 个 / creditCodes holds ${creditCodes.length}, expected 1 to ${mostCodes}.`,
      );
    }
    const wanted = new Set(creditCodes);
    for await (const notice of hear(channels.enterprises)) {
      // After a gap, or a change of very many, any of them may have changed.
      const changed = notice === null || notice === "*" ? creditCodes : notice.split(" ");
      for (const code of changed)
        if (wanted.has(code)) yield { enterprise: nodeRef("Enterprise", code) };
    }
  },
} satisfies Subscriptions;
