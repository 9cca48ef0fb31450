/** Texts of the terminal stand in both languages; which one comes first is GOLDSEED_LANG's to say. */
import type { Config } from "../config/options.ts";

export type Language = Config["language"];

export function bothLanguages(language: Language, zh: string, en: string, between = " / "): string {
  return language === "zh" ? zh + between + en : en + between + zh;
}
