"use client";
import { useId } from "react";
import { SubmitButton } from "../forms/submit-button";
import type { useFormAction } from "../forms/use-form-action";
import { Field } from "../ui/field";
import { fieldStyles } from "../ui/field-styles";

interface ViewNameFormProps {
  binding: ReturnType<typeof useFormAction>;
  /** Sent along with the name. */
  fields: Record<string, string>;
  /** What is in the field at first. */
  name?: string;
  verb: string;
}

/** Asks for the name of a view; where it is taken, whether that view shall be replaced. */
export function ViewNameForm({ binding, fields, name = "", verb }: ViewNameFormProps) {
  const { state, pending, form } = binding;
  const id = useId();
  return (
    <form {...form} className="space-y-3">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Field id={id} label="Name" error={state.error}>
        <input
          id={id}
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          defaultValue={state.values?.name ?? name}
          aria-invalid={state.error !== undefined}
          aria-describedby={state.error && `${id}-error`}
          className={`${fieldStyles} h-8`}
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <SubmitButton variant="primary" pending={pending}>
          {verb}
        </SubmitButton>
        {state.values?.taken && (
          <SubmitButton name="replace" value="1" pending={pending}>
            Replace it
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
