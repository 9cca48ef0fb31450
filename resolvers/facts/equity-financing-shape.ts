/** Equity financing rounds. */
import type { EquityFinancing } from "../../schema/generated/types.ts";
import { equityFinancings } from "../../store/tables/equity-financings.ts";
import { column, shapeOf } from "../shape-language.ts";

export const equityFinancingShape = shapeOf<EquityFinancing>()(
  "EquityFinancing",
  { table: equityFinancings },
  {
    amount: column(equityFinancings.amount),
    cededShare: column(equityFinancings.cededShare),
    financedOn: column(equityFinancings.financedOn),
    financingNo: column(equityFinancings.financingNo),
    investor: column(equityFinancings.investor),
    postValuation: column(equityFinancings.postValuation),
    provenance: { kind: "same-row", type: "Provenance" },
    qualifiedInvestor: column(equityFinancings.qualifiedInvestor),
    round: column(equityFinancings.round),
  },
);
