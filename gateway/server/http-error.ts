/** What the HTTP layer refuses before a route is reached, in the words of the catalogue. */
import type { IncomingHttpHeaders } from "node:http";

import { GoldseedError } from "../../domain/errors.ts";

export type HttpError = Error & { readonly code?: string; readonly statusCode?: number };

/** @returns the error itself where it is not about the request. */
export function httpError(error: HttpError): unknown {
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return new GoldseedError(
      "PAYLOAD_TOO_LARGE",
      "请求体过大，请缩小 / The body is larger than allowed. Send a smaller request.",
    );
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return unsupportedType();
  if (error.code === "FST_ERR_BAD_URL")
    return new GoldseedError(
      "BAD_REQUEST",
      "地址编码有误 / The address is not encoded as addresses are: a % is followed by two hexadecimal digits.",
    );
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new GoldseedError(
      "BAD_REQUEST",
      "请求体不是有效的 JSON，请发一个 JSON 对象 / The body is not valid JSON. Send one JSON object.",
      { cause: error },
    );
  return error;
}

const json = /^\s*application\/json\b/iu;
const otherCharset = /;\s*charset\s*=\s*(?!"?utf-?8"?\s*(?:;|$))/iu;

/** JSON that is compressed or not in UTF-8 is told so, rather than read as what it is not. */
export function unreadableBody(headers: IncomingHttpHeaders): GoldseedError | undefined {
  const type = headers["content-type"] ?? "";
  if (!json.test(type)) return undefined;
  if (otherCharset.test(type)) return unsupportedType();
  const encoding = headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (encoding === "identity" || encoding === "") return undefined;
  return new GoldseedError(
    "UNSUPPORTED_MEDIA_TYPE",
    "请求体不可压缩，请直接发送 / A compressed body is not read. Send it as it is.",
  );
}

function unsupportedType(): GoldseedError {
  return new GoldseedError(
    "UNSUPPORTED_MEDIA_TYPE",
    "内容类型不受支持，请发 UTF-8 的 application/json / The content type is not supported. Send application/json in UTF-8.",
  );
}
