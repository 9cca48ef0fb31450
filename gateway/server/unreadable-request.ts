/** What is said on a connection whose bytes are no request: there is no route yet, and nothing of ours has seen it. */
import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";

import { type ErrorCode, GoldseedError } from "../../domain/errors.ts";
import { errorEntry } from "../execute/error-entry.ts";

interface Saying {
  readonly status: 400 | 408 | 431;
  readonly code: ErrorCode;
  readonly message: string;
}

const unreadable: Saying = {
  status: 400,
  code: "BAD_REQUEST",
  message: "不是有效的 HTTP 请求 / This is no valid HTTP request. Send HTTP/1.1.",
};

const sayings: Readonly<Record<string, Saying>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: "TIMEOUT",
    message: "请求未及时到齐 / The request did not arrive in time. Send it again.",
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: "PAYLOAD_TOO_LARGE",
    message: "请求头过大，请缩小 / The headers are larger than allowed. Send smaller ones.",
  },
};

/** Ends the connection: where the next request on it would begin is not known. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  if (socket.writable) socket.write(answerOf(sayings[error.code ?? ""] ?? unreadable));
  socket.destroy(error);
}

function answerOf({ status, code, message }: Saying): string {
  const entry = errorEntry(new GoldseedError(code, message), randomUUID());
  const body = JSON.stringify({ errors: [entry] });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "cache-control: no-store",
    "connection: close",
    "",
    body,
  ].join("\r\n");
}
