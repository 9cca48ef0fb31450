/** Imports and exports by year: what customs saw is what the statements say was exported. */
import { type Sheet, yearlyRows } from "../sheet.ts";

export const customsSheet: Sheet = {
  table: "customs_trades",
  columns: ["year", "import_amount", "export_amount", "declarations", "customs_grade"],
  source: "demo-customs",
  rows: (subject) => {
    const { identity, figures } = subject;
    if (identity.kind !== "COMPANY" || !figures.years.some((year) => year.exportRevenue > 0))
      return [];
    const random = identity.stream("customs");
    const grade = random.chance(identity.cohort.technical ? 0.2 : 0.04)
      ? "AEO_ADVANCED"
      : "REGISTERED";
    return yearlyRows(subject, (year) => [
      year.year,
      year.importAmount,
      year.exportRevenue,
      Math.max(
        1,
        Math.round((year.importAmount + year.exportRevenue) / random.between([180_000, 650_000])),
      ),
      grade,
    ]);
  },
};
