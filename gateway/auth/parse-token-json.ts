/**
 * JSON of a token's header or payload, in the strictness RFC 8725 asks for: `JSON.parse` lets the last of two equal
 * members win where another reader lets the first, and two readers of one token must not differ.
 */
const mostLevels = 6;
const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** @returns undefined unless it is one object with members of ASCII names that differ. */
export function parseTokenJson(text: string): Readonly<Record<string, unknown>> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return hasStrictMembers(text) ? (value as Record<string, unknown>) : undefined;
}

/** @param text is known to be JSON, so that a string before a colon is a member's name. */
function hasStrictMembers(text: string): boolean {
  const open: Set<string>[] = [];
  let last = "";
  for (const [found] of text.matchAll(token)) {
    if (found === "{" || found === "[") open.push(new Set());
    else if (found === "}" || found === "]") open.pop();
    else if (found !== ":") last = found;
    else if (!isNewName(last, open.at(-1))) return false;
    if (open.length > mostLevels) return false;
  }
  return true;
}

/** Compared after unescaping: "\u0061lg" is "alg". */
function isNewName(quoted: string, names: Set<string> | undefined): boolean {
  const name = JSON.parse(quoted) as string;
  if (!names || names.has(name) || !/^[\x20-\x7e]*$/.test(name) || name === "__proto__")
    return false;
  names.add(name);
  return true;
}
