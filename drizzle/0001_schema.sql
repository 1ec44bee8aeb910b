CREATE TABLE "engines" (
	"name" text PRIMARY KEY NOT NULL,
	"reachable" boolean NOT NULL,
	"error" text,
	"slots" jsonb NOT NULL,
	"details" jsonb NOT NULL,
	"polls_requested" integer DEFAULT 0 NOT NULL,
	"polls_done" integer DEFAULT 0 NOT NULL,
	"observed_at" timestamp (3) with time zone,
	"heartbeat_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"engine" text NOT NULL,
	"container_id" text NOT NULL,
	"container_name" text NOT NULL,
	"run_id" text,
	"model_type" text,
	"attempt" integer,
	"state" text NOT NULL,
	"exit_code" integer,
	"started_at" timestamp (3) with time zone,
	"observed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "observations_engine_container_id_pk" PRIMARY KEY("engine","container_id")
);
--> statement-breakpoint
CREATE TABLE "prompts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"prompt_text" text NOT NULL,
	"negative_prompt" text DEFAULT '' NOT NULL,
	"inputs" jsonb NOT NULL,
	"input_name" text NOT NULL,
	"parent_prompt_id" text,
	"enhanced_by_run_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "prompts_text_size" CHECK (length("prompts"."prompt_text") between 1 and 10000)
);
--> statement-breakpoint
CREATE TABLE "run_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"type" text NOT NULL,
	"actor" text NOT NULL,
	"message" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text PRIMARY KEY NOT NULL,
	"model_type" text NOT NULL,
	"prompt_id" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"execution_config" jsonb NOT NULL,
	"outputs" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"log_path" text NOT NULL,
	"parent_run_id" text GENERATED ALWAYS AS ((execution_config ->> 'parent_run_id')) STORED,
	"container_name" text,
	"container_id" text,
	"engine" text,
	"slot" text,
	"progress" jsonb,
	"priority" integer DEFAULT 0 NOT NULL,
	"position" double precision DEFAULT nextval('runs_position_seq') NOT NULL,
	"rating" integer,
	"error_code" text,
	"error_message" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"idempotency_key" text,
	"cancel_requested_at" timestamp (3) with time zone,
	"cancel_requested_by" text,
	"exited_at" timestamp (3) with time zone,
	"exit_code" integer,
	"log_bytes" bigint,
	"log_sha256" text,
	"preview" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"change_seq" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "runs_status" CHECK ("runs"."status" in ('pending', 'running', 'completed', 'failed', 'cancelled')),
	CONSTRAINT "runs_rating" CHECK ("runs"."rating" between 1 and 5),
	CONSTRAINT "runs_completed_at" CHECK (("runs"."completed_at" is not null) = ("runs"."status" in ('completed', 'failed', 'cancelled'))),
	CONSTRAINT "runs_running" CHECK ("runs"."status" <> 'running' or ("runs"."started_at" is not null and "runs"."slot" is not null and "runs"."engine" is not null)),
	CONSTRAINT "runs_failed" CHECK ("runs"."status" <> 'failed' or "runs"."error_message" is not null)
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"instance" text NOT NULL,
	"paused" boolean DEFAULT false NOT NULL,
	"paused_by" text,
	"paused_at" timestamp (3) with time zone,
	CONSTRAINT "settings_one_row" CHECK ("settings"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "prompts" ADD CONSTRAINT "prompts_parent_prompt_id_prompts_id_fk" FOREIGN KEY ("parent_prompt_id") REFERENCES "public"."prompts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_events" ADD CONSTRAINT "run_events_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_prompt_id_prompts_id_fk" FOREIGN KEY ("prompt_id") REFERENCES "public"."prompts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_parent" FOREIGN KEY ("parent_run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "prompts_created" ON "prompts" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "prompts_input" ON "prompts" USING btree ("input_name");--> statement-breakpoint
CREATE INDEX "prompts_parent" ON "prompts" USING btree ("parent_prompt_id");--> statement-breakpoint
CREATE INDEX "prompts_text" ON "prompts" USING gin (("name" || ' ' || "prompt_text") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "run_events_run" ON "run_events" USING btree ("run_id","id");--> statement-breakpoint
CREATE INDEX "runs_created" ON "runs" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "runs_type_status_created" ON "runs" USING btree ("model_type","status","created_at","id");--> statement-breakpoint
CREATE INDEX "runs_prompt" ON "runs" USING btree ("prompt_id","created_at","id");--> statement-breakpoint
CREATE INDEX "runs_parent_run" ON "runs" USING btree ("parent_run_id","created_at","id");--> statement-breakpoint
CREATE INDEX "runs_change" ON "runs" USING btree ("change_seq");--> statement-breakpoint
CREATE INDEX "runs_queue" ON "runs" USING btree ("priority","position","id") WHERE "runs"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "runs_running" ON "runs" USING btree ("id") WHERE "runs"."status" = 'running';--> statement-breakpoint
CREATE INDEX "runs_without_preview" ON "runs" USING btree ("completed_at") WHERE "runs"."status" = 'completed' and "runs"."preview" is null and "runs"."outputs" ? 'output_path';--> statement-breakpoint
CREATE UNIQUE INDEX "runs_idempotency" ON "runs" USING btree ("idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "runs_slot" ON "runs" USING btree ("engine","slot") WHERE "runs"."status" = 'running' and "runs"."exited_at" is null;