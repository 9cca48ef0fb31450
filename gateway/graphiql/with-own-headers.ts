/**
 * Headers of the page with those that the reader typed in their place. HTTP knows no capitals: `Authorization` beside
 * `authorization` would go out as one header of two values.
 */
type Headers = Readonly<Record<string, string>>;

export function withOwnHeaders(ofPage: Headers, own: Headers = {}): Record<string, string> {
  const typed = Object.entries(own).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { ...ofPage, ...Object.fromEntries(typed) };
}
