/** The roots of every read, and how enterprises may be filtered and ordered. */
import { libraryKinds } from "../../domain/vocabulary.ts";
import type { Query } from "../../schema/generated/types.ts";
import { areas } from "../../store/tables/areas.ts";
import { criteriaPacks } from "../../store/tables/assessments.ts";
import { enterprises } from "../../store/tables/enterprises.ts";
import { importRuns, linkReviews, quarantinedRows, sources } from "../../store/tables/imports.ts";
import { indicators } from "../../store/tables/indicators.ts";
import { bases, libraryMemberships } from "../../store/tables/libraries.ts";
import { agreementReceipts, syncConflicts, syncRuns } from "../../store/tables/sync.ts";
import { screenings } from "../../store/tables/screenings.ts";
import { alertFilters, alertOrders } from "../alert/shape.ts";
import { titleVerifications } from "../../store/tables/titles.ts";
import { yearlyReports } from "../../store/tables/work.ts";
import { auditEntriesField } from "../audit-entry/shape.ts";
import { listedMemberModel } from "../enterprise/listed-member.ts";
import { assertPack, assertReportedYear } from "../criteria/known-values.ts";
import { membershipOnDay } from "../library/on-day.ts";
import {
  compare,
  type ConnectionField,
  type FilterField,
  orderKey,
  type OrderKey,
  shapeOf,
} from "../shape-language.ts";

const enterpriseFilters: Readonly<Record<string, FilterField>> = {
  town: compare("Enterprise.town", enterprises.townCode, "equals"),
  zone: compare("Enterprise.zone", enterprises.zoneCode, "equals"),
  library: compare("Enterprise.libraryKinds", enterprises.libraryKinds, "array-contains"),
  title: compare("Enterprise.titleKinds", enterprises.titleKinds, "array-contains"),
  nameContains: {
    ...compare("Enterprise.name", enterprises.name, "contains"),
    grams: enterprises.nameGrams.name,
  },
  creditCodes: compare("Enterprise.creditCode", enterprises.creditCode, "any-of"),
  industryPrefix: compare("Enterprise.industryCode", enterprises.industryCode, "starts-with"),
  kind: compare("Enterprise.kind", enterprises.kind, "any-of"),
  status: compare("Enterprise.status", enterprises.status, "any-of"),
  sizeClass: compare("Enterprise.sizeClass", enterprises.sizeClass, "any-of"),
  inLibrary: {
    kind: "compare",
    column: enterprises.inLibrary.name,
    operator: "equals",
    type: "boolean",
    field: "Enterprise.inLibrary",
  },
  hasTown: compare("Enterprise.town", enterprises.townCode, "is-present"),
  townSettled: compare("Enterprise.townMethod", enterprises.townMethod, "is-present"),
  establishedFrom: compare("Enterprise.establishedOn", enterprises.establishedOn, "at-least"),
  establishedTo: compare("Enterprise.establishedOn", enterprises.establishedOn, "at-most"),
  scoreMin: compare("Enterprise.score", enterprises.score, "at-least"),
  scoreMax: compare("Enterprise.score", enterprises.score, "at-most"),
  and: { kind: "and" },
  or: { kind: "or" },
  not: { kind: "not" },
};

const byCode = orderKey(enterprises.creditCode);
const enterpriseOrders: Readonly<Record<string, readonly OrderKey[]>> = {
  // Without a choice, the highest score comes first.
  SCORE: [
    orderKey(enterprises.scoreOrder, { descending: true, field: "Enterprise.score" }),
    byCode,
  ],
  NAME: [orderKey(enterprises.name), byCode],
  CREDIT_CODE: [byCode],
  ESTABLISHED_ON: [
    orderKey(enterprises.establishedOrder, { field: "Enterprise.establishedOn" }),
    byCode,
  ],
};

const verificationConnection: ConnectionField = {
  kind: "connection",
  type: "TitleVerification",
  join: [],
  orders: {
    default: [
      orderKey(titleVerifications.kind),
      orderKey(titleVerifications.creditCode, { field: "Enterprise.creditCode" }),
    ],
  },
  filters: {
    kinds: compare("TitleVerification.kind", titleVerifications.kind, "any-of"),
    outcomes: compare("TitleVerification.outcome", titleVerifications.outcome, "any-of"),
    computed: compare("TitleVerification.computed", titleVerifications.computed, "any-of"),
    town: compare("Enterprise.town", titleVerifications.townCode, "equals"),
    zone: compare("Enterprise.zone", titleVerifications.zoneCode, "equals"),
  },
};

const membershipFilters: Readonly<Record<string, FilterField>> = {
  kinds: compare("LibraryMembership.libraryKind", libraryMemberships.libraryKind, "any-of"),
  town: compare("Enterprise.town", libraryMemberships.townCode, "equals"),
  zone: compare("Enterprise.zone", libraryMemberships.zoneCode, "equals"),
  enteredFrom: compare("LibraryMembership.enteredOn", libraryMemberships.enteredOn, "at-least"),
  enteredTo: compare("LibraryMembership.enteredOn", libraryMemberships.enteredOn, "at-most"),
};

const baseFilters: Readonly<Record<string, FilterField>> = {
  levels: compare("Base.level", bases.level, "any-of"),
  town: compare("Enterprise.town", bases.townCode, "equals"),
  zone: compare("Enterprise.zone", bases.zoneCode, "equals"),
};

const byPosition = [orderKey(areas.position), orderKey(areas.code)];

