/** How much a header such as Accept or Accept-Encoding wants a thing: 0 to 1, null where it does not name it (RFC 9110, 12.4.2). */
export function qualityOf(header: string, name: string): number | null {
  for (const part of header.split(",")) {
    const [named = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    if (named === name) return qualityIn(parameters);
  }
  return null;
}

/** A value that is no number counts as not being there. */
function qualityIn(parameters: readonly string[]): number {
  const value = parameters.find((parameter) => /^q\s*=/u.test(parameter))?.split("=")[1];
  const quality = Number(value ?? 1);
  return Number.isNaN(quality) ? 1 : quality;
}
