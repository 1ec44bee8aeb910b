"use client";
import { useState } from "react";
import { createRunsAction } from "@/app/actions/create-runs";
import { type Foresight, sumForesight } from "@/domain/foresight";
import type { ConfigSource } from "../config-form/begin-config";
import { ConfigFields } from "../config-form/config-fields";
import { FollowerChoice } from "../config-form/follower-choice";
import { PresetChoice } from "../config-form/preset-choice";
import { SubmitConfig } from "../config-form/submit-config";
import { useConfigValues } from "../config-form/use-config-values";
import { useForesight } from "../config-form/use-foresight";
import { useFormKey } from "../config-form/use-form-key";
import { formatRunCount } from "../format/format-run-count";
import { useFormAction } from "../forms/use-form-action";
import type { OperationInfo } from "../operations/operation-info";
import { ForesightTable } from "./foresight-table";
import { isMadeOf } from "./is-made-of";
import { MadeRuns } from "./made-runs";

interface BatchFormProps {
  operation: OperationInfo;
  source: ConfigSource;
  prompt_ids: readonly string[];
  /** Tells this rendering of the form from others. */
  form_key: string;
  /** Address of this form without a preset. */
  address: string;
  /** What would come of the form as it is rendered. */
  foresight: Foresight;
  followers: readonly OperationInfo[];
}

/** Starts a run of one operation for each of several prompts, all with the same settings. */
export function BatchForm(props: BatchFormProps) {
  const { operation, source, prompt_ids, followers } = props;
  const { fields } = source;
  const { state, pending, form } = useFormAction(createRunsAction);
  const values = useConfigValues(source, state);
  const [then, setThen] = useState<readonly string[]>(
    state.values?.then ? [state.values.then] : [],
  );
  const form_key = useFormKey(props.form_key, state.made);
  const { foresight, waiting, problem } = useForesight({
    ...{ type: operation.type, fields, texts: values.texts, then, prompt_ids },
    initial: props.foresight,
  });
  if (state.made && isMadeOf(state.made, prompt_ids)) {
    return (
      <div className="p-4">
        <MadeRuns made={state.made} />
      </div>
    );
  }
  const { run_count } = sumForesight(foresight.runs);
  return (
    <form
      {...form}
      ref={values.form}
      data-tone={operation.tone}
      className="@container space-y-5 p-4"
    >
      <input type="hidden" name="model_type" value={operation.type} />
      <input type="hidden" name="form_key" value={form_key} />
      {prompt_ids.map((id) => (
        <input key={id} type="hidden" name="prompt_id" value={id} />
      ))}
      <p className="max-w-prose text-muted text-sm">{operation.description}</p>
      <PresetChoice id="preset" values={values} address={props.address} />
      <ConfigFields fields={fields} values={values} />
      <FollowerChoice followers={followers} chosen={then} onChoose={setThen} />
      {prompt_ids.length > 0 && <ForesightTable foresight={foresight} waiting={waiting} />}
      {problem && <p className="text-muted text-sm">{problem}</p>}
      <SubmitConfig type={operation.type} state={state} pending={pending}>
        {run_count > 0 ? `Start ${formatRunCount(run_count)}` : "Start"}
      </SubmitConfig>
    </form>
  );
}
