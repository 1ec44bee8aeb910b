"use client";
import { fieldStyles } from "../ui/field-styles";
import type { ControlBinding } from "./config-control";
import type { ChoiceField } from "./config-field";
import type { ModelTraits } from "./model-traits";

interface ChoiceControlProps {
  field: ChoiceField;
  model: ModelTraits | undefined;
  text: string;
  control: ControlBinding;
  onText: (text: string) => void;
}

/** One of several values: those that the model takes, where it takes some only. */
export function ChoiceControl({ field, model, text, control, onText }: ChoiceControlProps) {
  const allowed = model?.allowed[field.name];
  const options = allowed?.length
    ? field.options.filter(({ value }) => value === text || allowed.includes(value))
    : field.options;
  return (
    <select
      {...control}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      className={`${fieldStyles} select-control h-9`}
    >
      <option value="">{field.blank}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
