"use client";
import { Fragment, useRef } from "react";
import { Button } from "../ui/button";
import { fieldStyles } from "../ui/field-styles";
import type { ConfigFormState } from "./use-config-values";

interface PresetChoiceProps {
  /** Tells several forms of a page apart. */
  id: string;
  values: ConfigFormState;
  /** The page's address without a choice, for browsers without scripts. */
  address: string;
}

/** Fills the form at once, and says how far it has been changed since. */
export function PresetChoice({ id, values, address }: PresetChoiceProps) {
  const { choices, choice, changes } = values;
  const changed = changes.size;
  const select = useRef<HTMLSelectElement>(null);
  if (choices.length < 2 && changed === 0) return null;
  const undo = () => {
    values.undo();
    // The button is gone then.
    select.current?.focus();
  };
  return (
    <div className="space-y-1">
      <div className="flex min-h-7 items-center justify-between gap-2 noscript:hidden">
        <label htmlFor={id} className="font-medium text-sm">
          Preset
        </label>
        {changed > 0 && (
          <span className="flex items-center gap-1 text-muted text-xs">
            <span role="status">{changed === 1 ? "1 changed" : `${changed} changed`}</span>
            <Button variant="ghost" size="sm" className="h-6 noscript:hidden" onClick={undo}>
              Undo changes
            </Button>
          </span>
        )}
      </div>
      <select
        ref={select}
        id={id}
        value={choice?.name}
        aria-describedby={`${id}-hint`}
        onChange={(event) => values.choose(event.currentTarget.value)}
        className={`${fieldStyles} select-control h-9 noscript:hidden`}
      >
        {choices.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="text-muted text-xs">
        {choice?.description}
      </p>
      <noscript>
        <p className="text-sm">
          Preset:{" "}
          {choices.map(({ name, label }, index) => (
            <Fragment key={name}>
              {index > 0 && ", "}
              {name === choice?.name ? (
                label
              ) : (
                <a
                  href={`${address}${address.includes("?") ? "&" : "?"}preset=${name}`}
                  className="underline underline-offset-2"
                >
                  {label}
                </a>
              )}
            </Fragment>
          ))}
        </p>
      </noscript>
    </div>
  );
}
