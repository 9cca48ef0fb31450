/** A request on a lasting connection, whichever protocol it came by: read, counted, streamed. */
import { randomUUID } from "node:crypto";

import type { RefusedCallers } from "../audit/refused-callers.ts";
import { failure } from "../execute/answer-operation.ts";
import { readRequest } from "../server/read-request.ts";
import { type DocumentSources, sentDocument } from "../server/sent-document.ts";
import type { CallerOperation, SessionOptions } from "./caller-session.ts";
import type { StreamCount } from "./stream-count.ts";
import { type OperationResult, type Streaming, streamOperation } from "./stream-operation.ts";

export interface StreamRouteOptions extends SessionOptions, DocumentSources {
  readonly streaming: Streaming;
  readonly streams: StreamCount;
  /** Connections by WebSocket, open whether or not anything runs on them. */
  readonly sockets: StreamCount;
  readonly refusedCallers: RefusedCallers;
  readonly maxBodyBytes: number;
  /** Milliseconds in which a connection that is being ended must have answered. */
  readonly drainTimeoutMs: number;
}

/** Never throws: what is refused is the only result. */
export async function* streamRequest(
  options: StreamRouteOptions,
  body: unknown,
  { contextNow }: CallerOperation,
): AsyncGenerator<OperationResult, void> {
  const { streaming, streams } = options;
  let giveBack: () => void = () => undefined;
  let requestId: string = randomUUID();
  try {
    const parameters = readRequest(body);
    const context = await contextNow();
    requestId = context.requestId;
    const query = await sentDocument(options, parameters, context, streaming.answering);
    giveBack = streams.take(context.principal.subject);
    yield* streamOperation(streaming, { ...parameters, query }, contextNow);
  } catch (error) {
    const { body } = failure(streaming.answering, error, requestId);
    yield JSON.parse(body.toString()) as OperationResult;
  } finally {
    giveBack();
  }
}
