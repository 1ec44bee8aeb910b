"use client";
import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { FieldNotes } from "../ui/field-notes";
import type { ConfigChange } from "./list-changes";

interface ConfigRowProps {
  /** Id of the control; hint, error and mark get `${id}-hint`, `${id}-error` and `${id}-changed`. */
  id: string;
  title: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** What differs from the choice that the form began with. */
  change: ConfigChange | undefined;
  onReset: () => void;
  /** Said beside the title. */
  note?: ReactNode;
  children: ReactNode;
}

/** A setting: its title, whether it was changed and the way back, its control, hint and error. */
export function ConfigRow(props: ConfigRowProps) {
  const { id, title, hint, error, change, onReset, note, children } = props;
  const reset = () => {
    onReset();
    // The button is gone then.
    document.getElementById(id)?.focus();
  };
  return (
    <div data-slot="field" className="min-w-0 space-y-1">
      <div className="flex min-h-7 items-center gap-2">
        <label htmlFor={id} className="font-medium text-sm">
          {title}
        </label>
        {note}
        {change && (
          <span className="ml-auto flex items-center gap-1 text-muted text-xs">
            <span id={`${id}-changed`} data-changed>
              Changed
            </span>
            <Button
              variant="ghost"
              size="sm"
              className="h-6 px-1.5 noscript:hidden"
              onClick={reset}
              title={`Back to ${change.before}`}
            >
              <RotateCcw aria-hidden />
              <span className="sr-only">
                Reset {title} to {change.before}
              </span>
            </Button>
          </span>
        )}
      </div>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
