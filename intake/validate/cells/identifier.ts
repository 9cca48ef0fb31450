/**
 * The number by which a record of another department names its enterprise. Whatever was written is kept: the linker
 * mends what can be proven and judges the rest. A number that a spreadsheet rounded is no number: the row is sent back, as
 * whoever has the file still has the digits, and a name alone would be a guess that nobody asked for.
 */
import { classifyIdentifier } from "../../../domain/enterprise/identifier.ts";
import type { CellReader } from "../cell-reader.ts";
import { readText } from "./text.ts";

export const readIdentifier: CellReader = (text, column, context) => {
  const { kind } = classifyIdentifier(text);
  if (kind === "NONE") return { values: [null] };
  if (kind === "ROUNDED") return { values: [null], finding: { code: "CODE_ROUNDED" } };
  return readText(text, column, context);
};
