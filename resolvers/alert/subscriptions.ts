/** What a worklist wants to hear: every event of the alerts of the caller's areas. */
import { concernsAlert, followAlerts } from "../../cultivation/follow-alerts.ts";
import type { SubscriptionAlertChangedArgs } from "../../schema/generated/types.ts";
import { channels } from "../../store/notify.ts";
import {
  nodeOfEvent,
  type Payload,
  type SubscriptionContext,
  type Subscriptions,
} from "../engine-language.ts";

export const alertSubscriptions = {
  alertChanged: async function* (
    { raisedOnly }: SubscriptionAlertChangedArgs,
    { hear, pool, principal }: SubscriptionContext,
  ): AsyncGenerator<Payload, void> {
    const notices = hear(channels.alerts, (text) => concernsAlert(principal, text));
    for await (const notice of followAlerts(pool, principal, notices)) {
      const isRaised = notice.sequence === 1;
      if (raisedOnly && !isRaised) continue;
      const { sequence, creditCode, alertId } = notice;
      yield { isRaised, alert: nodeOfEvent(`${sequence}`, "Alert", creditCode, alertId) };
    }
  },
} satisfies Subscriptions;
