/** Registered capital: amount in whole units of its currency, and the currency. */
import { type CapitalUnknownReason, parseCapital } from "../../../domain/enterprise/capital.ts";
import type { FindingCode } from "../finding-catalogue.ts";
import type { CellReader } from "../cell-reader.ts";

const codes: Readonly<Record<Exclude<CapitalUnknownReason, "MISSING">, FindingCode>> = {
  NO_UNIT: "CAPITAL_NO_UNIT",
  NEGATIVE: "CAPITAL_NEGATIVE",
  UNKNOWN_CURRENCY: "CAPITAL_UNKNOWN_CURRENCY",
  UNREADABLE: "CAPITAL_UNREADABLE",
};
const unknown = [null, null];

export const readCapital: CellReader = (text) => {
  const parsed = parseCapital(text);
  if (!parsed.known) {
    return parsed.reason === "MISSING"
      ? { values: unknown }
      : { values: unknown, finding: { code: codes[parsed.reason] } };
  }
  const values = [parsed.amount, parsed.currency];
  return parsed.note === undefined
    ? { values }
    : { values, finding: { code: `CAPITAL_${parsed.note}` } };
};
