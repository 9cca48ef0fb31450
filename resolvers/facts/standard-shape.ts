/** Standards taken part in. */
import type { Standard } from "../../schema/generated/types.ts";
import { standards } from "../../store/tables/standards.ts";
import { column, shapeOf } from "../shape-language.ts";

export const standardShape = shapeOf<Standard>()(
  "Standard",
  { table: standards },
  {
    draftingRank: column(standards.draftingRank),
    level: column(standards.level),
    name: column(standards.name),
    provenance: { kind: "same-row", type: "Provenance" },
    publishedOn: column(standards.publishedOn),
    standardNo: column(standards.standardNo),
    status: column(standards.status),
  },
);
