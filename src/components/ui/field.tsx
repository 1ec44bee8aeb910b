import type { ReactNode } from "react";
import { FieldNotes } from "./field-notes";

interface FieldProps {
  /** Id of the control; hint and error get `${id}-hint` and `${id}-error`. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}

/** A labelled control with its hint and its error. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div data-slot="field" className="min-w-0 space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
