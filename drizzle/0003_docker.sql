CREATE TABLE "slot_leases" (
	"engine" text NOT NULL,
	"slot" text NOT NULL,
	"run_id" text NOT NULL,
	CONSTRAINT "slot_leases_engine_slot_pk" PRIMARY KEY("engine","slot")
);
--> statement-breakpoint
DROP INDEX "runs_slot";--> statement-breakpoint
ALTER TABLE "engines" ADD COLUMN "draining" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "engines" ADD COLUMN "gpus" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "wait_reason" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "warning" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "time_limit_seconds" integer;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "gpu" jsonb;--> statement-breakpoint
ALTER TABLE "slot_leases" ADD CONSTRAINT "slot_leases_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "slot_leases_run" ON "slot_leases" USING btree ("run_id");--> statement-breakpoint
-- A run holds its slots exactly while it is running and has not exited, whatever the code does.
CREATE FUNCTION runs_lease_slots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.status, NEW.engine, NEW.slot, NEW.exited_at IS NULL) IS NOT DISTINCT FROM (OLD.status, OLD.engine, OLD.slot, OLD.exited_at IS NULL) THEN
      RETURN NULL;
    END IF;
    DELETE FROM slot_leases WHERE run_id = NEW.id;
  END IF;
  IF NEW.status = 'running' AND NEW.exited_at IS NULL THEN
    INSERT INTO slot_leases (engine, slot, run_id)
    SELECT NEW.engine, unnest(string_to_array(NEW.slot, ',')), NEW.id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER runs_lease_slots AFTER INSERT OR UPDATE ON runs FOR EACH ROW EXECUTE FUNCTION runs_lease_slots();
--> statement-breakpoint
INSERT INTO slot_leases (engine, slot, run_id)
SELECT engine, unnest(string_to_array(slot, ',')), id FROM runs WHERE status = 'running' AND exited_at IS NULL;
--> statement-breakpoint
DROP TRIGGER engines_notify ON engines;
--> statement-breakpoint
CREATE TRIGGER engines_notify AFTER INSERT OR DELETE OR UPDATE OF reachable, error, slots, details, draining, gpus, polls_requested ON engines FOR EACH STATEMENT EXECUTE FUNCTION activity_notify();