export const queryShape = shapeOf<Query>()(
  "Query",
  { table: null },
  {
    viewer: { kind: "object", type: "Viewer" },
    node: { kind: "by-node-id" },
    explainAccess: { kind: "computed", column: null },
    viewAs: { kind: "computed", column: null },
    enterprise: {
      kind: "by-key",
      type: "Enterprise",
      argument: "creditCode",
      column: enterprises.creditCode.name,
    },
    enterprises: {
      kind: "connection",
      type: "Enterprise",
      join: [],
      orders: enterpriseOrders,
      filters: enterpriseFilters,
      models: [listedMemberModel],
    },
    areas: {
      kind: "list",
      type: "Area",
      order: byPosition,
      equals: { kind: areas.kind.name },
      areas: "all",
    },
    libraries: {
      kind: "counts",
      table: "library_memberships",
      by: libraryMemberships.libraryKind.name,
      members: libraryKinds,
      where: [],
      onDay: membershipOnDay("now"),
    },
    libraryMembers: {
      kind: "connection",
      type: "LibraryMembership",
      join: [],
      orders: {
        default: [
          orderKey(libraryMemberships.enteredOn, { descending: true }),
          orderKey(libraryMemberships.libraryKind, { descending: true }),
          orderKey(libraryMemberships.creditCode, {
            descending: true,
            field: "Enterprise.creditCode",
          }),
        ],
      },
      filters: membershipFilters,
      onDay: membershipOnDay("now"),
    },
    bases: {
      kind: "connection",
      type: "Base",
      join: [],
      orders: {
        default: [
          orderKey(bases.baseNo),
          orderKey(bases.creditCode, { field: "Enterprise.creditCode" }),
        ],
      },
      filters: baseFilters,
    },
    criteriaPacks: {
      kind: "list",
      type: "CriteriaPack",
      order: [orderKey(criteriaPacks.id)],
      equals: { packId: { column: criteriaPacks.id.name, check: assertPack } },
      where: [{ column: criteriaPacks.supersededAt.name, is: "null" }],
      areas: "all",
    },
    indicators: {
      kind: "list",
      type: "Indicator",
      order: [orderKey(indicators.id)],
      equals: { indicatorId: indicators.id.name },
      areas: "all",
    },
    goldSeeds: {
      ...verificationConnection,
      where: [{ column: titleVerifications.outcome.name, equals: "MEETS_NOT_APPLIED" }],
    },
    titleVerifications: verificationConnection,
    yearlyReport: {
      kind: "list",
      type: "YearlyReport",
      order: [orderKey(yearlyReports.areaCode)],
      equals: {
        year: { column: yearlyReports.year.name, type: "integer", check: assertReportedYear },
      },
      areas: "own",
    },
    statistics: {
      kind: "list",
      type: "AreaStatistics",
      order: byPosition,
      equals: { kind: areas.kind.name },
      areas: "own-and-district",
    },
    syncRuns: {
      kind: "connection",
      type: "SyncRun",
      join: [],
      orders: {
        default: [
          orderKey(syncRuns.startedAt, { descending: true }),
          orderKey(syncRuns.id, { descending: true }),
        ],
      },
      filters: {},
    },
    syncConflicts: {
      kind: "connection",
      type: "SyncConflict",
      join: [],
      orders: {
        default: [
          orderKey(syncConflicts.openedAt, { descending: true }),
          orderKey(syncConflicts.id, { descending: true }),
        ],
      },
      filters: { state: compare("SyncConflict.state", syncConflicts.state, "equals") },
    },
    agreementReceipts: {
      kind: "connection",
      type: "AgreementReceipt",
      join: [],
      orders: {
        default: [
          orderKey(agreementReceipts.obtainedAt, { descending: true }),
          orderKey(agreementReceipts.id, { descending: true }),
        ],
      },
      filters: {},
    },
    alerts: {
      kind: "connection",
      type: "Alert",
      join: [],
      orders: alertOrders,
      filters: alertFilters,
    },
    readConditions: { kind: "computed", column: null },
    webhooks: { kind: "computed", column: null },
    accessGrants: { kind: "computed", column: null },
    assignmentProposals: { kind: "computed", column: null },
    exportRequests: { kind: "computed", column: null },
    screenings: {
      kind: "connection",
      type: "Screening",
      join: [],
      // By their own id, which every tier may know.
      orders: { default: [orderKey(screenings.id)] },
      filters: {},
    },
    syncStatus: { kind: "computed", column: null },
    _entities: { kind: "computed", column: null },
    _service: { kind: "computed", column: null },
    auditEntries: auditEntriesField,
    importRuns: {
      kind: "connection",
      type: "ImportRun",
      join: [],
      orders: { default: [orderKey(importRuns.id, { descending: true })] },
      filters: {},
    },
    sources: {
      kind: "connection",
      type: "Source",
      join: [],
      orders: { default: [orderKey(sources.id)] },
      filters: {},
    },
    linkReviewGroups: { kind: "computed", column: null },
    linkReviews: {
      kind: "connection",
      type: "LinkReview",
      join: [],
      orders: {
        default: [
          orderKey(linkReviews.openedAt, { descending: true }),
          orderKey(linkReviews.id, { descending: true }),
        ],
      },
      filters: {
        source: compare("LinkReview.source", linkReviews.sourceId, "equals"),
        state: compare("LinkReview.state", linkReviews.state, "equals"),
      },
    },
    quarantinedRows: {
      kind: "connection",
      type: "QuarantinedRow",
      join: [],
      orders: {
        default: [
          orderKey(quarantinedRows.importRunId, { descending: true }),
          orderKey(quarantinedRows.line, { descending: true }),
        ],
      },
      filters: {
        source: compare("QuarantinedRow.source", quarantinedRows.sourceId, "equals"),
        isResolved: compare("QuarantinedRow.resolvedAt", quarantinedRows.resolvedAt, "is-present"),
      },
    },
  },
);
