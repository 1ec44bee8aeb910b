"use client";
import type { ReactNode } from "react";
import type { FormAction } from "../forms/form-state";
import { useFormAction } from "../forms/use-form-action";
import { AddressDialog, BackLink } from "./address-dialog";
import { Alert } from "./alert";
import { Button } from "./button";
import { buttonVariants } from "./button-variants";

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  /** What the button says. Without an action there is only the way back. */
  verb: string;
  action: FormAction | null;
  fields: Record<string, string>;
  /** Address of the page without the question. */
  back: string;
}

/** A question that belongs to an address, with one button that does it. */
export function ConfirmDialog({ title, children, verb, action, fields, back }: ConfirmDialogProps) {
  const { state, pending, form } = useFormAction(action ?? keepAsItIs);
  return (
    <AddressDialog title={title} back={back}>
      <div className="mt-2 space-y-2 text-muted text-sm">{children}</div>
      {state.error && <Alert className="mt-3">{state.error}</Alert>}
      <form {...form} className="mt-5 flex justify-end gap-2">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <BackLink href={back} className={buttonVariants()}>
          {action ? "Keep it" : "Close"}
        </BackLink>
        {action && (
          <Button type="submit" variant="solidDanger" disabled={pending} focusableWhenDisabled>
            {verb}
          </Button>
        )}
      </form>
    </AddressDialog>
  );
}

const keepAsItIs: FormAction = async () => ({});
