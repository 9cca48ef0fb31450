/** A date of the register: see domain/enterprise/registration-date.ts for the forms that are read. */
import {
  type DateUnknownReason,
  parseRegistrationDate,
} from "../../../domain/enterprise/registration-date.ts";
import type { FindingCode } from "../finding-catalogue.ts";
import type { CellReader } from "../cell-reader.ts";

const codes: Readonly<Record<Exclude<DateUnknownReason, "MISSING">, FindingCode>> = {
  UNREADABLE: "DATE_UNREADABLE",
  INCOMPLETE: "DATE_INCOMPLETE",
  IMPOSSIBLE: "DATE_IMPOSSIBLE",
  FUTURE: "DATE_FUTURE",
  ABSURD: "DATE_ABSURD",
};

/** Later than any term of a right or a permit. */
const farAhead = "2199-12-31";

export const readDate: CellReader = (text, { ahead }, { today }) => {
  const parsed = parseRegistrationDate(text, { today: ahead ? farAhead : today });
  if (!parsed.known) {
    return parsed.reason === "MISSING"
      ? { values: [null] }
      : { values: [null], finding: { code: codes[parsed.reason] } };
  }
  return parsed.note === undefined
    ? { values: [parsed.date] }
    : { values: [parsed.date], finding: { code: "DATE_SERIAL", expected: parsed.date } };
};
