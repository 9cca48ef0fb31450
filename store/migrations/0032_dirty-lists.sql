CREATE TABLE "dirty_lists" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "dirty_lists_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"credit_codes" text[] NOT NULL,
	"reason" text NOT NULL,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
-- As with a mark: whoever judges is told that there is something to do.
CREATE TRIGGER dirty_told AFTER INSERT ON public.dirty_lists FOR EACH STATEMENT EXECUTE FUNCTION tell_dirty();
