/** The present name, and the one before it for those that changed theirs. */
import { yearsAfter } from "../calendar.ts";
import { normaliseCompanyName } from "../../../domain/enterprise/company-name.ts";
import type { Sheet } from "../sheet.ts";

export const nameSheet: Sheet = {
  table: "enterprise_names",
  columns: ["name", "normal_name", "valid_from", "valid_to", "source_id"],
  source: null,
  rows: ({ identity }) => {
    const { name, formerName, establishedOn } = identity;
    const cellsOf = (given: string, from: string, to: string | null) => ({
      cells: [given, normalNameOf(given), from, to, "demo-registry"],
    });
    if (formerName === null) return [cellsOf(name, establishedOn, null)];
    const renamedOn = yearsAfter(establishedOn, 1);
    return [cellsOf(formerName, establishedOn, renamedOn), cellsOf(name, renamedOn, null)];
  },
};

/** Only brackets need folding in names of the district; asking the whole normaliser was a twentieth of the fill. */
function normalNameOf(name: string): string {
  return name.includes("\uFF08") ? normaliseCompanyName(name) : name;
}
