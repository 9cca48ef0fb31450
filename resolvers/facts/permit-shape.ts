/** Administrative permits. */
import type { Permit } from "../../schema/generated/types.ts";
import { permits } from "../../store/tables/permits.ts";
import { column, shapeOf } from "../shape-language.ts";

export const permitShape = shapeOf<Permit>()(
  "Permit",
  { table: permits },
  {
    authority: column(permits.authority),
    grantedOn: column(permits.grantedOn),
    name: column(permits.name),
    permitNo: column(permits.permitNo),
    provenance: { kind: "same-row", type: "Provenance" },
    status: column(permits.status),
    validFrom: column(permits.validFrom),
    validTo: column(permits.validTo),
  },
);
