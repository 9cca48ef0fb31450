/** The name of an enterprise: text with letters in it, and not what belongs in the column beside it. */
import { classifyIdentifier } from "../../../domain/enterprise/identifier.ts";
import type { CellReader } from "../cell-reader.ts";
import { readText } from "./text.ts";

/** `鲁青审批〔2024〕12号`, `JY13702110012345`: numbers of permits, decisions and rights, which no enterprise bears as its name. */
const documentNumber =
  /[〔[【(（](?:19|20)\d{2}[〕\]】)）].*\d|\d{8}|\d{4,}号$|^[A-Z]{1,4}[\d.-]{6,}$/iu;

export const readCompanyName: CellReader = (text, column, context) => {
  const reading = readText(text, column, context);
  const [name] = reading.values;
  if (reading.finding !== undefined || name == null) return reading;
  if (/^[\dA-Z]{9,18}$/i.test(name) && classifyIdentifier(name).kind !== "OTHER") {
    return { values: [null], finding: { code: "NAME_IS_CODE" } };
  }
  if (documentNumber.test(name)) return { values: [null], finding: { code: "NAME_IS_NUMBER" } };
  if (!/\p{L}/u.test(name)) return { values: [null], finding: { code: "NAME_NOT_TEXT" } };
  return [...name].length < 2 ? { values: [null], finding: { code: "NAME_TOO_SHORT" } } : reading;
};
