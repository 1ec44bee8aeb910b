import { drainEngineAction } from "@/app/actions/drain-engine";
import type { EngineRecord } from "@/domain/records";
import { ActionForm } from "../forms/action-form";

/** Asks an engine to take no further runs, or to take them again. */
export function DrainButton({ name, draining }: Pick<EngineRecord, "name" | "draining">) {
  return (
    <ActionForm
      action={drainEngineAction}
      fields={{ name, ...(draining && { undrain: "1" }) }}
      size="sm"
      variant="ghost"
    >
      {draining ? "Take runs again" : "Drain"}
    </ActionForm>
  );
}
