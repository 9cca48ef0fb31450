/** Yearly staff and social insurance; individual businesses and branches mostly insure nobody. */
import { type Sheet, yearlyRows } from "../sheet.ts";

export const employmentSheet: Sheet = {
  table: "employments",
  columns: ["year", "employees", "insured", "rd_staff", "graduate_staff"],
  source: "demo-employment",
  rows: (subject) => {
    const { identity } = subject;
    const random = identity.stream("employment");
    const { inLibrary, technical } = identity.cohort;
    const insures = { COMPANY: inLibrary ? 0.97 : 0.7, INDIVIDUAL_BUSINESS: 0.07 } as Record<
      string,
      number
    >;
    if (!random.chance(technical ? 0.99 : (insures[identity.kind] ?? 0.3))) return [];
    return yearlyRows(subject, (year) => [
      year.year,
      year.employees,
      year.insured,
      inLibrary ? year.rdStaff : null,
      inLibrary ? year.graduates : null,
    ]);
  },
};
