/**
 * Sends one operation to the gateway with the chosen token, and measures it.
 */
import type { Answer } from "./answer.ts";
import { readAnswer } from "./answer.ts";
import { endpoint } from "./endpoint.ts";
import { withPresentName } from "./present-name.ts";
import { text } from "./texts.ts";
import { withOwnHeaders } from "./with-own-headers.ts";

export interface Operation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
}

export interface SendOptions {
  readonly token: string | null;
  /** Ask the gateway for the statement, the plan and the decisions about access. */
  readonly explain?: boolean;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface Outcome {
  /** What goes into the answer's pane, errors of the connection included. */
  readonly result: { data?: unknown; errors?: readonly { message: string }[] };
  /** Null when nothing was sent or nothing came back. */
  readonly answer: Answer | null;
}

function failed(message: string): Outcome {
  return { result: { errors: [{ message }] }, answer: null };
}

function requestHeaders(options: SendOptions): Record<string, string> {
  const ofPage = {
    accept: "application/graphql-response+json, application/json;q=0.9",
    "content-type": "application/json",
    ...(options.token === null ? {} : { authorization: `Bearer ${options.token}` }),
    ...(options.explain === true ? { "x-graphql-explain": "plan,sql,access" } : {}),
  };
  return withOwnHeaders(ofPage, options.headers);
}

function parsed(body: string): Outcome["result"] | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

export async function sendQuery(given: Operation, options: SendOptions): Promise<Outcome> {
  const operation = withPresentName(given);
  const headers = requestHeaders(options);
  if (headers["authorization"] === undefined) return failed(text("tokenNeeded"));
  const startedMs = performance.now();
  let response: Response;
  let body: string;
  try {
    response = await fetch(endpoint(), {
      method: "POST",
      headers,
      body: JSON.stringify(operation),
    });
    body = await response.text();
  } catch {
    return failed(text("unreachable"));
  }
  const result = parsed(body);
  if (result === null) return failed(`${text("notJson")} (HTTP ${response.status})`);
  const answer = readAnswer(result, {
    elapsedMs: performance.now() - startedMs,
    bytes: new TextEncoder().encode(body).length,
    status: response.status,
    requestId: response.headers.get("x-request-id"),
  });
  return { result, answer };
}
