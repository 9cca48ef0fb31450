/** Turns at the database, as many as there are connections. How long one is waited for is each request's own matter. */
import { Admission } from "./admission.ts";

export function databaseTurns(connections: number): Admission {
  return new Admission({
    maxInFlight: connections,
    // What may wait is bounded where requests come in; events of subscriptions wait here and are not dropped.
    maxWaiting: Number.POSITIVE_INFINITY,
    maxWaitMs: 10_000,
  });
}
