"use client";
import { runAgainAction } from "@/app/actions/run-again";
import type { Foresight } from "@/domain/foresight";
import type { ModelType } from "@/domain/operations/registry";
import type { ConfigSource } from "../config-form/begin-config";
import { ConfigFields } from "../config-form/config-fields";
import { configTexts } from "../config-form/config-texts";
import { ForesightLines } from "../config-form/foresight-lines";
import { listChanges } from "../config-form/list-changes";
import { PresetChoice } from "../config-form/preset-choice";
import { SubmitConfig } from "../config-form/submit-config";
import { useConfigValues } from "../config-form/use-config-values";
import { useForesight } from "../config-form/use-foresight";
import { useFormKey } from "../config-form/use-form-key";
import { useFormAction } from "../forms/use-form-action";
import { ChangeList } from "./change-list";

interface RunAgainFormProps {
  run: { id: string; model_type: ModelType; prompt_id: string };
  /** The run that it continues, if it does. */
  parent_run_id: string | undefined;
  /** Its `origin` is the run. */
  source: ConfigSource;
  foresight: Foresight;
  /** Tells this rendering of the form from others. */
  form_key: string;
  /** The prompt has another text since, which a run with changes takes. */
  text_changed: boolean;
}

/** Does a run again: as it was, or with other settings, which are listed before it is sent. */
export function RunAgainForm(props: RunAgainFormProps) {
  const { run, source, parent_run_id, text_changed } = props;
  const { fields, origin } = source;
  const { state, pending, form } = useFormAction(runAgainAction);
  const values = useConfigValues(source, state);
  const form_key = useFormKey(props.form_key);
  const foreseen = useForesight({
    ...{ type: run.model_type, fields, texts: values.texts, then: [], parent_run_id },
    ...{ prompt_ids: [run.prompt_id], initial: props.foresight },
  });
  const before = configTexts(fields, origin?.execution_config ?? {});
  const changes = listChanges({ fields, model: values.model }, before, values.texts);
  return (
    <form {...form} ref={values.form} className="@container space-y-5 p-4">
      <input type="hidden" name="id" value={run.id} />
      <input type="hidden" name="form_key" value={form_key} />
      <PresetChoice id="preset" values={values} address={`/runs/${run.id}/again`} />
      <ConfigFields fields={fields} values={values} />
      <ChangeList run_id={run.id} changes={changes} text_changed={text_changed} />
      <ForesightLines {...foreseen} />
      <SubmitConfig type={run.model_type} state={state} pending={pending}>
        {verb(changes.length)}
      </SubmitConfig>
    </form>
  );
}

function verb(count: number): string {
  if (count === 0) return "Run again exactly";
  return count === 1 ? "Run again with 1 change" : `Run again with ${count} changes`;
}
