/** A request on a lasting connection, whichever protocol it came by: read, counted, streamed. */
import type { PersistedQueries } from "../execute/persisted-queries.ts";
import { failure } from "../execute/answer-operation.ts";
import { readRequest } from "../server/read-request.ts";
import type { CallerSession, SessionOptions } from "./caller-session.ts";
import type { StreamCount } from "./stream-count.ts";
import { type OperationResult, type Streaming, streamOperation } from "./stream-operation.ts";

export interface StreamRouteOptions extends SessionOptions {
  readonly streaming: Streaming;
  readonly streams: StreamCount;
  readonly persistedQueries: PersistedQueries;
  readonly maxBodyBytes: number;
}

/** Never throws: what is refused is the only result. */
export async function* streamRequest(
  { streaming, streams, persistedQueries }: StreamRouteOptions,
  body: unknown,
  { contextNow }: CallerSession,
): AsyncGenerator<OperationResult, void> {
  let giveBack: () => void = () => undefined;
  try {
    const { query, persisted, ...rest } = readRequest(body);
    const text = persisted ? persistedQueries.resolve(query, persisted) : query;
    const { principal } = await contextNow();
    giveBack = streams.take(principal.subject);
    yield* streamOperation(streaming, { ...rest, query: text ?? "" }, contextNow);
  } catch (error) {
    yield JSON.parse(failure(streaming.answering, error, "-").body) as OperationResult;
  } finally {
    giveBack();
  }
}
