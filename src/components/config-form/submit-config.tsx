import type { ReactNode } from "react";
import type { ModelType } from "@/domain/operations/registry";
import type { FormState } from "../forms/form-state";
import { OperationIcon } from "../operations/operation-icon";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";

interface SubmitConfigProps {
  type: ModelType;
  /** Why it was refused when it was last sent. */
  state: Pick<FormState, "error" | "field_errors">;
  pending: boolean;
  /** What the button does. */
  children: ReactNode;
}

/** The end of a form of settings: why it was refused, and the button that sends it. */
export function SubmitConfig({ type, state, pending, children }: SubmitConfigProps) {
  return (
    <>
      {state.error && <Alert>{state.error}</Alert>}
      {state.field_errors && <Alert>{Object.values(state.field_errors).join(" ")}</Alert>}
      <Button type="submit" variant="primary" size="lg" disabled={pending} focusableWhenDisabled>
        <OperationIcon type={type} />
        {pending ? "Starting" : children}
      </Button>
    </>
  );
}
