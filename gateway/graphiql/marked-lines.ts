/**
 * A JSON value as lines, each with whether it belongs to a place where two answers differ.
 */
export interface MarkedLine {
  readonly text: string;
  readonly differs: boolean;
}

/** @param places paths as `viewAs` names them, such as `enterprise.financials.0.revenue`. */
export function markedLines(value: unknown, places: ReadonlySet<string>): readonly MarkedLine[] {
  const lines: MarkedLine[] = [];
  const walk = (part: unknown, at: Place): void => {
    const differs = at.differs || places.has(at.path);
    const put = (text: string): void => void lines.push({ text: at.indent + text, differs });
    const entries = typeof part === "object" && part !== null ? Object.entries(part) : [];
    if (entries.length === 0) return put(`${at.label}${JSON.stringify(part ?? null)}${at.end}`);
    const isList = Array.isArray(part);
    put(`${at.label}${isList ? "[" : "{"}`);
    entries.forEach(([key, inner], index) =>
      walk(inner, {
        path: at.path === "" ? key : `${at.path}.${key}`,
        label: isList ? "" : `${JSON.stringify(key)}: `,
        indent: `${at.indent}  `,
        end: index === entries.length - 1 ? "" : ",",
        differs,
      }),
    );
    put(`${isList ? "]" : "}"}${at.end}`);
  };
  walk(value, { path: "", label: "", indent: "", end: "", differs: false });
  return lines;
}

interface Place {
  readonly path: string;
  readonly label: string;
  readonly indent: string;
  readonly end: string;
  /** Inside of a part that differs as a whole. */
  readonly differs: boolean;
}
