/** Yearly employment. */
import type { Employment } from "../../schema/generated/types.ts";
import { employments } from "../../store/tables/employments.ts";
import { column, shapeOf } from "../shape-language.ts";

export const employmentShape = shapeOf<Employment>()(
  "Employment",
  { table: employments },
  {
    employees: column(employments.employees),
    graduateStaff: column(employments.graduateStaff),
    insured: column(employments.insured),
    provenance: { kind: "same-row", type: "Provenance" },
    rdStaff: column(employments.rdStaff),
    year: column(employments.year),
  },
);
