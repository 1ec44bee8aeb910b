"use client";
import { Button } from "@/components/ui/button";
import { createRunAction } from "@/app/actions/create-run";
import { useFormAction } from "../forms/use-form-action";
import type { OperationInfo } from "../operations/operation-info";
import { OperationIcon } from "../operations/operation-icon";
import { Alert } from "../ui/alert";
import { ConfigControl } from "./config-control";
import type { ConfigField } from "./config-field";
import type { Outlook } from "./foresee-models";
import { OutlookLines } from "./outlook-lines";
import { ParentChoice, type ParentOption } from "./parent-choice";

interface ConfigFormProps {
  operation: OperationInfo;
  fields: readonly ConfigField[];
  prompt_id: string;
  /** Completed runs that this operation can continue; only where it needs one. */
  parents?: readonly ParentOption[];
  /** Operations that can continue the result at once. */
  followers?: readonly OperationInfo[];
  /** What the result will measure, where that is known. */
  outlook: Outlook | null;
}

/** Starts one run of an operation; the form comes from the operation's schema. */
export function ConfigForm({
  operation,
  fields,
  prompt_id,
  parents,
  followers = [],
  outlook,
}: ConfigFormProps) {
  const { state, pending, form } = useFormAction(createRunAction);
  const shared = { values: state.values, errors: state.field_errors };
  const advanced = fields.filter((field) => field.advanced);
  const advancedOpen = advanced.some((field) => state.values?.[`config.${field.name}`]);
  return (
    <form {...form} data-tone={operation.tone} className="space-y-5 p-4">
      <input type="hidden" name="model_type" value={operation.type} />
      <input type="hidden" name="prompt_id" value={prompt_id} />
      <p className="max-w-prose text-muted text-sm">{operation.description}</p>
      {parents && <ParentChoice options={parents} chosen={state.values?.parent_run_id} />}
      <div className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2">
        {fields
          .filter((field) => !field.advanced)
          .map((field) => (
            <ConfigControl key={field.name} field={field} {...shared} />
          ))}
      </div>
      {advanced.length > 0 && (
        <details open={advancedOpen} className="group">
          <summary className="w-fit text-muted text-sm hover:text-foreground">Advanced</summary>
          <div className="mt-4 grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2">
            {advanced.map((field) => (
              <ConfigControl key={field.name} field={field} {...shared} />
            ))}
          </div>
        </details>
      )}
      {followers.map((follower) => (
        <label key={follower.type} className="flex w-fit items-center gap-2.5 text-sm">
          <input
            type="checkbox"
            name="then"
            value={follower.type}
            className="size-4 accent-(--primary)"
          />
          Then {follower.verb.toLowerCase()} the result, as its own run
        </label>
      ))}
      {outlook && <OutlookLines outlook={outlook} />}
      {state.error && <Alert>{state.error}</Alert>}
      {state.field_errors && <Alert>{Object.values(state.field_errors).join(" ")}</Alert>}
      <Button type="submit" variant="primary" size="lg" disabled={pending} focusableWhenDisabled>
        <OperationIcon type={operation.type} />
        {pending ? "Starting" : operation.verb}
      </Button>
    </form>
  );
}
