/**
 * graphql-js helps whoever mistypes a name with those that exist, which draws the schema for whoever guesses (clairvoyance
 * rebuilds one in two minutes). Who may not ask for the schema is told of names that are in its own request alone.
 */
const name = /[_A-Za-z]\w*/gu;
const quoted = /"([^"\n]*)"/gu;

/** @param request the document and its variables as they came. */
export function hideSchemaNames(message: string, request: string): string {
  const sent = new Set(request.match(name) ?? []);
  return message
    .replaceAll(/ ?Did you mean [^?]*\?(?: [A-Z][^?]*\?)?/gu, "")
    .replaceAll(quoted, (whole, text: string) =>
      (text.match(name) ?? []).every((each) => sent.has(each)) ? whole : '"…"',
    );
}
