/**
 * The function that the build puts in place of the query tool's English literals.
 */
import { currentLanguage } from "./language.ts";
import { vendorTextsZh } from "./vendor-changes.ts";

const isChinese = currentLanguage() === "zh-CN";

/** The Chinese for one of the query tool's texts, or the text itself in English and for words not listed. */
export function vendorText(english: string): string {
  return isChinese ? (vendorTextsZh.get(english) ?? english) : english;
}
