/** A refusal in the words and the shape of the graph's: whoever reads one reads the other. */
import type { FastifyReply } from "fastify";

import { failure } from "../execute/answer-operation.ts";
import type { UploadRouteOptions } from "./upload-options.ts";

export function sendFailure(
  reply: FastifyReply,
  options: Pick<UploadRouteOptions, "onInternalError">,
  error: unknown,
  requestId: string,
): FastifyReply {
  const { status, body, failure: code, retryAfterS } = failure(options, error, requestId);
  if (code === "UNAUTHENTICATED") void reply.header("www-authenticate", "Bearer");
  if (retryAfterS !== undefined) void reply.header("retry-after", String(retryAfterS));
  return reply
    .code(status)
    .header("content-type", "application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(body);
}
