"use client";
import type { ControlBinding } from "./config-control";
import type { BooleanField } from "./config-field";
import type { ConfigChange } from "./list-changes";

interface SwitchControlProps {
  field: BooleanField;
  text: string;
  change: ConfigChange | undefined;
  control: ControlBinding;
  onText: (text: string) => void;
}

/** A setting that is on or off. */
export function SwitchControl({ field, text, change, control, onText }: SwitchControlProps) {
  const { id } = control;
  return (
    <div data-slot="field" className="flex items-start gap-3">
      <input
        {...control}
        type="checkbox"
        role="switch"
        checked={text !== ""}
        onChange={(event) => onText(event.currentTarget.checked ? "on" : "")}
        className="switch-control mt-0.5"
      />
      <div className="min-w-0 space-y-1">
        <div className="flex gap-2">
          <label htmlFor={id} className="font-medium text-sm">
            {field.title}
          </label>
          {change && (
            <span id={`${id}-changed`} data-changed className="text-muted text-xs leading-5">
              Changed
            </span>
          )}
        </div>
        <p id={`${id}-hint`} className="text-muted text-xs">
          {field.description}
        </p>
      </div>
    </div>
  );
}
