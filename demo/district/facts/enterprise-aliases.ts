/** Codes from before the codes were unified (October 2015): the old tax and organisation numbers of older enterprises. */
import { organisationCodeOf, taxNumberOf } from "../../../domain/enterprise/credit-code.ts";
import type { Sheet } from "../sheet.ts";

export const aliasSheet: Sheet = {
  table: "enterprise_aliases",
  columns: ["kind", "alias"],
  source: null,
  rows: ({ identity }) =>
    identity.establishedOn < "2015-10-01" && identity.kind === "COMPANY"
      ? [
          { cells: ["TAX_NUMBER", taxNumberOf(identity.creditCode)] },
          { cells: ["ORGANISATION_CODE", organisationCodeOf(identity.creditCode)] },
        ]
      : [],
};
