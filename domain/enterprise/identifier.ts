/** Tells which kind of number stands in a record's code column, which in practice holds any of five kinds or noise. */
import { isCreditCode, normaliseCreditCode } from "./credit-code.ts";
import { isOrganisationCode } from "./organisation-code.ts";

export type IdentifierKind =
  /** 18 characters, check character right. */
  | "CREDIT_CODE"
  /** 17 to 19 characters that may be repaired. */
  | "BROKEN_CREDIT_CODE"
  /** 15 characters: a tax number (characters 3 to 17 of the code) or an old registration number; both are looked up. */
  | "FIFTEEN"
  /** 9 characters with the right check: characters 9 to 17 of the code. */
  | "ORGANISATION_CODE"
  /** A code that a spreadsheet turned into a rounded number (`9.1E+17`): its digits are lost. */
  | "ROUNDED"
  /** Empty, N/A, zeros, a word. */
  | "NONE"
  /** Something else that identifies nothing known here. */
  | "OTHER";

export interface Identifier {
  readonly kind: IdentifierKind;
  /** Normalised: half width, upper case, no separators; empty for NONE. */
  readonly value: string;
}

const placeholder =
  /^(N\/?A|NULL|NONE|NIL|\u65E0|\u7A7A|\u4E0D\u8BE6|\u672A\u77E5|\u6682\u65E0|[0*X?]+|9{9,}|1234567\d*)?$/;
const rounded = /^\d(\.\d+)?E\+?\d{1,2}$/;

/** Reads one cell. Never fails: what is not understood is `OTHER` with its normalised text. */
export function classifyIdentifier(text: string): Identifier {
  const raw = text.normalize("NFKC").trim().toUpperCase();
  if (rounded.test(raw)) return { kind: "ROUNDED", value: raw };
  const value = normaliseCreditCode(text);
  if (placeholder.test(value)) return { kind: "NONE", value: "" };
  if (isCreditCode(value)) return { kind: "CREDIT_CODE", value };
  if (/^[0-9A-Z]{17,19}$/.test(value)) return { kind: "BROKEN_CREDIT_CODE", value };
  if (/^[0-9A-Z]{15}$/.test(value)) return { kind: "FIFTEEN", value };
  if (isOrganisationCode(value)) return { kind: "ORGANISATION_CODE", value };
  return { kind: "OTHER", value };
}
