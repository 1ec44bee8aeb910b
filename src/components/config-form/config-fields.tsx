"use client";
import { type ReactNode, useState } from "react";
import { ConfigControl } from "./config-control";
import { type ConfigField, controlName } from "./config-field";
import { type ModelTraits, understands } from "./model-traits";
import type { ConfigFormState } from "./use-config-values";

interface ConfigFieldsProps {
  fields: readonly ConfigField[];
  values: ConfigFormState;
}

/** All settings: those everybody knows, the advanced, and at last those of other models. */
export function ConfigFields({ fields, values }: ConfigFieldsProps) {
  const { model } = values;
  const own = fields.filter(({ name }) => understands(model, name));
  const foreign = fields.filter(({ name }) => !understands(model, name));
  const advanced = own.filter((field) => field.advanced);
  const grid = (shown: readonly ConfigField[]) => (
    <FieldGrid fields={shown} values={values} model={model} />
  );
  return (
    <>
      {grid(own.filter((field) => !field.advanced))}
      {advanced.length > 0 && (
        <Folded title="Advanced" urgent={isTouched(advanced, values)}>
          {grid(advanced)}
        </Folded>
      )}
      {model && foreign.length > 0 && (
        <Folded title={`Not for ${model.label}`} urgent={isTouched(foreign, values)}>
          <p className="mb-3 text-muted text-xs">
            Settings of other models, which this one refuses.
          </p>
          {grid(foreign)}
        </Folded>
      )}
    </>
  );
}

interface FieldGridProps extends ConfigFieldsProps {
  model: ModelTraits | undefined;
}

function FieldGrid({ fields, values, model }: FieldGridProps) {
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-4 @2xl:grid-cols-2">
      {fields.map((field) => (
        <ConfigControl key={field.name} field={field} values={values} model={model} />
      ))}
    </div>
  );
}

interface FoldedProps {
  title: string;
  /** It holds something that must be seen. */
  urgent: boolean;
  children: ReactNode;
}

function Folded({ title, urgent, children }: FoldedProps) {
  const [open, setOpen] = useState(urgent);
  return (
    <details open={open || urgent} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit text-muted text-sm hover:text-foreground">{title}</summary>
      <div className="mt-4">{children}</div>
    </details>
  );
}

function isTouched(fields: readonly ConfigField[], { changes, errors }: ConfigFormState): boolean {
  return fields.some(({ name }) => changes.has(controlName(name)) || errors[name] !== undefined);
}
