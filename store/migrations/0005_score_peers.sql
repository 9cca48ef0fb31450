CREATE TABLE "score_peers" (
	"section" text NOT NULL,
	"size_class" text NOT NULL,
	"part" text NOT NULL,
	"peers" integer NOT NULL,
	"cuts" numeric[] NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "score_peers_pk" PRIMARY KEY("section","size_class","part")
);
