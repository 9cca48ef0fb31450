/** A query asked inside the process as a principal: what is told elsewhere is read, and audited, as any read. */
import { randomUUID } from "node:crypto";

import type { AskGraph } from "../../cultivation/webhooks/alert-message.ts";
import { createCityRecordLoader } from "../../resolvers/city-record/load-city-records.ts";
import { type Answering, answerOperation } from "./answer-operation.ts";

/** Throws where the query gives no data at all; a field that is refused is null, as for everybody. */
export function askGraph(answering: Answering, timeoutMs: number): AskGraph {
  // What the process asks for others is no caller's spending.
  const unmetered = { ...answering, points: null };
  return async (principal, { query, variables }) => {
    const context = {
      principal,
      requestId: randomUUID(),
      deadlineMs: performance.now() + timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
      explain: false,
      cityRecords: createCityRecordLoader(null),
    };
    const request = { query, variables, readOnly: true };
    const answer = await answerOperation(unmetered, request, context);
    if (answer?.failure === null)
      return (JSON.parse(answer.body.toString()) as { data: unknown }).data;
    throw new Error(`The graph does not answer (${answer?.failure ?? "schema"}).`);
  };
}
