/**
 * The read model of lists of a library: one row for each enterprise in one, with all that such a list shows of it and of
 * its titles, employments and portrait. A page is one range of one index, where twenty rows and their parts were sixty
 * lookups (docs/decisions/0355).
 *
 * Kept in the transaction of whoever writes what it shows (migration listed_members); columns are named as in the table
 * that they come from, those of parts with the part's name before. Nothing but the migration's function writes it.
 */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  numeric,
  pgTable,
  text,
} from "drizzle-orm/pg-core";

import { creditCode, scope } from "./columns.ts";

const texts = (name: string) => text(name).array().notNull();
const integers = (name: string) => integer(name).array().notNull();
const days = (name: string) => date(name, { mode: "string" }).array().notNull();

export const listedMembers = pgTable(
  "listed_members",
  {
    creditCode: creditCode().primaryKey(),
    ...scope(),
    name: text("name").notNull(),
    /** The name as JSON, escaped when it is written and not at each read. */
    nameJson: text("name_json").notNull(),
    kind: text("kind").notNull(),
    legalForm: text("legal_form"),
    industryCode: text("industry_code"),
    industryName: text("industry_name"),
    industryNameJson: text("industry_name_json"),
    establishedOn: date("established_on", { mode: "string" }),
    capitalAmount: numeric("capital_amount"),
    capitalCurrency: text("capital_currency"),
    status: text("status").notNull(),
    sizeClass: text("size_class"),
    isDemo: boolean("is_demo").notNull(),
    /** Always true: filters by it read the same here and in the table of all. */
    inLibrary: boolean("in_library").notNull(),
    libraryKinds: texts("library_kinds"),
    titleKinds: texts("title_kinds"),
    score: numeric("score"),
    scoreOrder: doublePrecision("score_order")
      .notNull()
      .generatedAlwaysAs(sql`coalesce(score, -1)::double precision`),
    establishedOrder: date("established_order", { mode: "string" })
      .notNull()
      .generatedAlwaysAs(sql`coalesce(established_on, '0001-01-01'::date)`),
    hasPortrait: boolean("has_portrait").notNull(),
    portraitScore: numeric("portrait_score"),
    portraitLabels: text("portrait_labels").array(),
    portraitLabelsJson: text("portrait_labels_json"),
    portraitTrend: text("portrait_trend"),
    portraitLabelCompletion: numeric("portrait_label_completion"),
    portraitCompleteness: numeric("portrait_completeness"),
    portraitIpRightCount: integer("portrait_ip_right_count"),
    portraitTitleCount: integer("portrait_title_count"),
    portraitLatestYear: integer("portrait_latest_year"),
    portraitLatestRevenue: numeric("portrait_latest_revenue"),
    /** One element a title in the order in which titles are told; all arrays of a part go together. */
    titlesKind: texts("titles_kind"),
    titlesBatch: texts("titles_batch"),
    titlesLevel: texts("titles_level"),
    titlesValidFrom: days("titles_valid_from"),
    titlesValidTo: days("titles_valid_to"),
    titlesStatus: texts("titles_status"),
    titlesCertificateNo: texts("titles_certificate_no"),
    /** One element a year, the latest first. */
    employmentsYear: integers("employments_year"),
    employmentsEmployees: integers("employments_employees"),
    employmentsInsured: integers("employments_insured"),
    employmentsRdStaff: integers("employments_rd_staff"),
    employmentsGraduateStaff: integers("employments_graduate_staff"),
  },
  (t) => [
    index("listed_members_town_score_idx").on(t.townCode, t.scoreOrder, t.creditCode),
    index("listed_members_zone_score_idx").on(t.zoneCode, t.scoreOrder, t.creditCode),
    // A zone's officer asks for a town: by either area alone the whole of it would be walked, to find often nothing.
    index("listed_members_zone_town_score_idx").on(
      t.zoneCode,
      t.townCode,
      t.scoreOrder,
      t.creditCode,
    ),
    index("listed_members_score_idx").on(t.scoreOrder, t.creditCode),
  ],
);

/**
 * Enterprises whose row a transaction has to make anew: one row a statement, emptied by the trigger that makes them at
 * the commit. Outside of a transaction it is empty.
 */
export const listedMemberChanges = pgTable("listed_member_changes", {
  creditCodes: text("credit_codes").array().notNull(),
});

/** Enterprises that have entered a library, until nobody is left who may have written a fact of one without seeing that. */
export const listedEntrants = pgTable("listed_entrants", {
  creditCode: creditCode().primaryKey(),
  /** Number of the first transaction that is not awaited; null until the entry is committed and was seen. */
  awaits: bigint("awaits", { mode: "bigint" }),
});
