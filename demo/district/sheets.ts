/** Every table the demonstration fills per entity, in the order of filling. */
import { abnormalSheet } from "./facts/abnormal-entries.ts";
import { financialSheet } from "./facts/annual-financials.ts";
import { awardSheet } from "./facts/awards.ts";
import { baseSheet } from "./facts/bases.ts";
import { placementSheet } from "./facts/chain-placements.ts";
import { customsSheet } from "./facts/customs-trades.ts";
import { demandSheet } from "./facts/demands.ts";
import { employmentSheet } from "./facts/employments.ts";
import { aliasSheet } from "./facts/enterprise-aliases.ts";
import { nameSheet } from "./facts/enterprise-names.ts";
import { enterpriseSheet } from "./facts/enterprises.ts";
import { financingSheet } from "./facts/equity-financings.ts";
import { ipSheet } from "./facts/ip-rights.ts";
import { libraryMembershipSheet } from "./facts/library-memberships.ts";
import { penaltySheet } from "./facts/penalties.ts";
import { permitSheet } from "./facts/permits.ts";
import { certificateSheet } from "./facts/quality-certificates.ts";
import { institutionSheet } from "./facts/rd-institutions.ts";
import { recommendationSheet } from "./facts/recommendations.ts";
import { standardSheet } from "./facts/standards.ts";
import { taxSheet } from "./facts/tax-payments.ts";
import { claimSheet } from "./facts/title-claims.ts";
import { titleSheet } from "./facts/titles.ts";
import type { Sheet } from "./sheet.ts";

export const sheets: readonly Sheet[] = [
  enterpriseSheet,
  nameSheet,
  aliasSheet,
  financialSheet,
  employmentSheet,
  taxSheet,
  customsSheet,
  permitSheet,
  ipSheet,
  awardSheet,
  standardSheet,
  institutionSheet,
  certificateSheet,
  financingSheet,
  penaltySheet,
  abnormalSheet,
  titleSheet,
  claimSheet,
  recommendationSheet,
  libraryMembershipSheet,
  baseSheet,
  placementSheet,
  demandSheet,
];
