/**
 * JSON as the protocol allows it: UTF-8 without BOM, no member twice. `JSON.parse` takes the last of two members
 * silently and a lenient decoder turns GB18030 into replacement characters: both would be applied as if they were right.
 */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

export class NotStrictJson extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "NotStrictJson";
  }
}

/** @throws NotStrictJson with the reason. */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  if (text.charCodeAt(0) === 0xfeff)
    throw new NotStrictJson("the text begins with a byte order mark");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new NotStrictJson(`the text is not JSON: ${(error as Error).message}`);
  }
  const twice = memberTwice(text);
  if (twice !== null) throw new NotStrictJson(`the member ${twice} comes twice in one object`);
  return value;
}

function decode(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new NotStrictJson("the body is empty");
  try {
    return decoder.decode(bytes);
  } catch {
    throw new NotStrictJson("the bytes are not UTF-8");
  }
}

/** The text is known to be JSON, so a text before a colon is a member's name. */
function memberTwice(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  let last = "";
  for (const [found] of text.matchAll(token)) {
    if (found === "{") open.push(new Set());
    else if (found === "[") open.push(null);
    else if (found === "}" || found === "]") open.pop();
    else if (found === ":") {
      const members = open.at(-1);
      const name = last.includes("\\") ? JSON.stringify(JSON.parse(last)) : last;
      if (members?.has(name) === true) return name;
      members?.add(name);
    } else last = found;
  }
  return null;
}
