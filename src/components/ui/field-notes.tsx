import type { ReactNode } from "react";

interface FieldNotesProps {
  /** Id of the control; hint and error get `${id}-hint` and `${id}-error`. */
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
}

/** What is wrong with a control, and what it takes. */
export function FieldNotes({ id, hint, error }: FieldNotesProps) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="text-danger text-xs">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-xs">
          {hint}
        </p>
      )}
    </>
  );
}
