/** What a message says of an alert: read through the graph as the receiver's owner, nothing of staff or of free text. */
import type { Principal } from "../../domain/access/principal.ts";
import { globalIdOf } from "../../lib/global-id.ts";
import type { TakenDelivery } from "../../store/queries/webhook-deliveries.ts";

export interface AskedQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** `data` of a query as the graph gives it to the principal, audited as any read. @throws where it cannot be asked. */
export type AskGraph = (principal: Principal, asked: AskedQuery) => Promise<unknown>;

const query = `query webhookAlert($id: ID!) { node(id: $id) { ... on Alert {
  id state level headline headlineEn figures handler raisedAt dueOn escalatedAt closedAt version mergedCount
  screening { code name } enterprise { creditCode name town { code name } zone { code name } } } } }`;

/** @returns null where the alert is out of the principal's sight. */
export async function alertMessage(
  ask: AskGraph,
  principal: Principal,
  { creditCode, alertId, sequence, at }: TakenDelivery,
): Promise<string | null> {
  const id = globalIdOf("Alert", [creditCode, alertId]);
  const { node } = (await ask(principal, { query, variables: { id } })) as { node: unknown };
  if (typeof node !== "object" || node === null) return null;
  return JSON.stringify({
    type: sequence === 1 ? "alert.raised" : "alert.changed",
    timestamp: at.toISOString(),
    data: { sequence, ...node },
  });
}

/** The same for every attempt: by it a receiver knows what it has had already. */
export function messageId({ alertId, sequence, target }: TakenDelivery): string {
  return `${alertId}.${sequence}.${target.slice(0, 8)}`;
}
