/** Certificates. */
import type { QualityCertificate } from "../../schema/generated/types.ts";
import { qualityCertificates } from "../../store/tables/quality-certificates.ts";
import { column, shapeOf } from "../shape-language.ts";

export const qualityCertificateShape = shapeOf<QualityCertificate>()(
  "QualityCertificate",
  { table: qualityCertificates },
  {
    certificateNo: column(qualityCertificates.certificateNo),
    issuer: column(qualityCertificates.issuer),
    kind: column(qualityCertificates.kind),
    name: column(qualityCertificates.name),
    provenance: { kind: "same-row", type: "Provenance" },
    validFrom: column(qualityCertificates.validFrom),
    validTo: column(qualityCertificates.validTo),
  },
);
