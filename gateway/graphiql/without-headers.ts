/**
 * Takes request headers out of what the query tool wants to store (see session-storage.ts).
 */

/** The same JSON with null for every `headers` value; text that is not JSON is kept as it is. */
export function withoutHeaders(value: string): string {
  if (!value.includes('"headers"')) return value;
  try {
    return JSON.stringify(JSON.parse(value), (key, inner: unknown) =>
      key === "headers" ? null : inner,
    );
  } catch {
    return value;
  }
}
