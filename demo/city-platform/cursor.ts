/** Opaque cursors and delta tokens: base64url JSON, read back with suspicion. */
import { Refusal, type RefusalCode } from "./refusal.ts";

export function encodeCursor(content: Readonly<Record<string, string>>): string {
  return Buffer.from(JSON.stringify(content), "utf8").toString("base64url");
}

/** The members asked for, all of them strings. */
export function decodeCursor<Name extends string>(
  text: string,
  names: readonly Name[],
  code: RefusalCode,
): Record<Name, string> {
  try {
    const content: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (typeof content === "object" && content !== null) {
      const members = content as Record<string, unknown>;
      if (names.every((name) => typeof members[name] === "string")) {
        return members as Record<Name, string>;
      }
    }
  } catch {
    // Falls through to the refusal: not JSON is as foreign as JSON of another form.
  }
  throw new Refusal(code, "that cursor or token was not given out here");
}
