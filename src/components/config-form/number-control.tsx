"use client";
import { useState } from "react";
import { fieldStyles } from "../ui/field-styles";
import type { NumberField } from "./config-field";

// Beyond this many steps a slider can't be aimed.
const SLIDER_STEPS_MAX = 200;

interface NumberControlProps {
  field: NumberField;
  given: string | undefined;
  control: {
    id: string;
    name: string;
    "aria-invalid": boolean;
    "aria-describedby": string | undefined;
  };
}

/** A number, with a slider beside it where its bounds make one useful. */
export function NumberControl({ field, given, control }: NumberControlProps) {
  const { min, max, step } = field;
  const [text, setText] = useState(given ?? (field.prefilled ? String(field.default ?? "") : ""));
  const steps =
    min !== undefined && max !== undefined ? (max - min) / step : Number.POSITIVE_INFINITY;
  const usual = field.default === undefined ? "auto" : `usually ${field.default}`;
  const slider = steps <= SLIDER_STEPS_MAX && field.default !== undefined;
  return (
    <div className="flex items-center gap-3">
      {slider && (
        <input
          type="range"
          aria-label={`${field.title} slider`}
          min={min}
          max={max}
          step={step}
          value={text === "" ? (field.default ?? min) : text}
          onChange={(event) => setText(event.currentTarget.value)}
          className="range-control min-w-0 flex-1"
        />
      )}
      <input
        {...control}
        type="number"
        inputMode={field.integer ? "numeric" : "decimal"}
        min={min}
        max={max}
        step={field.integer ? 1 : "any"}
        value={text}
        placeholder={field.prefilled ? undefined : usual}
        onChange={(event) => setText(event.currentTarget.value)}
        className={`${fieldStyles} h-9 ${slider ? "max-w-24" : ""}`}
      />
      {field.unit && <span className="shrink-0 text-muted text-xs">{field.unit}</span>}
    </div>
  );
}
