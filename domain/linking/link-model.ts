/** All that the linker knows beside the register: words, confusable characters, weights. Data, read by the caller. */
import type { NameLexicon } from "../enterprise/company-name-parts.ts";
import type { Confusables } from "./confusables.ts";
import type { LinkWeights } from "./weights.ts";

export interface LinkModel {
  readonly lexicon: NameLexicon;
  readonly confusables: Confusables;
  readonly weights: LinkWeights;
}
