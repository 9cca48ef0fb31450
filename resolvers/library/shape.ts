/** Library memberships with their history, and the bases an enterprise runs. */
import type { Base, LibraryMembership } from "../../schema/generated/types.ts";
import { bases, libraryMemberships } from "../../store/tables/libraries.ts";
import { enterprises } from "../../store/tables/enterprises.ts";
import { column, join, shapeOf } from "../shape-language.ts";

export const libraryMembershipShape = shapeOf<LibraryMembership>()(
  "LibraryMembership",
  { table: libraryMemberships },
  {
    enterprise: {
      kind: "one",
      type: "Enterprise",
      join: join([libraryMemberships.creditCode, enterprises.creditCode]),
    },
    libraryKind: column(libraryMemberships.libraryKind),
    enteredOn: column(libraryMemberships.enteredOn),
    exitedOn: column(libraryMemberships.exitedOn),
    entryReason: column(libraryMemberships.entryReason),
    exitReason: column(libraryMemberships.exitReason),
  },
);

export const baseShape = shapeOf<Base>()(
  "Base",
  { table: bases },
  {
    enterprise: {
      kind: "one",
      type: "Enterprise",
      join: join([bases.creditCode, enterprises.creditCode]),
    },
    baseNo: column(bases.baseNo),
    name: column(bases.name),
    level: column(bases.level),
    kind: column(bases.kind),
    recognisedOn: column(bases.recognisedOn),
    validTo: column(bases.validTo),
    residents: column(bases.residents),
  },
);
