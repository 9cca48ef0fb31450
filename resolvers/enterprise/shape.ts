/** The enterprise: the root of nearly every read. */
import type { Enterprise, EnterpriseName } from "../../schema/generated/types.ts";
import { abnormalEntries } from "../../store/tables/abnormal-entries.ts";
import { alerts, followUps } from "../../store/tables/alerts.ts";
import { annualFinancials } from "../../store/tables/annual-financials.ts";
import { areas } from "../../store/tables/areas.ts";
import { assessments } from "../../store/tables/assessments.ts";
import { awards } from "../../store/tables/awards.ts";
import { customsTrades } from "../../store/tables/customs-trades.ts";
import { employments } from "../../store/tables/employments.ts";
import { enterpriseNames, enterprises } from "../../store/tables/enterprises.ts";
import { equityFinancings } from "../../store/tables/equity-financings.ts";
import { ipRights } from "../../store/tables/ip-rights.ts";
import { bases, libraryMemberships } from "../../store/tables/libraries.ts";
import { penalties } from "../../store/tables/penalties.ts";
import { permits } from "../../store/tables/permits.ts";
import { portraits } from "../../store/tables/portraits.ts";
import { qualityCertificates } from "../../store/tables/quality-certificates.ts";
import { rdInstitutions } from "../../store/tables/rd-institutions.ts";
import { matches } from "../../store/tables/screenings.ts";
import { standards } from "../../store/tables/standards.ts";
import { taxPayments } from "../../store/tables/tax-payments.ts";
import { titleClaims, titles, titleVerifications } from "../../store/tables/titles.ts";
import { assertKnownDay, assertPack } from "../criteria/known-values.ts";
import { column, compare, join, orderKey, shapeOf } from "../shape-language.ts";
import { membershipOnDay } from "../library/on-day.ts";
import { factConnection, factList } from "./relations.ts";

const noDate = "0001-01-01";
const latest = { descending: true, nullAs: noDate } as const;
const descending = { descending: true } as const;

