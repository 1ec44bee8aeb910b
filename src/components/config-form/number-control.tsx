"use client";
import { Dices } from "lucide-react";
import { Button } from "../ui/button";
import { fieldStyles } from "../ui/field-styles";
import type { ControlBinding } from "./config-control";
import type { NumberField } from "./config-field";
import type { ModelTraits } from "./model-traits";
import { meansZero, usualNumber } from "./number-words";
import { rollNumber } from "./roll-number";

// Beyond this many steps a slider can't be aimed.
const SLIDER_STEPS_MAX = 200;

interface NumberControlProps {
  field: NumberField;
  model: ModelTraits | undefined;
  text: string;
  control: ControlBinding;
  onText: (text: string) => void;
}

/** A number: a slider before it where its bounds make one useful, a dice after it where it is a seed. */
export function NumberControl({ field, model, text, control, onText }: NumberControlProps) {
  const { title, min, max, step, unit, zero } = field;
  const usual = usualNumber(field, model);
  const steps =
    min !== undefined && max !== undefined ? (max - min) / step : Number.POSITIVE_INFINITY;
  const slider = steps <= SLIDER_STEPS_MAX && usual !== null;
  return (
    <div className="flex items-center gap-3">
      {slider && (
        <input
          type="range"
          aria-label={`${title} slider`}
          aria-valuetext={[text || usual, unit, meansZero(field, text) && zero]
            .filter(Boolean)
            .join(" ")}
          {...{ min, max, step }}
          value={text === "" ? usual : text}
          onChange={(event) => onText(event.currentTarget.value)}
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
        placeholder={usual === null ? "auto" : `usually ${usual}`}
        onChange={(event) => onText(event.currentTarget.value)}
        className={`${fieldStyles} h-9 max-md:h-10 ${slider ? "max-w-28" : "max-w-44"}`}
      />
      {unit && <span className="shrink-0 text-muted text-xs">{unit}</span>}
      {field.random && (
        <Button
          size="icon"
          title="Random value"
          className="max-md:size-10 noscript:hidden"
          onClick={() => onText(String(rollNumber(field)))}
        >
          <Dices aria-hidden />
          <span className="sr-only">Roll the dice for {title}</span>
        </Button>
      )}
    </div>
  );
}
