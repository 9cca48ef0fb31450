/** Posts a GraphQL request, and reads from the answer how a command should end. */
import { type ErrorCode, errorCatalogue, GoldseedError } from "../domain/errors.ts";

export interface GraphqlRequest {
  readonly url: string;
  readonly token: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Of a page of an export: `begin`, or the id of the first page's request. */
  readonly exportId?: string;
  /** Id of the export that another person has confirmed. */
  readonly exportRequest?: string | undefined;
}

export interface GraphqlAnswer {
  /** Under which the gateway's log and audit know the request; null when it named none. */
  readonly requestId: string | null;
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

const timeoutMs = 60_000;

/** @throws GoldseedError GATEWAY_UNAVAILABLE when nothing answers, or something that does not speak GraphQL. */
export async function postGraphql({
  url,
  token,
  body,
  exportId,
  exportRequest,
}: GraphqlRequest): Promise<GraphqlAnswer> {
  const { status, text, requestId } = await send(url, {
    method: "POST",
    redirect: "error",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
      ...(exportId !== undefined && { "x-export": exportId }),
      ...(exportRequest !== undefined && { "x-export-request": exportRequest }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw unavailable(url, reasonOf(error), error);
  });
  const told = parsed(text);
  if (told === null) throw unavailable(url, `it answered ${status} without JSON`);
  if (told.data === undefined && !Array.isArray(told.errors))
    throw unavailable(url, `it answered ${status} with JSON that has neither data nor errors`);
  return { ...told, requestId };
}

/** To the last byte: an answer that is cut short is none. */
async function send(url: string, request: RequestInit) {
  const answer = await fetch(url, request);
  const requestId = answer.headers.get("x-request-id");
  return { status: answer.status, requestId, text: await answer.text() };
}

function parsed(text: string): Omit<GraphqlAnswer, "requestId"> | null {
  try {
    return Object(JSON.parse(text)) as Omit<GraphqlAnswer, "requestId">;
  } catch {
    return null;
  }
}

/** 0 without errors, 3 with data beside errors, else the exit code of the first error's code. */
export function exitCodeOf({ data, errors = [] }: Pick<GraphqlAnswer, "data" | "errors">): number {
  const [first] = errors;
  if (!first) return 0;
  if (data !== null && data !== undefined) return 3;
  const code = first.extensions?.code ?? "";
  return Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code as ErrorCode].exitCode : 1;
}

function reasonOf(error: unknown): string {
  const { cause, message, name } = error as Error;
  if (name === "TimeoutError") return `no answer in ${timeoutMs / 1_000} seconds`;
  return cause instanceof Error
    ? ((cause as NodeJS.ErrnoException).code ?? cause.message)
    : message;
}

function unavailable(url: string, reason: string, cause?: unknown): GoldseedError {
  return new GoldseedError(
    "GATEWAY_UNAVAILABLE",
    `网关未运行 / No gateway answers at "${url}" (${reason}). Start one with npm start, or give --url.`,
    { cause },
  );
}