export const enterpriseShape = shapeOf<Enterprise>()(
  "Enterprise",
  { table: enterprises, key: [orderKey(enterprises.creditCode)] },
  {
    id: { kind: "global-id", type: "Enterprise" },
    creditCode: column(enterprises.creditCode),
    name: column(enterprises.name),
    formerNames: {
      kind: "many",
      type: "EnterpriseName",
      join: join([enterprises.creditCode, enterpriseNames.creditCode]),
      order: [orderKey(enterpriseNames.validFrom, descending)],
      where: [{ column: enterpriseNames.validTo.name, is: "present" }],
    },
    kind: column(enterprises.kind),
    legalForm: column(enterprises.legalForm),
    industryCode: column(enterprises.industryCode),
    industryName: column(enterprises.industryName),
    establishedOn: column(enterprises.establishedOn),
    capitalAmount: column(enterprises.capitalAmount),
    capitalCurrency: column(enterprises.capitalCurrency),
    status: column(enterprises.status),
    businessScope: column(enterprises.businessScope),
    address: column(enterprises.address),
    town: { kind: "one", type: "Area", join: join([enterprises.townCode, areas.code]) },
    zone: { kind: "one", type: "Area", join: join([enterprises.zoneCode, areas.code]) },
    townMethod: column(enterprises.townMethod),
    townConfidence: column(enterprises.townConfidence),
    sizeClass: column(enterprises.sizeClass),
    legalRepresentative: column(enterprises.legalRepresentative),
    contactName: column(enterprises.contactName),
    contactPhone: column(enterprises.contactPhone),
    contactEmail: column(enterprises.contactEmail),
    website: column(enterprises.website),
    isDemo: column(enterprises.isDemo),
    inLibrary: column(enterprises.inLibrary),
    libraryKinds: column(enterprises.libraryKinds),
    titleKinds: column(enterprises.titleKinds),
    score: column(enterprises.score),
    titles: factList("Title", titles, [
      orderKey(titles.validFrom, latest),
      orderKey(titles.kind, descending),
      orderKey(titles.batch, descending),
    ]),
    libraries: {
      ...factList("LibraryMembership", libraryMemberships, [
        orderKey(libraryMemberships.enteredOn, descending),
        orderKey(libraryMemberships.libraryKind, descending),
      ]),
      onDay: membershipOnDay("all"),
    },
    assessments: {
      ...factList("Assessment", assessments, [orderKey(assessments.packId)]),
      equals: { pack: { column: assessments.packId.name, check: assertPack } },
      onDay: {
        argument: "asOf",
        from: assessments.asOf.name,
        until: assessments.supersededOn.name,
        absent: "now",
        check: assertKnownDay,
      },
    },
    assessmentHistory: {
      ...factList("Assessment", assessments, [
        orderKey(assessments.assessedAt, descending),
        orderKey(assessments.revision, descending),
        orderKey(assessments.packId, descending),
      ]),
      equals: { pack: { column: assessments.packId.name, check: assertPack } },
    },
    verifications: factList("TitleVerification", titleVerifications, [
      orderKey(titleVerifications.kind),
    ]),
    titleClaims: factList("TitleClaim", titleClaims, [orderKey(titleClaims.kind)]),
    alerts: factList("Alert", alerts, [
      orderKey(alerts.raisedAt, descending),
      orderKey(alerts.id, descending),
    ]),
    followUps: factList("FollowUp", followUps, [
      orderKey(followUps.recordedAt, descending),
      orderKey(followUps.id, descending),
    ]),
    matches: factList("ScreeningMatch", matches, [
      orderKey(matches.matchedAt, descending),
      orderKey(matches.screeningId, descending),
      orderKey(matches.occurrence, descending),
    ]),
    indicators: { kind: "computed", column: enterprises.creditCode.name },
    bases: factList("Base", bases, [orderKey(bases.baseNo)]),
    financials: factList("AnnualFinancial", annualFinancials, [
      orderKey(annualFinancials.year, descending),
    ]),
    employments: factList("Employment", employments, [orderKey(employments.year, descending)]),
    taxPayments: factList("TaxPayment", taxPayments, [
      orderKey(taxPayments.year, descending),
      orderKey(taxPayments.quarter, descending),
    ]),
    customsTrades: factList("CustomsTrade", customsTrades, [
      orderKey(customsTrades.year, descending),
    ]),
    ipRights: factConnection(
      "IpRight",
      ipRights,
      [orderKey(ipRights.appliedOn, latest), orderKey(ipRights.rightNo, descending)],
      {
        kind: compare("IpRight.kind", ipRights.kind, "any-of"),
        status: compare("IpRight.status", ipRights.status, "any-of"),
      },
    ),
    permits: factConnection("Permit", permits, [
      orderKey(permits.grantedOn, latest),
      orderKey(permits.permitNo, descending),
    ]),
    awards: factConnection("Award", awards, [
      orderKey(awards.awardedOn, latest),
      orderKey(awards.awardNo, descending),
    ]),
    equityFinancings: factConnection("EquityFinancing", equityFinancings, [
      orderKey(equityFinancings.financedOn, latest),
      orderKey(equityFinancings.financingNo, descending),
    ]),
    standards: factConnection("Standard", standards, [
      orderKey(standards.publishedOn, latest),
      orderKey(standards.standardNo, descending),
    ]),
    rdInstitutions: factConnection("RdInstitution", rdInstitutions, [
      orderKey(rdInstitutions.recognisedOn, latest),
      orderKey(rdInstitutions.institutionNo, descending),
    ]),
    qualityCertificates: factConnection("QualityCertificate", qualityCertificates, [
      orderKey(qualityCertificates.validFrom, latest),
      orderKey(qualityCertificates.certificateNo, descending),
    ]),
    penalties: factConnection("Penalty", penalties, [
      orderKey(penalties.decidedOn, latest),
      orderKey(penalties.documentNo, descending),
    ]),
    abnormalEntries: factConnection("AbnormalEntry", abnormalEntries, [
      orderKey(abnormalEntries.enteredOn, latest),
      orderKey(abnormalEntries.entryNo, descending),
    ]),
    portrait: {
      kind: "one",
      type: "Portrait",
      join: join([enterprises.creditCode, portraits.creditCode]),
    },
    cityRecord: { kind: "remote", loader: "cityRecord", column: enterprises.creditCode.name },
    updatedAt: column(enterprises.updatedAt),
    provenance: { kind: "same-row", type: "Provenance" },
  },
);

export const enterpriseNameShape = shapeOf<EnterpriseName>()(
  "EnterpriseName",
  { table: enterpriseNames },
  {
    name: column(enterpriseNames.name),
    validFrom: column(enterpriseNames.validFrom),
    validTo: column(enterpriseNames.validTo),
  },
);
