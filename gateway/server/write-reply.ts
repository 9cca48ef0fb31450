/** Writes an answer of the graph onto its connection: one header block and one body, compressed where that pays. */
import type { ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import type { Octets } from "../../lib/octets.ts";
import type { HttpReply } from "./answer-graphql.ts";
import { preferredEncoding } from "./preferred-encoding.ts";
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

/** Up to here head and body are one string, which Node writes from the stack (16 KB). */
const asOneBytes = 15_000;

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

interface Asked {
  readonly requestId: string;
  readonly acceptEncoding: string | undefined;
}

/** @returns a promise only where the body has to be compressed first. */
export function writeReply(
  response: ServerResponse,
  reply: HttpReply,
  { requestId, acceptEncoding }: Asked,
): void | Promise<void> {
  const { body } = reply;
  const length = typeof body === "string" ? Buffer.byteLength(body) : body.length;
  const encoding = length < compressFromBytes ? null : preferredEncoding(acceptEncoding, offered);
  if (encoding !== null) return writeCompressed(response, reply, { requestId, encoding });
  write(response, reply, { headers: headersOf(reply, requestId, length), body });
}

async function writeCompressed(
  response: ServerResponse,
  reply: HttpReply,
  { requestId, encoding }: { readonly requestId: string; readonly encoding: Encoding },
): Promise<void> {
  const bytes = typeof reply.body === "string" ? reply.body : reply.body.toBuffer();
  const body = await encodings[encoding](bytes);
  const headers = headersOf(reply, requestId, body.length);
  write(response, reply, { headers: [...headers, "content-encoding", encoding], body });
}

/** Put together once: a list that grows is copied as it does. */
function headersOf(reply: HttpReply, requestId: string, length: number): string[] {
  return always.concat(reply.headers, [
    "x-request-id",
    requestId,
    "content-length",
    String(length),
  ]);
}

interface Written {
  readonly headers: string[];
  readonly body: string | Octets | Buffer;
}

function write(response: ServerResponse, { status }: HttpReply, { headers, body }: Written): void {
  if (response.destroyed) return;
  response.writeHead(status, headers);
  if (typeof body === "string" || Buffer.isBuffer(body)) response.end(body);
  else if (body.length > asOneBytes) response.end(body.toBuffer());
  else response.end(body.latin1, "latin1");
}

type Compress = (body: string | Buffer) => Promise<Buffer>;

const encodings: Readonly<Record<"br" | "gzip", Compress>> = {
  br: (body) => inBrotli(body, brotliOptions),
  gzip: (body) => inGzip(body),
};

type Encoding = keyof typeof encodings;
/** The smaller first. */
const offered = ["br", "gzip"] as const;
