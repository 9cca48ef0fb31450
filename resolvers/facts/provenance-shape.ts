/** Provenance, from the same row as its fact: every fact table carries these columns under the same names. */
import type { Provenance } from "../../schema/generated/types.ts";
import { enterprises } from "../../store/tables/enterprises.ts";
import { column, shapeOf } from "../shape-language.ts";

export const provenanceShape = shapeOf<Provenance>()(
  "Provenance",
  { table: null },
  {
    source: column(enterprises.sourceId),
    recordKey: column(enterprises.recordKey),
    receivedAt: column(enterprises.receivedAt),
    linkMethod: column(enterprises.linkMethod),
    linkConfidence: column(enterprises.linkConfidence),
  },
);
