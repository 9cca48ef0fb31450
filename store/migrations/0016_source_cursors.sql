CREATE TABLE "source_cursors" (
	"source_id" text NOT NULL,
	"way" text NOT NULL,
	"position" jsonb NOT NULL,
	"digest" text NOT NULL,
	"import_run_id" bigint NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_cursors_pk" PRIMARY KEY("source_id","way"),
	CONSTRAINT "source_cursors_way_check" CHECK ("source_cursors"."way" in ('API', 'TABLE'))
);
