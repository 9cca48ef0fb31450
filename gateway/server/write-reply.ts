/** Writes an answer of the graph onto its connection: one header block and one body, compressed where that pays. */
import type { ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import type { HttpReply } from "./answer-graphql.ts";
import { acceptsEncoding } from "./accepts-encoding.ts";
import { dataPolicy, securityHeaders } from "./security-headers.ts";

/** Below this a smaller body does not pay for the work; what a portrait without lists takes. */
const compressFromBytes = 4_096;

/** As the list of names and values that node:http takes without making a map of it. */
const always = Object.entries({
  ...securityHeaders,
  "content-security-policy": dataPolicy,
  "cache-control": "no-store",
  vary: "accept-encoding",
}).flat();

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

interface Asked {
  readonly requestId: string;
  readonly acceptEncoding: string | undefined;
}

export async function writeReply(
  response: ServerResponse,
  reply: HttpReply,
  { requestId, acceptEncoding }: Asked,
): Promise<void> {
  const length = Buffer.byteLength(reply.body);
  const encoding = length < compressFromBytes ? null : encodingFor(acceptEncoding);
  const body = encoding === null ? reply.body : await encoding.compress(reply.body);
  if (response.destroyed) return;
  const sentLength = String(typeof body === "string" ? length : body.length);
  const list = [...always, "x-request-id", requestId, "content-length", sentLength];
  if (encoding !== null) list.push("content-encoding", encoding.name);
  for (const name in reply.headers) list.push(name, reply.headers[name] as string);
  response.writeHead(reply.status, list);
  response.end(body);
}

interface Encoding {
  readonly name: string;
  readonly compress: (body: string | Buffer) => Promise<Buffer>;
}

const encodings: readonly Encoding[] = [
  { name: "br", compress: (body) => inBrotli(body, brotliOptions) },
  { name: "gzip", compress: (body) => inGzip(body) },
];

function encodingFor(accepted: string | undefined): Encoding | null {
  return encodings.find(({ name }) => acceptsEncoding(accepted, name)) ?? null;
}
