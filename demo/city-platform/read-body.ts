/** Reads a request body up to a size, and JSON out of it. */
import type { IncomingMessage } from "node:http";

import { maxRequestBytes } from "./limits.ts";
import { Refusal } from "./refusal.ts";

export async function readBody(
  request: IncomingMessage,
  maxBytes = maxRequestBytes,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes)
      throw new Refusal("TOO_LARGE", `the body is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function parseJson(contentType: string | undefined, bytes: Buffer): unknown {
  if (!/^application\/json\b/iu.test(contentType ?? "")) {
    throw new Refusal("UNSUPPORTED_MEDIA_TYPE", "send application/json");
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new Refusal("MALFORMED", `the body is not JSON in UTF-8: ${String(error)}`);
  }
}
