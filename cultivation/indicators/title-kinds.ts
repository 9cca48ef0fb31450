/** Titles of the rules and the kinds under which the store keeps them; other titles of the rules are in no register. */
import type { TitleKind } from "../../domain/vocabulary.ts";

export const titleKindOf: Readonly<Record<string, TitleKind>> = {
  innovative_sme: "INNOVATIVE",
  srdi_sme: "SPECIALIZED",
  little_giant: "LITTLE_GIANT",
  eaglet: "EAGLET",
  gazelle: "GAZELLE",
  unicorn: "UNICORN",
  hnte: "HIGH_TECH",
  tech_sme: "TECH_SME",
};
