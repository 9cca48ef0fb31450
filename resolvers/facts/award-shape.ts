/** Competitions and prizes. */
import type { Award } from "../../schema/generated/types.ts";
import { awards } from "../../store/tables/awards.ts";
import { column, shapeOf } from "../shape-language.ts";

export const awardShape = shapeOf<Award>()(
  "Award",
  { table: awards },
  {
    awardNo: column(awards.awardNo),
    awardedOn: column(awards.awardedOn),
    grade: column(awards.grade),
    kind: column(awards.kind),
    level: column(awards.level),
    name: column(awards.name),
    organiser: column(awards.organiser),
    provenance: { kind: "same-row", type: "Provenance" },
    rank: column(awards.rank),
  },
);
