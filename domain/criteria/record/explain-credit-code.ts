/** Says why a unified social credit code is right or wrong, step by step (GB 32100-2015, GB 11714-1997). */
import {
  creditCodeCheckCharacter,
  creditCodeSum,
  isCreditCode,
  isCreditCodeShaped,
  normaliseCreditCode,
} from "../../enterprise/credit-code.ts";
import { organisationCheckCharacter } from "../../enterprise/organisation-code.ts";

export interface CreditCodeExplanation {
  readonly valid: boolean;
  readonly error: "length" | "charset" | "check_digit" | null;
  /** Of the first 17 characters; null when one of them is foreign. */
  readonly weighted_sum: number | null;
  readonly mod31: number | null;
  /** The check character that belongs there. */
  readonly check: string | null;
  /** The check character the organisation code within should have; a wrong one is only a warning. */
  readonly org_check: string | null;
  readonly org_check_ok: boolean | null;
}

export function explainCreditCode(text: string): CreditCodeExplanation {
  const code = normaliseCreditCode(text);
  if (code.length !== 18) return wrong("length");
  if (!isCreditCodeShaped(code)) return wrong("charset");
  const sum = creditCodeSum(`${code.slice(0, 17)}0`);
  const organisationCheck = organisationCheckCharacter(code.slice(8, 16));
  return {
    valid: isCreditCode(code),
    error: isCreditCode(code) ? null : "check_digit",
    weighted_sum: sum,
    mod31: sum % 31,
    check: creditCodeCheckCharacter(code) ?? null,
    org_check: organisationCheck,
    org_check_ok: organisationCheck === code.charAt(16),
  };
}

function wrong(error: "length" | "charset"): CreditCodeExplanation {
  return {
    valid: false,
    error,
    weighted_sum: null,
    mod31: null,
    check: null,
    org_check: null,
    org_check_ok: null,
  };
}
