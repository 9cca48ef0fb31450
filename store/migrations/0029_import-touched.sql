CREATE TABLE "import_touched" (
	"import_run_id" bigint NOT NULL,
	"line" integer NOT NULL,
	"credit_codes" text[] NOT NULL,
	CONSTRAINT "import_touched_pk" PRIMARY KEY("import_run_id","line")
);
