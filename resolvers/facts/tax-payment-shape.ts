/** Tax paid. */
import type { TaxPayment } from "../../schema/generated/types.ts";
import { taxPayments } from "../../store/tables/tax-payments.ts";
import { column, shapeOf } from "../shape-language.ts";

export const taxPaymentShape = shapeOf<TaxPayment>()(
  "TaxPayment",
  { table: taxPayments },
  {
    creditGrade: column(taxPayments.creditGrade),
    incomeTax: column(taxPayments.incomeTax),
    provenance: { kind: "same-row", type: "Provenance" },
    quarter: column(taxPayments.quarter),
    taxedSales: column(taxPayments.taxedSales),
    totalTax: column(taxPayments.totalTax),
    vat: column(taxPayments.vat),
    year: column(taxPayments.year),
  },
);
