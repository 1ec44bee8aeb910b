CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE SEQUENCE runs_position_seq;
--> statement-breakpoint
CREATE SEQUENCE runs_change_seq;
