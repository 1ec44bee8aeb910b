CREATE TABLE "holds" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"reason" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_name_size" CHECK (length("saved_views"."name") between 1 and 80)
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "phases" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "holds_ended" ON "holds" USING btree ("ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "holds_open" ON "holds" USING btree ("kind","subject") WHERE "holds"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "runs_longest" ON "runs" USING btree ("model_type","status",(coalesce((extract(epoch from completed_at - started_at) * 1000)::bigint, -1)),"created_at","id");--> statement-breakpoint
CREATE INDEX "runs_best_rated" ON "runs" USING btree ("model_type","status",(coalesce(rating, 0)::bigint),"created_at","id");--> statement-breakpoint
-- A null reason ends a hold, another one begins a new one. What is told of is gone after a hundred days.
CREATE FUNCTION holds_set(held_kind text, held_subject text, held_reason text, since timestamptz DEFAULT clock_timestamp()) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE holds SET ended_at = clock_timestamp()
  WHERE kind = held_kind AND subject = held_subject AND ended_at IS NULL AND reason IS DISTINCT FROM held_reason;
  IF held_reason IS NOT NULL THEN
    INSERT INTO holds (kind, subject, reason, started_at) VALUES (held_kind, held_subject, held_reason, since) ON CONFLICT DO NOTHING;
    DELETE FROM holds WHERE ended_at < now() - interval '100 days';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION settings_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM holds_set('paused', 'queue', CASE WHEN NEW.paused THEN 'Queue paused' || coalesce(' (by ' || NEW.paused_by || ')', '') END, coalesce(NEW.paused_at, clock_timestamp()));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER settings_hold AFTER INSERT OR UPDATE ON settings FOR EACH ROW EXECUTE FUNCTION settings_hold();
--> statement-breakpoint
CREATE FUNCTION engines_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM holds_set('draining', OLD.name, NULL), holds_set('unreachable', OLD.name, NULL);
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.draining = OLD.draining AND NEW.reachable = OLD.reachable THEN
    RETURN NULL;
  END IF;
  PERFORM holds_set('draining', NEW.name, CASE WHEN NEW.draining THEN 'Engine draining' END);
  PERFORM holds_set('unreachable', NEW.name, CASE WHEN NOT NEW.reachable THEN 'Unknown: the engine did not answer' END);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER engines_hold AFTER INSERT OR UPDATE OR DELETE ON engines FOR EACH ROW EXECUTE FUNCTION engines_hold();
--> statement-breakpoint
CREATE FUNCTION runs_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM holds_set('waiting', OLD.id, CASE WHEN TG_OP = 'UPDATE' AND NEW.status = 'pending' THEN NEW.wait_reason END);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Most runs never have a reason to wait: they pay nothing.
CREATE TRIGGER runs_hold AFTER UPDATE OF status, wait_reason ON runs FOR EACH ROW
WHEN (OLD.wait_reason IS DISTINCT FROM NEW.wait_reason OR (OLD.wait_reason IS NOT NULL AND OLD.status <> NEW.status))
EXECUTE FUNCTION runs_hold();
--> statement-breakpoint
CREATE TRIGGER runs_hold_deleted AFTER DELETE ON runs FOR EACH ROW WHEN (OLD.wait_reason IS NOT NULL) EXECUTE FUNCTION runs_hold();
--> statement-breakpoint
INSERT INTO holds (kind, subject, reason, started_at)
SELECT 'paused', 'queue', 'Queue paused' || coalesce(' (by ' || paused_by || ')', ''), coalesce(paused_at, now()) FROM settings WHERE paused
UNION ALL SELECT 'draining', name, 'Engine draining', now() FROM engines WHERE draining
UNION ALL SELECT 'waiting', id, wait_reason, now() FROM runs WHERE status = 'pending' AND wait_reason IS NOT NULL;
