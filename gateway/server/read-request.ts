/** The parameters of a GraphQL request, checked: what is missing or of the wrong type is told by name. */
import { GoldseedError } from "../../domain/errors.ts";
import type { OperationRequest } from "../execute/answer-operation.ts";
import type { PersistedQuery } from "../execute/persisted-queries.ts";

export interface RequestParameters extends Omit<OperationRequest, "query"> {
  /** Null when a persisted query stands for it. */
  readonly query: string | null;
  readonly persisted: PersistedQuery | null;
}

/** @throws GoldseedError BAD_REQUEST */
export function readRequest(body: unknown): RequestParameters {
  if (Array.isArray(body))
    throw bad(
      "请求体是数组，不接受批量，请逐个发送 / The body is an array; batches are not taken. Send one operation a request.",
    );
  if (typeof body !== "object" || body === null)
    throw bad(
      '请求体不是 JSON 对象 / The body is not a JSON object. Send {"query": "…", "variables": {…}}.',
    );
  const { query, operationName, variables, extensions } = body as Record<string, unknown>;
  if (!isMapOrNothing(extensions))
    throw bad(`extensions 应为对象 / "extensions" is ${describe(extensions)}, expected an object.`);
  const persisted = persistedOf(
    (extensions as Record<string, unknown> | null | undefined)?.["persistedQuery"],
  );
  const missing = persisted !== null && (query === undefined || query === null || query === "");
  if (!missing && (typeof query !== "string" || query === ""))
    throw bad(
      `query 应为 GraphQL 文本 / "query" is ${describe(query)}, expected a GraphQL document as text.`,
    );
  if (operationName != null && typeof operationName !== "string")
    throw bad(
      `operationName 应为文本 / "operationName" is ${describe(operationName)}, expected a text.`,
    );
  if (!isMapOrNothing(variables))
    throw bad(`variables 应为对象 / "variables" is ${describe(variables)}, expected an object.`);
  return {
    query: missing ? null : (query as string),
    persisted,
    operationName: operationName ?? null,
    variables: (variables ?? null) as Readonly<Record<string, unknown>> | null,
  };
}

function persistedOf(value: unknown): PersistedQuery | null {
  if (value === undefined || value === null) return null;
  const { version, sha256Hash } = value as Partial<PersistedQuery>;
  if (version === 1 && typeof sha256Hash === "string" && /^[0-9a-f]{64}$/iu.test(sha256Hash))
    return { version, sha256Hash };
  throw bad(
    'extensions.persistedQuery 无法识别 / "extensions.persistedQuery" is not understood, expected {"version": 1, "sha256Hash": "64 hexadecimal digits"}.',
  );
}

/** A GET carries the same parameters in its address, `variables` as JSON. @throws GoldseedError BAD_REQUEST */
export function readSearch(search: URLSearchParams): RequestParameters {
  const json = (name: string): unknown => {
    const text = search.get(name);
    if (text === null || text === "") return null;
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw new GoldseedError(
        "BAD_REQUEST",
        `地址中的“${name}”不是有效的 JSON / "${name}" in the address is not valid JSON. Send an encoded JSON object.`,
        { cause },
      );
    }
  };
  const [variables, extensions] = [json("variables"), json("extensions")];
  return readRequest({
    query: search.get("query") ?? undefined,
    operationName: search.get("operationName"),
    variables,
    extensions,
  });
}

function isMapOrNothing(value: unknown): boolean {
  return value == null || (typeof value === "object" && !Array.isArray(value));
}

function describe(value: unknown): string {
  return value === undefined
    ? "missing"
    : Array.isArray(value)
      ? "an array"
      : value === null
        ? "null"
        : `a ${typeof value}`;
}

function bad(message: string): GoldseedError {
  return new GoldseedError("BAD_REQUEST", message);
}
