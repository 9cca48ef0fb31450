/** An industry code of GB/T 4754: a letter for the section and up to four digits. */
import { foldText } from "../../../domain/enterprise/fold-text.ts";
import type { CellReader } from "../cell-reader.ts";

/** First division of each section: the letter follows from the digits, so a source may leave it out. */
const sections: readonly (readonly [from: number, letter: string])[] = [
  [1, "A"],
  [6, "B"],
  [13, "C"],
  [44, "D"],
  [47, "E"],
  [51, "F"],
  [53, "G"],
  [61, "H"],
  [63, "I"],
  [66, "J"],
  [70, "K"],
  [71, "L"],
  [73, "M"],
  [76, "N"],
  [80, "O"],
  [83, "P"],
  [84, "Q"],
  [86, "R"],
  [91, "S"],
  [97, "T"],
];

export const readIndustryCode: CellReader = (text) => {
  const code = foldText(text).replaceAll(/\s/g, "").toUpperCase();
  if (code === "" || /^(N\/?A|NULL|无|-+)$/.test(code)) return { values: [null] };
  const [, letter = "", digits = ""] = /^([A-T]?)(\d{2,4}|)$/.exec(code) ?? [];
  const fault = { values: [null], finding: { code: "INDUSTRY_CODE_SHAPE" } } as const;
  if (digits === "") return letter === "" ? fault : { values: [letter] };
  const section = sections.findLast(([from]) => Number(digits.slice(0, 2)) >= from)?.[1];
  if (section === undefined || (letter !== "" && letter !== section)) return fault;
  return { values: [section + digits] };
};
