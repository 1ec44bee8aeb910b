"use client";
import { useState } from "react";
import { createRunAction } from "@/app/actions/create-run";
import type { Foresight } from "@/domain/foresight";
import { useFormAction } from "../forms/use-form-action";
import type { OperationInfo } from "../operations/operation-info";
import type { ConfigSource } from "./begin-config";
import { ConfigFields } from "./config-fields";
import { FollowerChoice } from "./follower-choice";
import type { Outlook } from "./foresee-models";
import { ForesightLines } from "./foresight-lines";
import { OutlookLines } from "./outlook-lines";
import { ParentChoice, type ParentOption } from "./parent-choice";
import { PresetChoice } from "./preset-choice";
import { SubmitConfig } from "./submit-config";
import { useConfigValues } from "./use-config-values";
import { useForesight } from "./use-foresight";
import { useFormKey } from "./use-form-key";

interface ConfigFormProps {
  operation: OperationInfo;
  source: ConfigSource;
  prompt_id: string;
  /** Tells this rendering of the form from others. */
  form_key: string;
  /** Address of this form without a preset. */
  address: string;
  /** What would come of the form as it is rendered. */
  foresight: Foresight;
  /** Completed runs that this operation can continue; only where it needs one. */
  parents?: readonly ParentOption[];
  /** Operations that can continue the result at once. */
  followers?: readonly OperationInfo[];
  /** What the result will measure with each model, where that is known. */
  outlook: Outlook | null;
}

/** Starts one run of an operation; the form comes from the operation's schema. */
export function ConfigForm(props: ConfigFormProps) {
  const { operation, source, prompt_id, parents, followers = [], outlook } = props;
  const { fields } = source;
  const { state, pending, form } = useFormAction(createRunAction);
  const values = useConfigValues(source, state);
  const [parent, setParent] = useState(state.values?.parent_run_id ?? parents?.[0]?.id);
  const [then, setThen] = useState<readonly string[]>(
    state.values?.then ? [state.values.then] : [],
  );
  const form_key = useFormKey(props.form_key);
  const foreseen = useForesight({
    ...{ type: operation.type, fields, texts: values.texts, then, parent_run_id: parent },
    ...{ prompt_ids: [prompt_id], initial: props.foresight },
  });
  return (
    <form
      {...form}
      ref={values.form}
      data-tone={operation.tone}
      className="@container space-y-5 p-4"
    >
      <input type="hidden" name="model_type" value={operation.type} />
      <input type="hidden" name="prompt_id" value={prompt_id} />
      <input type="hidden" name="form_key" value={form_key} />
      <p className="max-w-prose text-muted text-sm">{operation.description}</p>
      {parents && <ParentChoice options={parents} chosen={parent} onChoose={setParent} />}
      <PresetChoice id="preset" values={values} address={props.address} />
      <ConfigFields fields={fields} values={values} />
      <FollowerChoice followers={followers} chosen={then} onChoose={setThen} />
      <ForesightLines {...foreseen} />
      {outlook && <OutlookLines outlook={outlook} />}
      <SubmitConfig type={operation.type} state={state} pending={pending}>
        {operation.verb}
      </SubmitConfig>
    </form>
  );
}
