/** The credit code as the registry states it. Nothing is repaired here but width, case and separators: who exists is not guessed. */
import {
  creditCodeCheckCharacter,
  creditCodeValue,
  isCreditCode,
  normaliseCreditCode,
} from "../../../domain/enterprise/credit-code.ts";
import { classifyIdentifier } from "../../../domain/enterprise/identifier.ts";
import type { CellFinding, CellReader } from "../cell-reader.ts";

export const readCreditCode: CellReader = (text) => {
  const code = normaliseCreditCode(text);
  if (isCreditCode(code)) {
    return code === text.trim()
      ? { values: [code] }
      : { values: [code], finding: { code: "CODE_FOLDED", expected: code } };
  }
  return { values: [null], finding: faultOf(text, code) };
};

function faultOf(text: string, code: string): CellFinding {
  const { kind } = classifyIdentifier(text);
  if (kind === "ROUNDED") return { code: "CODE_ROUNDED" };
  if (kind === "NONE" || !/^[0-9A-Z]+$/.test(code)) return { code: "CODE_NONE" };
  if (kind === "FIFTEEN") return { code: "CODE_OLD_NUMBER" };
  if (code.length !== 18) return { code: "CODE_LENGTH", expected: String([...code].length) };
  const foreign = foreignCharacters(code);
  if (foreign !== "") return { code: "CODE_CHARACTER", expected: foreign };
  return { code: "CODE_CHECK_CHARACTER", expected: creditCodeCheckCharacter(code) ?? "?" };
}

/** Characters that no code may hold, or not in their place. */
function foreignCharacters(code: string): string {
  const foreign = [...code].filter((character, i) => {
    const inAuthority = i >= 2 && i < 8;
    return creditCodeValue(character) < 0 || (inAuthority && !/\d/.test(character));
  });
  return [...new Set(foreign)].join("");
}
