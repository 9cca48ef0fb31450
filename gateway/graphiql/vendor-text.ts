/**
 * The function that the build puts in place of the query tool's English literals.
 */
import { currentLanguage } from "./language.ts";
import { vendorTextsZh } from "./vendor-changes.ts";

const isChinese = currentLanguage() === "zh-CN";

/** The Chinese for a text of the query tool or its editor; the text itself in English and for those not listed. */
export function vendorText(english: string): string {
  if (!isChinese) return english;
  return vendorTextsZh.get(english) ?? globalThis.goldseedEditorTexts?.[english] ?? english;
}
