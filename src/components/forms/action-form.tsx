"use client";
import type { VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import type { buttonVariants } from "../ui/button-variants";
import type { FormAction } from "./form-state";
import { SubmitButton } from "./submit-button";
import { useFormAction } from "./use-form-action";

interface ActionFormProps extends VariantProps<typeof buttonVariants> {
  action: FormAction;
  /** Sent along with the click. */
  fields?: Record<string, string>;
  children: ReactNode;
}

/** One button that does one thing, and says why if it could not. */
export function ActionForm({ action, fields = {}, children, variant, size }: ActionFormProps) {
  const { state, pending, form } = useFormAction(action);
  return (
    <form {...form} className="contents">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant} size={size} pending={pending} className="max-md:min-h-10">
        {children}
      </SubmitButton>
      {state.error && (
        <p role="alert" className="w-full text-danger text-sm">
          {state.error}
        </p>
      )}
    </form>
  );
}
