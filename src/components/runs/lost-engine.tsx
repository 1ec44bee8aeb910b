"use client";
import { Unplug } from "lucide-react";
import { giveUpRunAction } from "@/app/actions/give-up-run";
import type { EngineRecord, RunRecord } from "@/domain/records";
import { ActionForm } from "../forms/action-form";

interface LostEngineProps {
  run: Pick<RunRecord, "id" | "status" | "engine">;
  /** The run's engine; undefined when nothing is known of it any more. */
  engine: EngineRecord | undefined;
}

/** Says that nothing is known of a running run, and offers to wait no longer. */
export function LostEngine({ run, engine }: LostEngineProps) {
  if (run.status !== "running" || engine?.health === "healthy") return null;
  return (
    <section
      aria-label="Engine lost"
      data-tone="warning"
      className="mb-4 flex gap-3 rounded-lg border border-tone/40 bg-tone/6 px-4 py-3.5"
    >
      <Unplug aria-hidden className="mt-0.5 size-5 shrink-0 text-tone" />
      <div className="min-w-0 space-y-2">
        <p className="font-medium">Engine {run.engine} does not answer: this run is unknown.</p>
        <p className="text-sm">
          {engine?.error} When the engine is back, the run is right again within seconds. If it will
          not come back, give the run up: it ends as failed and can be retried elsewhere.
        </p>
        <ActionForm action={giveUpRunAction} fields={{ id: run.id }} size="sm">
          Give up
        </ActionForm>
      </div>
    </section>
  );
}
