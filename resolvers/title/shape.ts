/** Titles as the city platform registers them, what enterprises claim, and how both compare with the assessments. */
import type { Title, TitleClaim, TitleVerification } from "../../schema/generated/types.ts";
import { enterprises } from "../../store/tables/enterprises.ts";
import { titleClaims, titles, titleVerifications } from "../../store/tables/titles.ts";
import { column, join, shapeOf } from "../shape-language.ts";

export const titleShape = shapeOf<Title>()(
  "Title",
  { table: titles },
  {
    kind: column(titles.kind),
    level: column(titles.level),
    batch: column(titles.batch),
    validFrom: column(titles.validFrom),
    validTo: column(titles.validTo),
    status: column(titles.status),
    certificateNo: column(titles.certificateNo),
    updatedAt: column(titles.updatedAt),
  },
);

export const titleClaimShape = shapeOf<TitleClaim>()(
  "TitleClaim",
  { table: titleClaims },
  {
    kind: column(titleClaims.kind),
    claimedOn: column(titleClaims.claimedOn),
    source: column(titleClaims.source),
    statement: column(titleClaims.statement),
  },
);

export const titleVerificationShape = shapeOf<TitleVerification>()(
  "TitleVerification",
  { table: titleVerifications },
  {
    enterprise: {
      kind: "one",
      type: "Enterprise",
      join: join([titleVerifications.creditCode, enterprises.creditCode]),
    },
    kind: column(titleVerifications.kind),
    outcome: column(titleVerifications.outcome),
    claimed: column(titleVerifications.claimed),
    registered: column(titleVerifications.registered),
    computed: column(titleVerifications.computed),
    details: column(titleVerifications.details),
    asOf: column(titleVerifications.asOf),
  },
);
