-- Every change of a run gets the next change_seq and a new updated_at, and no terminal status is ever left.
CREATE FUNCTION runs_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status IN ('completed', 'failed', 'cancelled') AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION 'run % is % and cannot become %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  NEW.change_seq := nextval('runs_change_seq');
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER runs_before_write BEFORE INSERT OR UPDATE ON runs FOR EACH ROW EXECUTE FUNCTION runs_before_write();
--> statement-breakpoint
-- Payload "id:status:cancel", cancel being 1 once it was asked for; a deleted run says "deleted".
CREATE FUNCTION runs_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM pg_notify('cosmos_run', OLD.id || ':deleted:0');
  ELSE
    PERFORM pg_notify('cosmos_run', NEW.id || ':' || NEW.status || ':' || (NEW.cancel_requested_at IS NOT NULL)::int);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER runs_notify AFTER INSERT OR UPDATE OR DELETE ON runs FOR EACH ROW EXECUTE FUNCTION runs_notify();
--> statement-breakpoint
CREATE FUNCTION activity_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cosmos_activity', TG_TABLE_NAME);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER observations_notify AFTER INSERT OR UPDATE OR DELETE ON observations FOR EACH STATEMENT EXECUTE FUNCTION activity_notify();
--> statement-breakpoint
CREATE TRIGGER engines_notify AFTER INSERT OR DELETE OR UPDATE OF reachable, error, slots, details, polls_requested ON engines FOR EACH STATEMENT EXECUTE FUNCTION activity_notify();
--> statement-breakpoint
CREATE TRIGGER settings_notify AFTER INSERT OR UPDATE OR DELETE ON settings FOR EACH STATEMENT EXECUTE FUNCTION activity_notify();
