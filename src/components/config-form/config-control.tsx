"use client";
import { Field } from "../ui/field";
import { fieldStyles } from "../ui/field-styles";
import { type BooleanField, type ConfigField, controlName, type GroupField } from "./config-field";
import { NumberControl } from "./number-control";

interface ConfigControlProps {
  field: ConfigField;
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
}

/** The control that fits the kind of a setting. */
export function ConfigControl({ field, values, errors }: ConfigControlProps) {
  const id = controlName(field.name);
  const given = values?.[id];
  const error = errors?.[field.name];
  const described = [error && `${id}-error`, field.description && `${id}-hint`].filter(Boolean);
  const control = {
    id,
    name: id,
    "aria-invalid": error !== undefined,
    "aria-describedby": described.join(" ") || undefined,
  };
  if (field.kind === "group") return <GroupControl field={field} values={values} errors={errors} />;
  if (field.kind === "boolean") {
    return <SwitchControl field={field} checked={values ? given !== undefined : field.default} />;
  }
  return (
    <Field id={id} label={field.title} hint={field.description} error={error}>
      {field.kind === "number" && <NumberControl field={field} given={given} control={control} />}
      {field.kind === "choice" && (
        <select
          {...control}
          defaultValue={given ?? ""}
          className={`${fieldStyles} select-control h-9`}
        >
          <option value="">{field.blank}</option>
          {field.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
      {field.kind === "text" && (
        <textarea
          {...control}
          rows={2}
          maxLength={field.max_length}
          defaultValue={given}
          className={`${fieldStyles} py-2`}
        />
      )}
    </Field>
  );
}

function GroupControl({ field, values, errors }: ConfigControlProps & { field: GroupField }) {
  const error = errors?.[field.name];
  return (
    <fieldset className="min-w-0 rounded-lg border border-line p-4 sm:col-span-2">
      <legend className="px-1 font-medium text-sm">{field.title}</legend>
      {field.description && <p className="mb-3 text-muted text-xs">{field.description}</p>}
      {error && <p className="mb-3 text-danger text-xs">{error}</p>}
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-2">
        {field.fields.map((inner) => (
          <ConfigControl key={inner.name} field={inner} values={values} errors={errors} />
        ))}
      </div>
    </fieldset>
  );
}

function SwitchControl({ field, checked }: { field: BooleanField; checked: boolean }) {
  const id = controlName(field.name);
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        name={id}
        type="checkbox"
        role="switch"
        defaultChecked={checked}
        aria-describedby={`${id}-hint`}
        className="switch-control mt-0.5"
      />
      <div className="space-y-1">
        <label htmlFor={id} className="block font-medium text-sm">
          {field.title}
        </label>
        <p id={`${id}-hint`} className="text-muted text-xs">
          {field.description}
        </p>
      </div>
    </div>
  );
}
