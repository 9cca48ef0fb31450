/** The present name, and the one before it for those that changed theirs. */
import { normaliseCompanyName } from "../../../domain/enterprise/company-name.ts";
import { addYears } from "../../../lib/iso-date.ts";
import type { Sheet } from "../sheet.ts";

export const nameSheet: Sheet = {
  table: "enterprise_names",
  columns: ["name", "normal_name", "valid_from", "valid_to", "source_id"],
  source: null,
  rows: ({ identity }) => {
    const { name, formerName, establishedOn } = identity;
    const cellsOf = (given: string, from: string, to: string | null) => ({
      cells: [given, normaliseCompanyName(given), from, to, "demo-registry"],
    });
    if (formerName === null) return [cellsOf(name, establishedOn, null)];
    const renamedOn = addYears(establishedOn, 1);
    return [cellsOf(formerName, establishedOn, renamedOn), cellsOf(name, renamedOn, null)];
  },
};
