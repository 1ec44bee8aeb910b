"use client";
import { createContext, type FormEvent, type ReactNode, useContext, useId, useState } from "react";
import { upscaleRun } from "@/app/actions/upscale-run";
import { useFormAction } from "../forms/use-form-action";
import { OperationIcon } from "../operations/operation-icon";
import { useOperation } from "../operations/operations-context";
import { Alert } from "../ui/alert";
import { buttonVariants } from "../ui/button-variants";
import type { RunRow } from "./run-row";

const Scope = createContext<{ form_id: string; busy_run_id: string | null }>({
  form_id: "",
  busy_run_id: null,
});

/** One form for all upscale buttons below it: fifty rows need not carry fifty forms. */
export function UpscaleScope({ children }: { children: ReactNode }) {
  const form_id = useId();
  const [clicked, setClicked] = useState<string | null>(null);
  const { state, pending, form } = useFormAction(upscaleRun);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter instanceof HTMLButtonElement) setClicked(submitter.value);
    form.onSubmit(event);
  };
  return (
    <Scope value={{ form_id, busy_run_id: pending ? clicked : null }}>
      <form {...form} id={form_id} onSubmit={onSubmit} />
      {state.error && <Alert className="mb-4">{state.error}</Alert>}
      {children}
    </Scope>
  );
}

type Upscalable = Pick<RunRow, "id" | "model_type" | "status" | "has_video">;

interface UpscaleButtonProps {
  run: Upscalable;
  variant?: "primary" | "outline" | "ghost";
  size?: "sm" | "md";
}

/** One click makes the 2x run with the default weight. Nothing where there is no video to enlarge. */
export function UpscaleButton({ run, variant = "outline", size = "sm" }: UpscaleButtonProps) {
  const { form_id, busy_run_id } = useContext(Scope);
  const upscale = useOperation("upscale");
  if (!upscale?.parents.includes(run.model_type)) return null;
  if (run.status !== "completed" || !run.has_video) return null;
  return (
    <button
      type="submit"
      form={form_id}
      name="run_id"
      value={run.id}
      disabled={busy_run_id !== null}
      aria-label={`Upscale run ${run.id}`}
      className={`${buttonVariants({ variant, size })} max-md:min-h-9`}
    >
      <OperationIcon type={upscale.type} />
      {busy_run_id === run.id ? "Upscaling" : "Upscale"}
    </button>
  );
}
