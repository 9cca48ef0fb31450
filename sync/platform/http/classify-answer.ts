/** What an answer means before its body is read: the platform's word, or nobody's. */
import { errorBodySchema } from "../../protocol/error-body.ts";
import { parseStrictJson } from "../../protocol/parse-strict-json.ts";
import { type FailureKind, PlatformFailure } from "../platform-failure.ts";
import type { HttpAnswer } from "./send-request.ts";

/** A gateway in between may answer these itself; taking its word costs nothing, the request is sent again or stopped. */
const believedUnsigned: Readonly<Record<number, FailureKind>> = {
  401: "UNAUTHORISED",
  403: "UNAUTHORISED",
  413: "TOO_LARGE",
  429: "THROTTLED",
};

const believedSigned: Readonly<Record<number, FailureKind>> = {
  ...believedUnsigned,
  404: "UNKNOWN_BATCH",
  409: "IN_PROGRESS",
  410: "EXPIRED",
  422: "KEY_REUSED",
  501: "NOT_OFFERED",
};

const longestWaitMs = 3_600_000;

/** The failure that this answer is, or null for a success signed by the platform. */
export function failureOf(
  answer: HttpAnswer,
  signed: boolean,
  nowMs: number,
): PlatformFailure | null {
  const { status } = answer;
  if (signed && status === 200) return null;
  const retryAfterMs = waitOf(answer.headers["retry-after"], nowMs);
  const waiting = retryAfterMs === null ? {} : { retryAfterMs };
  if (!signed) {
    const kind = believedUnsigned[status] ?? "IN_DOUBT";
    return new PlatformFailure(kind, `an answer ${status} that the platform did not sign`, {
      status,
      ...waiting,
    });
  }
  const told = errorOf(answer);
  const kind = believedSigned[status] ?? (status >= 400 && status < 500 ? "REFUSED" : "IN_DOUBT");
  const text = `${status} ${told.code}: ${told.message}`;
  return new PlatformFailure(kind, text, { status, code: told.code, ...waiting });
}

function errorOf(answer: HttpAnswer): { readonly code: string; readonly message: string } {
  try {
    const { error } = errorBodySchema.parse(parseStrictJson(answer.body));
    return error;
  } catch {
    return { code: "", message: "without a body of the protocol" };
  }
}

/** Retry-After in seconds or as a date; one in the past is none, an absurd one is cut to an hour. */
function waitOf(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, longestWaitMs) : null;
}
