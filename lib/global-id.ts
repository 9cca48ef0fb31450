/** Global ids: base64url of `Type:key:key`. Opaque to callers; nothing is granted by knowing one. */

export interface GlobalId {
  readonly type: string;
  readonly key: readonly string[];
}

const shape = /^([A-Z][A-Za-z]*)((?::[^:]*)+)$/u;

/** @returns null when the text is no id of ours; the caller answers as for one that does not exist. */
export function parseGlobalId(text: string): GlobalId | null {
  if (!/^[\w-]{1,400}$/u.test(text)) return null;
  const match = shape.exec(Buffer.from(text, "base64url").toString("utf8"));
  if (!match?.[1] || match[2] === undefined) return null;
  return { type: match[1], key: match[2].slice(1).split(":") };
}

export function typeOfGlobalId(text: string): string | null {
  return parseGlobalId(text)?.type ?? null;
}

export function globalIdOf(type: string, key: readonly string[]): string {
  return Buffer.from([type, ...key].join(":"), "utf8").toString("base64url");
}
