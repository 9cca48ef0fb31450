/** One thing found in one cell, with its words: what quarantine, notes and exports are made of. */
import { type FindingCode, findingCatalogue } from "./finding-catalogue.ts";

export interface Finding {
  /** Header of the column as described; empty when the finding is about the whole row. */
  readonly column: string;
  /** The cell as read, cut to 200 characters; empty when the finding is about the whole row. */
  readonly value: string;
  readonly code: FindingCode;
  readonly messageZh: string;
  readonly messageEn: string;
}

export interface Circumstances {
  readonly column?: string;
  readonly value?: string;
  /** What the check knows to be right, or the measure that was exceeded. */
  readonly expected?: string;
}

const longestShown = 200;

export function finding(code: FindingCode, facts: Circumstances = {}): Finding {
  const { column = "", expected = "" } = facts;
  const value = shorten(facts.value ?? "");
  // A replacer function: `$&` in a cell must not be read as a pattern.
  const fill = (text: string): string =>
    text.replace(
      /\{(column|value|expected)\}/g,
      (_, name: "column" | "value" | "expected") => ({ column, value, expected })[name],
    );
  const { zh, en } = findingCatalogue[code];
  return { column, value, code, messageZh: fill(zh), messageEn: fill(en) };
}

function shorten(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown)}…`;
}
