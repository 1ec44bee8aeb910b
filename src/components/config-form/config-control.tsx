"use client";
import { fieldStyles } from "../ui/field-styles";
import { ChoiceControl } from "./choice-control";
import { type ConfigField, controlName, type GroupField } from "./config-field";
import { ConfigRow } from "./config-row";
import type { ConfigValues } from "./config-values";
import type { ModelTraits } from "./model-traits";
import { NumberControl } from "./number-control";
import { describeNumber, NumberNote } from "./number-words";
import { SwitchControl } from "./switch-control";

interface ConfigControlProps<Field extends ConfigField = ConfigField> {
  field: Field;
  values: ConfigValues;
  model: ModelTraits | undefined;
}

/** What every control has in common. */
export interface ControlBinding {
  id: string;
  name: string;
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
}

/** The control that fits the kind of a setting. */
export function ConfigControl({ field, values, model }: ConfigControlProps) {
  if (field.kind === "group") return <GroupControl {...{ field, values, model }} />;
  const id = controlName(field.name);
  const text = values.texts[id] ?? "";
  const change = values.changes.get(id);
  const error = values.errors[field.name];
  const hint = field.kind === "number" ? describeNumber(field, model) : field.description;
  const onText = (next: string) => values.change(id, next);
  const described = [
    error && `${id}-error`,
    hint && `${id}-hint`,
    change && `${id}-changed`,
  ].filter(Boolean);
  const control: ControlBinding = {
    ...{ id, name: id },
    "aria-invalid": error !== undefined,
    "aria-describedby": described.join(" ") || undefined,
  };
  if (field.kind === "boolean") {
    return <SwitchControl {...{ field, text, change, control, onText }} />;
  }
  return (
    <ConfigRow
      {...{ id, title: field.title, hint, error, change }}
      onReset={() => onText(values.chosen[id] ?? "")}
      note={field.kind === "number" && <NumberNote field={field} text={text} />}
    >
      {field.kind === "number" && <NumberControl {...{ field, model, text, control, onText }} />}
      {field.kind === "choice" && <ChoiceControl {...{ field, model, text, control, onText }} />}
      {field.kind === "text" && (
        <textarea
          {...control}
          rows={2}
          maxLength={field.max_length}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          className={`${fieldStyles} py-2`}
        />
      )}
    </ConfigRow>
  );
}

function GroupControl({ field, values, model }: ConfigControlProps<GroupField>) {
  const error = values.errors[field.name];
  return (
    <fieldset className="min-w-0 rounded-lg border border-line px-4 pt-2 pb-4 @2xl:col-span-2">
      <legend className="px-1 font-medium text-sm">{field.title}</legend>
      {field.description && <p className="mb-3 text-muted text-xs">{field.description}</p>}
      {error && <p className="mb-3 text-danger text-xs">{error}</p>}
      <div className="grid grid-cols-1 gap-x-8 gap-y-3 @2xl:grid-cols-2">
        {field.fields.map((inner) => (
          <ConfigControl key={inner.name} field={inner} values={values} model={model} />
        ))}
      </div>
    </fieldset>
  );
}
