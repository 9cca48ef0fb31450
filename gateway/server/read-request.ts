/** The parameters of a GraphQL request, checked: what is missing or of the wrong type is told by name. */
import { GoldseedError } from "../../domain/errors.ts";
import type { OperationRequest } from "../execute/answer-operation.ts";

/** @throws GoldseedError BAD_REQUEST */
export function readRequest(body: unknown): OperationRequest {
  if (Array.isArray(body))
    throw bad("The body is an array; batches are not taken. Send one operation a request.");
  if (typeof body !== "object" || body === null)
    throw bad('The body is not a JSON object. Send {"query": "…", "variables": {…}}.');
  const { query, operationName, variables, extensions } = body as Record<string, unknown>;
  if (typeof query !== "string" || query === "")
    throw bad(`"query" is ${describe(query)}, expected a GraphQL document as text.`);
  if (operationName != null && typeof operationName !== "string")
    throw bad(`"operationName" is ${describe(operationName)}, expected a text.`);
  if (!isMapOrNothing(variables))
    throw bad(`"variables" is ${describe(variables)}, expected an object.`);
  if (!isMapOrNothing(extensions))
    throw bad(`"extensions" is ${describe(extensions)}, expected an object.`);
  return {
    query,
    operationName: operationName ?? null,
    variables: (variables ?? null) as Readonly<Record<string, unknown>> | null,
  };
}

/** A GET carries the same parameters in its address, `variables` as JSON. @throws GoldseedError BAD_REQUEST */
export function readSearch(search: URLSearchParams): OperationRequest {
  const json = (name: string): unknown => {
    const text = search.get(name);
    if (text === null || text === "") return null;
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw new GoldseedError(
        "BAD_REQUEST",
        `"${name}" in the address is not valid JSON. Send an encoded JSON object.`,
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
