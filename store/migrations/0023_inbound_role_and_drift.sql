CREATE TABLE "sync_drifts" (
	"peer_id" text NOT NULL,
	"stream" text NOT NULL,
	"kind" text NOT NULL,
	"field" text NOT NULL,
	"example" text NOT NULL,
	"records" integer NOT NULL,
	"state" text NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sync_drifts_pk" PRIMARY KEY("peer_id","stream","kind","field"),
	CONSTRAINT "sync_drifts_state_check" CHECK ("sync_drifts"."state" in ('OPEN', 'CLOSED')),
	CONSTRAINT "sync_drifts_kind_check" CHECK ("sync_drifts"."kind" in ('NEW_MEMBER', 'MISSING_MEMBER', 'NEW_VALUE', 'OTHER_TYPE'))
);--> statement-breakpoint
-- The role that carries the city's word (store/as-inbound.ts): it writes titles and nothing of the district's, and the
-- worker writes no column of a title that the city owns. The trigger `titles_owned` says the same a second time.
do $$
begin
  -- Roles belong to the cluster: another database's migration may be making it at this moment.
  begin
    create role goldseed_inbound nologin noinherit;
  exception when duplicate_object or unique_violation then null;
  end;
end $$;
--> statement-breakpoint
grant goldseed_inbound to goldseed_worker;
--> statement-breakpoint
grant usage on schema public to goldseed_inbound;
--> statement-breakpoint
grant select (credit_code, town_code, zone_code) on enterprises to goldseed_inbound;
--> statement-breakpoint
create policy inbound_rows on enterprises for select to goldseed_inbound using (true);
--> statement-breakpoint
grant select, insert, delete on titles to goldseed_inbound;
--> statement-breakpoint
grant update (level, valid_from, valid_to, status, certificate_no, origin, version, updated_at) on titles to goldseed_inbound;
--> statement-breakpoint
create policy inbound_rows on titles for all to goldseed_inbound using (true) with check (true);
--> statement-breakpoint
revoke update, delete, truncate on titles from goldseed_worker;
--> statement-breakpoint
grant update (town_code, zone_code, version, updated_at) on titles to goldseed_worker;
