/** R&D institutions. */
import type { RdInstitution } from "../../schema/generated/types.ts";
import { rdInstitutions } from "../../store/tables/rd-institutions.ts";
import { column, shapeOf } from "../shape-language.ts";

export const rdInstitutionShape = shapeOf<RdInstitution>()(
  "RdInstitution",
  { table: rdInstitutions },
  {
    institutionNo: column(rdInstitutions.institutionNo),
    kind: column(rdInstitutions.kind),
    level: column(rdInstitutions.level),
    name: column(rdInstitutions.name),
    provenance: { kind: "same-row", type: "Provenance" },
    recognisedOn: column(rdInstitutions.recognisedOn),
    validTo: column(rdInstitutions.validTo),
  },
);
