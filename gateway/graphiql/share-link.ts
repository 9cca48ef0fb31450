/**
 * A query as the part of an address after `#`, to send to a colleague. Browsers do not send that part to any server,
 * so neither the query nor its variables reach a log on the way.
 */
export interface SharedQuery {
  readonly query: string;
  readonly variables: string;
}

const marker = "#q=";

export function toShareLink(
  page: { readonly origin: string; readonly pathname: string },
  shared: SharedQuery,
): string {
  const bytes = new TextEncoder().encode(JSON.stringify([shared.query, shared.variables]));
  const binary = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join("");
  const encoded = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return `${page.origin}${page.pathname}${marker}${encoded}`;
}

/** The query in an address; null when there is none or it is damaged. */
export function fromShareLink(hash: string): SharedQuery | null {
  if (!hash.startsWith(marker)) return null;
  try {
    const binary = atob(hash.slice(marker.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (letter) => letter.codePointAt(0) ?? 0);
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!Array.isArray(parsed) || parsed.some((part) => typeof part !== "string")) return null;
    const [query, variables] = parsed as string[];
    return query === undefined ? null : { query, variables: variables ?? "" };
  } catch {
    return null;
  }
}
