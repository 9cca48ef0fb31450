/** Administrative penalties. */
import type { Penalty } from "../../schema/generated/types.ts";
import { penalties } from "../../store/tables/penalties.ts";
import { column, shapeOf } from "../shape-language.ts";

export const penaltyShape = shapeOf<Penalty>()(
  "Penalty",
  { table: penalties },
  {
    amount: column(penalties.amount),
    authority: column(penalties.authority),
    decidedOn: column(penalties.decidedOn),
    documentNo: column(penalties.documentNo),
    kind: column(penalties.kind),
    provenance: { kind: "same-row", type: "Provenance" },
    reason: column(penalties.reason),
    severity: column(penalties.severity),
  },
);
