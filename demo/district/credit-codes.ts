/**
 * Credit codes that look and check like real ones and can never be one.
 *
 * Their organisation code begins with DM: the blocks in use begin with a digit or with M, X, L, K or F (95,615 codes of one
 * province looked at), and none with D. Both check characters are right, so every path that checks codes is exercised.
 */
import {
  creditCodeAlphabet,
  creditCodeCheckCharacter,
} from "../../domain/enterprise/credit-code.ts";
import { organisationCheckCharacter } from "../../domain/enterprise/organisation-code.ts";
import type { EnterpriseKind } from "../../domain/vocabulary.ts";

const block = "DM";
/** Codes lie at least this far apart on average, so that one wrong character does not meet another enterprise. */
const stride = 2_000;

const prefixes: Readonly<Record<EnterpriseKind, string>> = {
  COMPANY: "91",
  BRANCH: "91",
  OTHER: "91",
  INDIVIDUAL_BUSINESS: "92",
  COOPERATIVE: "93",
};

/** The code of the `ordinal`th entity; codes of one kind rise with the ordinal, which the indexes like. */
export function demoCreditCode(kind: EnterpriseKind, ordinal: number, spread: number): string {
  const organisation = block + inBase31(ordinal * stride + Math.floor(spread * stride));
  const first17 = `${prefixes[kind]}370211${organisation}${organisationCheckCharacter(organisation)}`;
  return first17 + (creditCodeCheckCharacter(first17) ?? "");
}

/** True for a code of the demonstration's own block. */
export function isDemoCreditCode(code: string): boolean {
  return code.slice(8, 10) === block;
}

function inBase31(value: number): string {
  let text = "";
  for (let rest = value; text.length < 6; rest = Math.floor(rest / 31)) {
    text = creditCodeAlphabet.charAt(rest % 31) + text;
  }
  return text;
}
