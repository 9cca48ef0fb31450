CREATE TABLE "abnormal_entries" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"entry_no" text NOT NULL,
	"list" text NOT NULL,
	"reason" text,
	"entered_on" date,
	"removed_on" date,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "abnormal_entries_pk" PRIMARY KEY("credit_code","entry_no"),
	CONSTRAINT "abnormal_entries_list_check" CHECK ("abnormal_entries"."list" in ('ABNORMAL_OPERATION', 'SERIOUS_VIOLATION'))
);
--> statement-breakpoint
CREATE TABLE "access_grants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject" text NOT NULL,
	"area_code" text NOT NULL,
	"reason" text NOT NULL,
	"granted_by" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"prefix" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"subject" text NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"subject" text PRIMARY KEY NOT NULL,
	"tier" text NOT NULL,
	"area_codes" text[] NOT NULL,
	"role" text NOT NULL,
	"clearance" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignments_tier_check" CHECK ("assignments"."tier" in ('CITY', 'DISTRICT', 'ZONE', 'TOWN')),
	CONSTRAINT "assignments_role_check" CHECK ("assignments"."role" in ('VIEWER', 'SPECIALIST', 'OFFICER', 'DEVELOPER', 'AUDITOR', 'MACHINE')),
	CONSTRAINT "assignments_clearance_check" CHECK ("assignments"."clearance" in ('L1', 'L2', 'L3', 'L4'))
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"on_behalf_of" text,
	"tier" text,
	"purpose" text,
	"action" text NOT NULL,
	"operation_hash" text,
	"fields" text[],
	"row_count" integer,
	"refused_fields" text[],
	"policy_version" text,
	"request_id" text,
	"outcome" text NOT NULL,
	"details" jsonb,
	"previous_digest" text NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"signature" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revocations" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"before" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "revocations_pk" PRIMARY KEY("kind","value"),
	CONSTRAINT "revocations_kind_check" CHECK ("revocations"."kind" in ('TOKEN', 'SUBJECT'))
);
--> statement-breakpoint
CREATE TABLE "trusted_documents" (
	"client" text NOT NULL,
	"hash" text NOT NULL,
	"document" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "trusted_documents_pk" PRIMARY KEY("client","hash")
);
--> statement-breakpoint
CREATE TABLE "alert_events" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"alert_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"actor" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alert_events_pk" PRIMARY KEY("credit_code","alert_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "alert_outbox" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"alert_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"delivered_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "alert_outbox_pk" PRIMARY KEY("credit_code","alert_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"screening_id" text NOT NULL,
	"occurrence" integer NOT NULL,
	"state" text NOT NULL,
	"level" text NOT NULL,
	"headline" text NOT NULL,
	"figures" jsonb NOT NULL,
	"assignee" text,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_on" date NOT NULL,
	"escalated_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closing_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "alerts_pk" PRIMARY KEY("credit_code","id"),
	CONSTRAINT "alerts_once" UNIQUE("credit_code","screening_id","occurrence"),
	CONSTRAINT "alerts_state_check" CHECK ("alerts"."state" in ('PENDING', 'IN_PROGRESS', 'DONE', 'TRANSFERRED', 'FALSE_ALARM', 'CLOSED'))
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"alert_id" uuid,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"note" text,
	"actor" text NOT NULL,
	"happened_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follow_ups_pk" PRIMARY KEY("credit_code","id"),
	CONSTRAINT "follow_ups_kind_check" CHECK ("follow_ups"."kind" in ('VISIT', 'CALL', 'MEETING', 'MESSAGE', 'OTHER'))
);
--> statement-breakpoint
CREATE TABLE "annual_financials" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"year" integer NOT NULL,
	"revenue" numeric,
	"main_revenue" numeric,
	"rd_expense" numeric,
	"rd_expense_domestic" numeric,
	"high_tech_revenue" numeric,
	"cost_expense" numeric,
	"net_profit" numeric,
	"total_profit" numeric,
	"total_assets" numeric,
	"total_liabilities" numeric,
	"net_assets" numeric,
	"export_revenue" numeric,
	"audited" boolean,
	"currency" text NOT NULL,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "annual_financials_pk" PRIMARY KEY("credit_code","year")
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"parent_code" text,
	"former_names" text[] NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "areas_kind_check" CHECK ("areas"."kind" in ('CITY', 'DISTRICT', 'ZONE', 'TOWN'))
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"pack_id" text NOT NULL,
	"pack_version" text NOT NULL,
	"as_of" date NOT NULL,
	"verdict" text NOT NULL,
	"total" numeric,
	"progress" numeric,
	"points" jsonb,
	"failed" jsonb,
	"unknown" jsonb,
	"excluded_by" jsonb,
	"direct_pass" jsonb,
	"ways_to_pass" jsonb,
	"inputs" jsonb,
	"inputs_digest" text NOT NULL,
	"assessed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assessments_pk" PRIMARY KEY("credit_code","pack_id","pack_version","as_of","revision"),
	CONSTRAINT "assessments_verdict_check" CHECK ("assessments"."verdict" in ('TRUE', 'FALSE', 'UNKNOWN'))
);
--> statement-breakpoint
CREATE TABLE "criteria_packs" (
	"id" text NOT NULL,
	"version" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"title_kind" text,
	"document_no" text NOT NULL,
	"effective_from" date,
	"effective_to" date,
	"enabled" boolean NOT NULL,
	"definition" jsonb NOT NULL,
	"digest" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "criteria_packs_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"award_no" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"grade" text,
	"rank" integer,
	"awarded_on" date,
	"organiser" text,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "awards_pk" PRIMARY KEY("credit_code","award_no"),
	CONSTRAINT "awards_kind_check" CHECK ("awards"."kind" in ('SCIENCE_PRIZE', 'COMPETITION', 'QUALITY_PRIZE', 'DESIGN_PRIZE', 'OTHER')),
	CONSTRAINT "awards_level_check" CHECK ("awards"."level" in ('NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'DISTRICT'))
);
--> statement-breakpoint
CREATE TABLE "chain_nodes" (
	"chain_id" text NOT NULL,
	"id" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text,
	"stage" text NOT NULL,
	"position" integer NOT NULL,
	"is_gap" boolean DEFAULT false NOT NULL,
	CONSTRAINT "chain_nodes_pk" PRIMARY KEY("chain_id","id")
);
--> statement-breakpoint
CREATE TABLE "chain_placements" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"chain_id" text NOT NULL,
	"node_id" text NOT NULL,
	"role" text NOT NULL,
	"confidence" numeric NOT NULL,
	"reason" text NOT NULL,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chain_placements_pk" PRIMARY KEY("credit_code","chain_id","node_id")
);
--> statement-breakpoint
CREATE TABLE "chains" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text,
	"leader_credit_code" text,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customs_trades" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"year" integer NOT NULL,
	"import_amount" numeric,
	"export_amount" numeric,
	"declarations" integer,
	"customs_grade" text,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "customs_trades_pk" PRIMARY KEY("credit_code","year")
);
--> statement-breakpoint
CREATE TABLE "employments" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"year" integer NOT NULL,
	"employees" integer,
	"insured" integer,
	"rd_staff" integer,
	"graduate_staff" integer,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "employments_pk" PRIMARY KEY("credit_code","year")
);
--> statement-breakpoint
CREATE TABLE "enterprise_aliases" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"kind" text NOT NULL,
	"alias" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "enterprise_aliases_pk" PRIMARY KEY("credit_code","kind","alias"),
	CONSTRAINT "enterprise_aliases_kind_check" CHECK ("enterprise_aliases"."kind" in ('CREDIT_CODE', 'TAX_NUMBER', 'ORGANISATION_CODE', 'REGISTRATION_NUMBER'))
);
--> statement-breakpoint
CREATE TABLE "enterprise_names" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"name" text NOT NULL,
	"normal_name" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source_id" text NOT NULL,
	CONSTRAINT "enterprise_names_pk" PRIMARY KEY("credit_code","normal_name","valid_from")
);
--> statement-breakpoint
CREATE TABLE "enterprises" (
	"credit_code" text PRIMARY KEY NOT NULL,
	"town_code" text,
	"zone_code" text,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"legal_form" text,
	"industry_code" text,
	"industry_name" text,
	"established_on" date,
	"capital_amount" numeric,
	"capital_currency" text,
	"status" text NOT NULL,
	"business_scope" text,
	"address" text,
	"town_method" text,
	"town_confidence" numeric,
	"size_class" text,
	"legal_representative" text,
	"contact_name" text,
	"contact_phone" text,
	"contact_email" text,
	"website" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"in_library" boolean DEFAULT false NOT NULL,
	"library_kinds" text[] DEFAULT '{}' NOT NULL,
	"title_kinds" text[] DEFAULT '{}' NOT NULL,
	"score" numeric,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	"content_digest" text NOT NULL,
	"details" jsonb,
	CONSTRAINT "enterprises_kind_check" CHECK ("enterprises"."kind" in ('COMPANY', 'BRANCH', 'INDIVIDUAL_BUSINESS', 'COOPERATIVE', 'OTHER')),
	CONSTRAINT "enterprises_status_check" CHECK ("enterprises"."status" in ('ACTIVE', 'REVOKED', 'CANCELLED', 'MOVED_OUT', 'UNKNOWN')),
	CONSTRAINT "enterprises_size_check" CHECK ("enterprises"."size_class" in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO'))
);
--> statement-breakpoint
CREATE TABLE "equity_financings" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"financing_no" text NOT NULL,
	"round" text,
	"financed_on" date,
	"amount" numeric,
	"ceded_share" numeric,
	"investor" text,
	"qualified_investor" boolean,
	"post_valuation" numeric,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "equity_financings_pk" PRIMARY KEY("credit_code","financing_no")
);
--> statement-breakpoint
CREATE TABLE "fact_history" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"fact_table" text NOT NULL,
	"fact_key" text NOT NULL,
	"version" integer NOT NULL,
	"former_row" jsonb,
	"superseded_by" bigint,
	"superseded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"was_deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "fact_history_pk" PRIMARY KEY("credit_code","fact_table","fact_key","version")
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_id" text NOT NULL,
	"state" text NOT NULL,
	"file_name" text,
	"file_digest" text,
	"file_bytes" bigint,
	"encoding" text,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"staged_bytes" bigint DEFAULT 0 NOT NULL,
	"staged_lines" integer DEFAULT 0 NOT NULL,
	"merged_line" integer DEFAULT 0 NOT NULL,
	"report" jsonb,
	"failure" text,
	CONSTRAINT "import_runs_state_check" CHECK ("import_runs"."state" in ('STAGING', 'VALIDATING', 'LINKING', 'MERGING', 'DONE', 'HELD', 'FAILED', 'UNDONE'))
);
--> statement-breakpoint
CREATE TABLE "link_decisions" (
	"group_key" text PRIMARY KEY NOT NULL,
	"decision" text NOT NULL,
	"credit_code" text,
	"review_id" uuid,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "link_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"import_run_id" bigint NOT NULL,
	"source_id" text NOT NULL,
	"group_key" text NOT NULL,
	"lines" integer[] NOT NULL,
	"record" jsonb NOT NULL,
	"candidates" jsonb NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decision" text,
	"decided_credit_code" text,
	"note" text,
	CONSTRAINT "link_reviews_state_check" CHECK ("link_reviews"."state" in ('OPEN', 'DECIDED', 'UNDONE')),
	CONSTRAINT "link_reviews_decision_check" CHECK ("link_reviews"."decision" in ('LINK', 'ALIAS', 'BRANCH_OF', 'NOT_REGISTERED', 'SPLIT'))
);
--> statement-breakpoint
CREATE TABLE "quarantined_rows" (
	"import_run_id" bigint NOT NULL,
	"line" integer NOT NULL,
	"source_id" text NOT NULL,
	"raw" jsonb NOT NULL,
	"reasons" jsonb NOT NULL,
	"quarantined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolution" text,
	CONSTRAINT "quarantined_rows_pk" PRIMARY KEY("import_run_id","line")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"department" text NOT NULL,
	"cadence" text NOT NULL,
	"classification" text NOT NULL,
	"description" jsonb NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staged_records" (
	"import_run_id" bigint NOT NULL,
	"line" integer NOT NULL,
	"raw" jsonb NOT NULL,
	"parsed" jsonb,
	"notes" jsonb,
	"record_key" text,
	"credit_code" text,
	"link_method" text,
	"link_confidence" numeric,
	"outcome" text,
	CONSTRAINT "staged_records_pk" PRIMARY KEY("import_run_id","line")
);
--> statement-breakpoint
CREATE TABLE "indicator_values" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"indicator_id" text NOT NULL,
	"as_of" date NOT NULL,
	"number_value" numeric,
	"text_value" text,
	"boolean_value" boolean,
	"unknown_reason" text,
	"evidence" jsonb,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "indicator_values_pk" PRIMARY KEY("credit_code","indicator_id","as_of")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"unit" text,
	"period" text,
	"value_type" text NOT NULL,
	"formula" text NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ip_rights" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"right_no" text NOT NULL,
	"kind" text NOT NULL,
	"title" text,
	"status" text NOT NULL,
	"acquisition" text NOT NULL,
	"right_holders" text[],
	"applied_on" date,
	"granted_on" date,
	"expires_on" date,
	"transferred_on" date,
	"high_value" boolean,
	"main_product" boolean,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "ip_rights_pk" PRIMARY KEY("credit_code","right_no"),
	CONSTRAINT "ip_rights_kind_check" CHECK ("ip_rights"."kind" in ('INVENTION_PATENT', 'UTILITY_MODEL', 'DESIGN_PATENT', 'TRADEMARK', 'SOFTWARE_COPYRIGHT', 'IC_LAYOUT', 'PLANT_VARIETY')),
	CONSTRAINT "ip_rights_status_check" CHECK ("ip_rights"."status" in ('APPLIED', 'GRANTED', 'LAPSED', 'INVALIDATED')),
	CONSTRAINT "ip_rights_acquisition_check" CHECK ("ip_rights"."acquisition" in ('SELF_DEVELOPED', 'TRANSFERRED', 'LICENSED', 'UNKNOWN'))
);
--> statement-breakpoint
CREATE TABLE "bases" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"base_no" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"recognised_on" date,
	"valid_to" date,
	"residents" integer,
	"details" jsonb,
	CONSTRAINT "bases_pk" PRIMARY KEY("credit_code","base_no"),
	CONSTRAINT "bases_level_check" CHECK ("bases"."level" in ('NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'DISTRICT'))
);
--> statement-breakpoint
CREATE TABLE "library_memberships" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"library_kind" text NOT NULL,
	"entered_on" date NOT NULL,
	"exited_on" date,
	"entry_reason" text NOT NULL,
	"exit_reason" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "library_memberships_pk" PRIMARY KEY("credit_code","library_kind","entered_on"),
	CONSTRAINT "library_memberships_kind_check" CHECK ("library_memberships"."library_kind" in ('INNOVATIVE', 'SPECIALIZED', 'LITTLE_GIANT', 'EAGLET', 'GAZELLE', 'UNICORN'))
);
--> statement-breakpoint
CREATE TABLE "penalties" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"document_no" text NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"reason" text,
	"amount" numeric,
	"decided_on" date,
	"authority" text,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "penalties_pk" PRIMARY KEY("credit_code","document_no"),
	CONSTRAINT "penalties_severity_check" CHECK ("penalties"."severity" in ('MINOR', 'ORDINARY', 'SERIOUS'))
);
--> statement-breakpoint
CREATE TABLE "permits" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"permit_no" text NOT NULL,
	"name" text NOT NULL,
	"authority" text,
	"granted_on" date,
	"valid_from" date,
	"valid_to" date,
	"status" text NOT NULL,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "permits_pk" PRIMARY KEY("credit_code","permit_no")
);
--> statement-breakpoint
CREATE TABLE "enterprise_labels" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"label" text NOT NULL,
	"category" text NOT NULL,
	"reason" text NOT NULL,
	"evidence" jsonb,
	"rule_version" text NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "enterprise_labels_pk" PRIMARY KEY("credit_code","label")
);
--> statement-breakpoint
CREATE TABLE "portraits" (
	"credit_code" text PRIMARY KEY NOT NULL,
	"town_code" text,
	"zone_code" text,
	"score" numeric,
	"score_version" text NOT NULL,
	"score_parts" jsonb NOT NULL,
	"explanation" text NOT NULL,
	"labels" text[] NOT NULL,
	"trend" text NOT NULL,
	"label_completion" numeric NOT NULL,
	"completeness" numeric NOT NULL,
	"ip_right_count" integer NOT NULL,
	"title_count" integer NOT NULL,
	"latest_year" integer,
	"latest_revenue" numeric,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quality_certificates" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"certificate_no" text NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"issuer" text,
	"valid_from" date,
	"valid_to" date,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "quality_certificates_pk" PRIMARY KEY("credit_code","certificate_no")
);
--> statement-breakpoint
CREATE TABLE "rd_institutions" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"institution_no" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"recognised_on" date,
	"valid_to" date,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "rd_institutions_pk" PRIMARY KEY("credit_code","institution_no"),
	CONSTRAINT "rd_institutions_level_check" CHECK ("rd_institutions"."level" in ('NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'DISTRICT'))
);
--> statement-breakpoint
CREATE TABLE "demands" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"detail" text,
	"state" text NOT NULL,
	"raised_on" date NOT NULL,
	"answered_on" date,
	"answer" text,
	CONSTRAINT "demands_pk" PRIMARY KEY("credit_code","id"),
	CONSTRAINT "demands_kind_check" CHECK ("demands"."kind" in ('FINANCE', 'TALENT', 'TECHNOLOGY', 'MARKET', 'LAND', 'POLICY', 'OTHER')),
	CONSTRAINT "demands_state_check" CHECK ("demands"."state" in ('OPEN', 'IN_PROGRESS', 'ANSWERED', 'CLOSED'))
);
--> statement-breakpoint
CREATE TABLE "resource_matches" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"resource_id" text NOT NULL,
	"fit" numeric NOT NULL,
	"reason" text NOT NULL,
	"matched_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resource_matches_pk" PRIMARY KEY("credit_code","resource_id")
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text,
	"provider" text,
	"summary" text,
	"conditions" jsonb,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "resources_kind_check" CHECK ("resources"."kind" in ('POLICY', 'TECHNOLOGY', 'FINANCE', 'SERVICE'))
);
--> statement-breakpoint
CREATE TABLE "matches" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"screening_id" text NOT NULL,
	"occurrence" integer NOT NULL,
	"version" integer NOT NULL,
	"matched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone,
	"figures" jsonb NOT NULL,
	CONSTRAINT "matches_pk" PRIMARY KEY("credit_code","screening_id","occurrence")
);
--> statement-breakpoint
CREATE TABLE "screening_versions" (
	"screening_id" text NOT NULL,
	"version" integer NOT NULL,
	"conditions" jsonb NOT NULL,
	"sentence" text NOT NULL,
	"source_text" text,
	"citations" jsonb,
	"dry_run" jsonb,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	CONSTRAINT "screening_versions_pk" PRIMARY KEY("screening_id","version")
);
--> statement-breakpoint
CREATE TABLE "screenings" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text,
	"state" text NOT NULL,
	"active_version" integer,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"is_base" boolean DEFAULT false NOT NULL,
	CONSTRAINT "screenings_state_check" CHECK ("screenings"."state" in ('DRAFT', 'PENDING_APPROVAL', 'ACTIVE', 'PAUSED', 'SUPERSEDED'))
);
--> statement-breakpoint
CREATE TABLE "standards" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"standard_no" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"drafting_rank" integer,
	"published_on" date,
	"status" text NOT NULL,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "standards_pk" PRIMARY KEY("credit_code","standard_no"),
	CONSTRAINT "standards_level_check" CHECK ("standards"."level" in ('INTERNATIONAL', 'NATIONAL', 'INDUSTRY', 'LOCAL', 'GROUP'))
);
--> statement-breakpoint
CREATE TABLE "agreement_receipts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"peer_id" text NOT NULL,
	"stream" text NOT NULL,
	"level" text NOT NULL,
	"agreed" boolean NOT NULL,
	"our_root" text NOT NULL,
	"their_root" text,
	"record_count" integer NOT NULL,
	"differences" jsonb,
	"our_signature" text,
	"their_signature" text,
	"round_trips" integer NOT NULL,
	"bytes_exchanged" bigint NOT NULL,
	"obtained_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sync_batch_items" (
	"peer_id" text NOT NULL,
	"stream" text NOT NULL,
	"generation" integer NOT NULL,
	"batch_no" bigint NOT NULL,
	"entity_key" text NOT NULL,
	"entity_version" bigint NOT NULL,
	"record" jsonb,
	"digest" text NOT NULL,
	"outcome" text,
	"outcome_code" text,
	"outcome_message" text,
	CONSTRAINT "sync_batch_items_pk" PRIMARY KEY("peer_id","stream","generation","batch_no","entity_key")
);
--> statement-breakpoint
CREATE TABLE "sync_batches" (
	"peer_id" text NOT NULL,
	"stream" text NOT NULL,
	"generation" integer NOT NULL,
	"batch_no" bigint NOT NULL,
	"idempotency_key" text NOT NULL,
	"body" "bytea" NOT NULL,
	"body_digest" text NOT NULL,
	"previous_digest" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"next_attempt_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "sync_batches_pk" PRIMARY KEY("peer_id","stream","generation","batch_no"),
	CONSTRAINT "sync_batches_key" UNIQUE("idempotency_key"),
	CONSTRAINT "sync_batches_state_check" CHECK ("sync_batches"."state" in ('SEALED', 'SENDING', 'IN_DOUBT', 'ACKED', 'PARTIALLY_ACKED', 'PARKED'))
);
--> statement-breakpoint
CREATE TABLE "sync_conflicts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"peer_id" text NOT NULL,
	"stream" text NOT NULL,
	"entity_key" text NOT NULL,
	"field" text,
	"kind" text NOT NULL,
	"base_value" jsonb,
	"our_value" jsonb,
	"their_value" jsonb,
	"state" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decision" text,
	"reason" text,
	CONSTRAINT "sync_conflicts_state_check" CHECK ("sync_conflicts"."state" in ('OPEN', 'DECIDED'))
);
--> statement-breakpoint
CREATE TABLE "sync_inbound_items" (
	"run_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"entity_key" text NOT NULL,
	"record" jsonb NOT NULL,
	"digest" text NOT NULL,
	"outcome" text,
	"reason" text,
	CONSTRAINT "sync_inbound_items_pk" PRIMARY KEY("run_id","stream","entity_key")
);
--> statement-breakpoint
CREATE TABLE "sync_inbound_raw" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sync_inbound_raw_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"peer_id" text NOT NULL,
	"stream" text NOT NULL,
	"run_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"body" "bytea" NOT NULL,
	"digest" text NOT NULL,
	"headers" jsonb,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sync_inbound_raw_page" UNIQUE("run_id","stream","page")
);
--> statement-breakpoint
CREATE TABLE "sync_outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sync_outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"stream" text NOT NULL,
	"entity_key" text NOT NULL,
	"operation" text NOT NULL,
	"origin" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"batch_no" bigint
);
--> statement-breakpoint
CREATE TABLE "sync_peers" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"capabilities" jsonb,
	"generation" integer DEFAULT 1 NOT NULL,
	"breaker_state" text DEFAULT 'CLOSED' NOT NULL,
	"breaker_until" timestamp with time zone,
	"seen_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"peer_id" text NOT NULL,
	"direction" text NOT NULL,
	"stream" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"read" integer DEFAULT 0 NOT NULL,
	"applied" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"quarantined" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"previous_digest" text,
	"digest" text,
	"details" jsonb,
	CONSTRAINT "sync_runs_direction_check" CHECK ("sync_runs"."direction" in ('PULL', 'PUSH', 'VERIFY')),
	CONSTRAINT "sync_runs_state_check" CHECK ("sync_runs"."state" in ('RUNNING', 'DONE', 'INCOMPLETE', 'HELD', 'FAILED'))
);
--> statement-breakpoint
CREATE TABLE "sync_shadow" (
	"peer_id" text NOT NULL,
	"stream" text NOT NULL,
	"entity_key" text NOT NULL,
	"owner" text NOT NULL,
	"record" jsonb,
	"digest" text NOT NULL,
	"version" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sync_shadow_pk" PRIMARY KEY("peer_id","stream","entity_key","owner")
);
--> statement-breakpoint
CREATE TABLE "sync_streams" (
	"peer_id" text NOT NULL,
	"stream" text NOT NULL,
	"direction" text NOT NULL,
	"last_batch" bigint DEFAULT 0 NOT NULL,
	"cursor" text,
	"completed_at" timestamp with time zone,
	CONSTRAINT "sync_streams_pk" PRIMARY KEY("peer_id","stream"),
	CONSTRAINT "sync_streams_direction_check" CHECK ("sync_streams"."direction" in ('PULL', 'PUSH', 'VERIFY'))
);
--> statement-breakpoint
CREATE TABLE "sync_tombstones" (
	"peer_id" text NOT NULL,
	"stream" text NOT NULL,
	"entity_key" text NOT NULL,
	"record" jsonb,
	"removed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "sync_tombstones_pk" PRIMARY KEY("peer_id","stream","entity_key")
);
--> statement-breakpoint
CREATE TABLE "tax_payments" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"year" integer NOT NULL,
	"quarter" integer NOT NULL,
	"total_tax" numeric,
	"vat" numeric,
	"income_tax" numeric,
	"taxed_sales" numeric,
	"credit_grade" text,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"import_run_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_method" text NOT NULL,
	"link_confidence" numeric NOT NULL,
	CONSTRAINT "tax_payments_pk" PRIMARY KEY("credit_code","year","quarter")
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"kind" text NOT NULL,
	"batch" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"recommended_on" date NOT NULL,
	"city_outcome" text,
	"city_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recommendations_pk" PRIMARY KEY("credit_code","kind","batch"),
	CONSTRAINT "recommendations_kind_check" CHECK ("recommendations"."kind" in ('INNOVATIVE', 'SPECIALIZED', 'LITTLE_GIANT', 'EAGLET', 'GAZELLE', 'UNICORN', 'HIGH_TECH', 'TECH_SME')),
	CONSTRAINT "recommendations_state_check" CHECK ("recommendations"."state" in ('PROPOSED', 'WITHDRAWN'))
);
--> statement-breakpoint
CREATE TABLE "title_claims" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"kind" text NOT NULL,
	"claimed_on" date NOT NULL,
	"source" text NOT NULL,
	"statement" text,
	CONSTRAINT "title_claims_pk" PRIMARY KEY("credit_code","kind"),
	CONSTRAINT "title_claims_kind_check" CHECK ("title_claims"."kind" in ('INNOVATIVE', 'SPECIALIZED', 'LITTLE_GIANT', 'EAGLET', 'GAZELLE', 'UNICORN', 'HIGH_TECH', 'TECH_SME'))
);
--> statement-breakpoint
CREATE TABLE "title_verifications" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"claimed" text NOT NULL,
	"registered" text NOT NULL,
	"computed" text NOT NULL,
	"details" jsonb,
	"as_of" date NOT NULL,
	CONSTRAINT "title_verifications_pk" PRIMARY KEY("credit_code","kind"),
	CONSTRAINT "title_verifications_outcome_check" CHECK ("title_verifications"."outcome" in ('CONSISTENT', 'CLAIMED_NOT_REGISTERED', 'REGISTERED_NOT_MEETING', 'LAPSING', 'MEETS_NOT_APPLIED', 'UNDECIDABLE'))
);
--> statement-breakpoint
CREATE TABLE "titles" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"kind" text NOT NULL,
	"batch" text NOT NULL,
	"level" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"status" text NOT NULL,
	"certificate_no" text,
	"origin" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "titles_pk" PRIMARY KEY("credit_code","kind","batch"),
	CONSTRAINT "titles_kind_check" CHECK ("titles"."kind" in ('INNOVATIVE', 'SPECIALIZED', 'LITTLE_GIANT', 'EAGLET', 'GAZELLE', 'UNICORN', 'HIGH_TECH', 'TECH_SME')),
	CONSTRAINT "titles_level_check" CHECK ("titles"."level" in ('NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'DISTRICT')),
	CONSTRAINT "titles_status_check" CHECK ("titles"."status" in ('VALID', 'EXPIRED', 'REVOKED')),
	CONSTRAINT "titles_origin_check" CHECK ("titles"."origin" in ('CITY', 'DISTRICT'))
);
--> statement-breakpoint
CREATE TABLE "area_statistics" (
	"area_code" text NOT NULL,
	"measure" text NOT NULL,
	"member" text NOT NULL,
	"value" numeric NOT NULL,
	"as_of" date NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "area_statistics_pk" PRIMARY KEY("area_code","measure","member")
);
--> statement-breakpoint
CREATE TABLE "dirty_keys" (
	"credit_code" text NOT NULL,
	"stage" text NOT NULL,
	"reason" text NOT NULL,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dirty_keys_pk" PRIMARY KEY("credit_code","stage")
);
--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_parent_fk" FOREIGN KEY ("parent_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "abnormal_entries_town_idx" ON "abnormal_entries" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "abnormal_entries_zone_idx" ON "abnormal_entries" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "access_grants_subject_idx" ON "access_grants" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "api_keys_subject_idx" ON "api_keys" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "audit_entries_at_idx" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entries_actor_idx" ON "audit_entries" USING btree ("actor","sequence");--> statement-breakpoint
CREATE INDEX "alert_events_town_idx" ON "alert_events" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "alert_events_zone_idx" ON "alert_events" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "alert_outbox_pending_idx" ON "alert_outbox" USING btree ("written_at");--> statement-breakpoint
CREATE INDEX "alert_outbox_town_idx" ON "alert_outbox" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "alert_outbox_zone_idx" ON "alert_outbox" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "alerts_worklist_idx" ON "alerts" USING btree ("town_code","state","due_on","credit_code");--> statement-breakpoint
CREATE INDEX "alerts_town_idx" ON "alerts" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "alerts_zone_idx" ON "alerts" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "follow_ups_town_idx" ON "follow_ups" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "follow_ups_zone_idx" ON "follow_ups" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "annual_financials_town_idx" ON "annual_financials" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "annual_financials_zone_idx" ON "annual_financials" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "assessments_pack_idx" ON "assessments" USING btree ("pack_id","verdict","town_code","credit_code");--> statement-breakpoint
CREATE INDEX "assessments_town_idx" ON "assessments" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "assessments_zone_idx" ON "assessments" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "awards_town_idx" ON "awards" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "awards_zone_idx" ON "awards" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "chain_placements_town_idx" ON "chain_placements" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "chain_placements_zone_idx" ON "chain_placements" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "customs_trades_town_idx" ON "customs_trades" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "customs_trades_zone_idx" ON "customs_trades" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "employments_town_idx" ON "employments" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "employments_zone_idx" ON "employments" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "enterprise_aliases_alias_idx" ON "enterprise_aliases" USING btree ("alias");--> statement-breakpoint
CREATE INDEX "enterprise_names_normal_idx" ON "enterprise_names" USING btree ("normal_name");--> statement-breakpoint
CREATE INDEX "enterprises_name_idx" ON "enterprises" USING btree ("name","credit_code");--> statement-breakpoint
CREATE INDEX "enterprises_town_name_idx" ON "enterprises" USING btree ("town_code","name","credit_code");--> statement-breakpoint
CREATE INDEX "enterprises_zone_name_idx" ON "enterprises" USING btree ("zone_code","name","credit_code");--> statement-breakpoint
CREATE INDEX "enterprises_score_idx" ON "enterprises" USING btree ("score" DESC NULLS LAST,"credit_code" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "enterprises_town_score_idx" ON "enterprises" USING btree ("town_code","score" DESC NULLS LAST,"credit_code" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "enterprises_zone_score_idx" ON "enterprises" USING btree ("zone_code","score" DESC NULLS LAST,"credit_code" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "enterprises_established_idx" ON "enterprises" USING btree ("established_on" DESC NULLS LAST,"credit_code" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "enterprises_library_idx" ON "enterprises" USING btree ("credit_code") WHERE in_library;--> statement-breakpoint
CREATE INDEX "enterprises_library_kinds_idx" ON "enterprises" USING gin ("library_kinds");--> statement-breakpoint
CREATE INDEX "enterprises_title_kinds_idx" ON "enterprises" USING gin ("title_kinds");--> statement-breakpoint
CREATE INDEX "enterprises_townless_idx" ON "enterprises" USING btree ("credit_code") WHERE town_code is null;--> statement-breakpoint
CREATE INDEX "equity_financings_town_idx" ON "equity_financings" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "equity_financings_zone_idx" ON "equity_financings" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "fact_history_run_idx" ON "fact_history" USING btree ("superseded_by");--> statement-breakpoint
CREATE INDEX "import_runs_source_idx" ON "import_runs" USING btree ("source_id","id");--> statement-breakpoint
CREATE INDEX "link_reviews_open_idx" ON "link_reviews" USING btree ("source_id","group_key") WHERE state = 'OPEN';--> statement-breakpoint
CREATE INDEX "quarantined_rows_open_idx" ON "quarantined_rows" USING btree ("source_id","import_run_id","line") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "staged_records_key_idx" ON "staged_records" USING btree ("import_run_id","record_key");--> statement-breakpoint
CREATE INDEX "indicator_values_indicator_idx" ON "indicator_values" USING btree ("indicator_id","as_of","number_value");--> statement-breakpoint
CREATE INDEX "indicator_values_town_idx" ON "indicator_values" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "indicator_values_zone_idx" ON "indicator_values" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "ip_rights_town_idx" ON "ip_rights" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "ip_rights_zone_idx" ON "ip_rights" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "bases_town_idx" ON "bases" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "bases_zone_idx" ON "bases" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "library_memberships_kind_idx" ON "library_memberships" USING btree ("library_kind","town_code","credit_code") WHERE exited_on is null;--> statement-breakpoint
CREATE INDEX "library_memberships_town_idx" ON "library_memberships" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "library_memberships_zone_idx" ON "library_memberships" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "penalties_town_idx" ON "penalties" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "penalties_zone_idx" ON "penalties" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "permits_town_idx" ON "permits" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "permits_zone_idx" ON "permits" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "enterprise_labels_town_idx" ON "enterprise_labels" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "enterprise_labels_zone_idx" ON "enterprise_labels" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "portraits_town_idx" ON "portraits" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "portraits_zone_idx" ON "portraits" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "quality_certificates_town_idx" ON "quality_certificates" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "quality_certificates_zone_idx" ON "quality_certificates" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "rd_institutions_town_idx" ON "rd_institutions" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "rd_institutions_zone_idx" ON "rd_institutions" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "demands_state_idx" ON "demands" USING btree ("state","raised_on");--> statement-breakpoint
CREATE INDEX "demands_town_idx" ON "demands" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "demands_zone_idx" ON "demands" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "resource_matches_town_idx" ON "resource_matches" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "resource_matches_zone_idx" ON "resource_matches" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "matches_screening_idx" ON "matches" USING btree ("screening_id","credit_code");--> statement-breakpoint
CREATE INDEX "matches_town_idx" ON "matches" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "matches_zone_idx" ON "matches" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "standards_town_idx" ON "standards" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "standards_zone_idx" ON "standards" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "sync_batch_items_entity_idx" ON "sync_batch_items" USING btree ("stream","entity_key");--> statement-breakpoint
CREATE INDEX "sync_conflicts_open_idx" ON "sync_conflicts" USING btree ("stream","entity_key") WHERE state = 'OPEN';--> statement-breakpoint
CREATE INDEX "sync_outbox_unsealed_idx" ON "sync_outbox" USING btree ("stream","id") WHERE batch_no is null;--> statement-breakpoint
CREATE INDEX "sync_runs_started_idx" ON "sync_runs" USING btree ("started_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "tax_payments_town_idx" ON "tax_payments" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "tax_payments_zone_idx" ON "tax_payments" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "recommendations_town_idx" ON "recommendations" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "recommendations_zone_idx" ON "recommendations" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "title_claims_town_idx" ON "title_claims" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "title_claims_zone_idx" ON "title_claims" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "title_verifications_outcome_idx" ON "title_verifications" USING btree ("outcome","kind","town_code","credit_code");--> statement-breakpoint
CREATE INDEX "title_verifications_town_idx" ON "title_verifications" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "title_verifications_zone_idx" ON "title_verifications" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "titles_kind_idx" ON "titles" USING btree ("kind","status","town_code");--> statement-breakpoint
CREATE INDEX "titles_lapsing_idx" ON "titles" USING btree ("valid_to","credit_code");--> statement-breakpoint
CREATE INDEX "titles_town_idx" ON "titles" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "titles_zone_idx" ON "titles" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "dirty_keys_stage_idx" ON "dirty_keys" USING btree ("stage","marked_at");