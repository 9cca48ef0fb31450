/** The name of an enterprise: text with letters in it, and not what belongs in the column beside it. */
import { classifyIdentifier } from "../../../domain/enterprise/identifier.ts";
import type { CellReader } from "../cell-reader.ts";
import { readText } from "./text.ts";

export const readCompanyName: CellReader = (text, column, context) => {
  const reading = readText(text, column, context);
  const [name] = reading.values;
  if (reading.finding !== undefined || name == null) return reading;
  if (/^[\dA-Z]{9,18}$/i.test(name) && classifyIdentifier(name).kind !== "OTHER") {
    return { values: [null], finding: { code: "NAME_IS_CODE" } };
  }
  if (!/\p{L}/u.test(name)) return { values: [null], finding: { code: "NAME_NOT_TEXT" } };
  return [...name].length < 2 ? { values: [null], finding: { code: "NAME_TOO_SHORT" } } : reading;
};
