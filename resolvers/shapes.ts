/** The list of all shapes, by the name of their type. A test proves that no type of the contract is missing. */
import { alertEventShape, alertShape, followUpShape } from "./alert/shape.ts";
import { areaShape } from "./area/shape.ts";
import { auditEntryShape } from "./audit-entry/shape.ts";
import {
  assessmentShape,
  criteriaPackShape,
  indicatorShape,
  wayChangeShape,
  wayToPassShape,
} from "./criteria/shape.ts";
import { enterpriseNameShape, enterpriseShape } from "./enterprise/shape.ts";
import { abnormalEntryShape } from "./facts/abnormal-entry-shape.ts";
import { annualFinancialShape } from "./facts/annual-financial-shape.ts";
import { awardShape } from "./facts/award-shape.ts";
import { customsTradeShape } from "./facts/customs-trade-shape.ts";
import { employmentShape } from "./facts/employment-shape.ts";
import { equityFinancingShape } from "./facts/equity-financing-shape.ts";
import { ipRightShape } from "./facts/ip-right-shape.ts";
import { penaltyShape } from "./facts/penalty-shape.ts";
import { permitShape } from "./facts/permit-shape.ts";
import { provenanceShape } from "./facts/provenance-shape.ts";
import { qualityCertificateShape } from "./facts/quality-certificate-shape.ts";
import { rdInstitutionShape } from "./facts/rd-institution-shape.ts";
import { standardShape } from "./facts/standard-shape.ts";
import { taxPaymentShape } from "./facts/tax-payment-shape.ts";
import { importRunShape } from "./import-run/shape.ts";
import {
  heldReasonShape,
  importCountShape,
  importedFileShape,
  importReportShape,
  importTimesShape,
  relinkedRecordsShape,
  settledRowsShape,
} from "./import-run/report-shape.ts";
import {
  linkMentionShape,
  linkReviewCandidateShape,
  linkReviewRecordShape,
  linkReviewRowShape,
  linkReviewShape,
} from "./link-review/shape.ts";
import { quarantinedRowShape, quarantineReasonShape } from "./quarantined-row/shape.ts";
import { sourceShape } from "./source/shape.ts";
import { baseShape, libraryMembershipShape } from "./library/shape.ts";
import { labelReasonShape, portraitShape, scorePartShape } from "./portrait/shape.ts";
import { queryShape } from "./query/shape.ts";
import {
  screeningEventShape,
  screeningMatchShape,
  screeningShape,
  screeningVersionShape,
} from "./screening/shape.ts";
import type { TypeShape } from "./shape-language.ts";
import { areaStatisticsShape, yearlyLibraryShape, yearlyReportShape } from "./statistics/shape.ts";
import { syncConflictShape } from "./sync-conflict/shape.ts";
import { agreementReceiptShape } from "./sync-receipt/shape.ts";
import { syncRunShape } from "./sync-run/shape.ts";
import { titleClaimShape, titleShape, titleVerificationShape } from "./title/shape.ts";
import { viewerShape } from "./viewer/shape.ts";

const all: readonly TypeShape[] = [
  assessmentShape,
  criteriaPackShape,
  indicatorShape,
  wayChangeShape,
  wayToPassShape,
  scorePartShape,
  yearlyLibraryShape,
  yearlyReportShape,
  titleClaimShape,
  titleVerificationShape,
  alertEventShape,
  alertShape,
  areaShape,
  auditEntryShape,
  enterpriseNameShape,
  enterpriseShape,
  abnormalEntryShape,
  annualFinancialShape,
  awardShape,
  customsTradeShape,
  employmentShape,
  equityFinancingShape,
  ipRightShape,
  penaltyShape,
  permitShape,
  provenanceShape,
  qualityCertificateShape,
  rdInstitutionShape,
  standardShape,
  taxPaymentShape,
  importRunShape,
  importReportShape,
  importCountShape,
  heldReasonShape,
  relinkedRecordsShape,
  settledRowsShape,
  importTimesShape,
  importedFileShape,
  linkReviewShape,
  linkReviewRecordShape,
  linkMentionShape,
  linkReviewRowShape,
  linkReviewCandidateShape,
  quarantinedRowShape,
  quarantineReasonShape,
  sourceShape,
  baseShape,
  libraryMembershipShape,
  labelReasonShape,
  portraitShape,
  queryShape,
  areaStatisticsShape,
  agreementReceiptShape,
  syncConflictShape,
  followUpShape,
  screeningEventShape,
  screeningMatchShape,
  screeningShape,
  screeningVersionShape,
  syncRunShape,
  titleShape,
  viewerShape,
];

export const shapes: ReadonlyMap<string, TypeShape> = new Map(
  all.map((shape) => [shape.type, shape]),
);
