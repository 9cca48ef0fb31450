/**
 * Ends a request whose body does not arrive in time. The HTTP server itself waits as long as a file may take; whatever is
 * not a file has no such time.
 */
import type { IncomingMessage } from "node:http";

export function endSlowBody(request: IncomingMessage, timeoutMs: number): void {
  const { headers } = request;
  if (headers["content-length"] === undefined && headers["transfer-encoding"] === undefined) return;
  const late = setTimeout(() => request.destroy(), timeoutMs);
  const inTime = (): void => clearTimeout(late);
  request.once("end", inTime).once("close", inTime);
}
