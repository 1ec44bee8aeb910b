"use client";
import { useState } from "react";
import { createPromptAction } from "@/app/actions/create-prompt";
import { useFormAction } from "../forms/use-form-action";
import { inputFileUrl } from "../inputs/input-file-url";
import { PreviewVideo } from "../inputs/preview-video";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { fieldStyles } from "../ui/field-styles";

export interface InputOption {
  name: string;
  /** Path of its colour video, relative to the data folder. */
  video_path: string;
}

/** A text for one of the inputs that are there. */
export function CreatePromptForm({ inputs }: { inputs: readonly InputOption[] }) {
  const { state, pending, form } = useFormAction(createPromptAction);
  const { values = {}, field_errors = {} } = state;
  const [picked, setPicked] = useState(values.input_name ?? inputs[0]?.name ?? "");
  const preview = inputs.find(({ name }) => name === picked);
  const control = (name: string) => ({
    id: name,
    name,
    defaultValue: values[name],
    "aria-invalid": field_errors[name] !== undefined,
    "aria-describedby": field_errors[name] ? `${name}-error` : undefined,
  });
  if (inputs.length === 0) {
    return (
      <p className="p-4 text-muted text-sm">
        There is no input to write for yet. A prompt made on the command line brings its folder in:{" "}
        <code className="font-mono text-xs">npx --no cosmos create prompt TEXT INPUT_DIR</code>
      </p>
    );
  }
  return (
    <form {...form} className="space-y-4 p-4">
      <Field id="prompt_text" label="Text" error={field_errors.prompt_text}>
        <textarea
          {...control("prompt_text")}
          rows={4}
          placeholder="What the video should show"
          className={`${fieldStyles} py-2`}
        />
      </Field>
      <Field
        id="negative_prompt"
        label="Negative text"
        error={field_errors.negative_prompt}
        hint="What it should not show. May be left blank."
      >
        <textarea {...control("negative_prompt")} rows={2} className={`${fieldStyles} py-2`} />
      </Field>
      <Field
        id="name"
        label="Name"
        error={field_errors.name}
        hint="Taken from the text when left blank."
      >
        <input {...control("name")} type="text" className={`${fieldStyles} h-9`} />
      </Field>
      <Field id="input_name" label="Input" error={field_errors.input_name}>
        <select
          id="input_name"
          name="input_name"
          value={picked}
          onChange={(event) => setPicked(event.currentTarget.value)}
          className={`${fieldStyles} select-control h-9`}
        >
          {inputs.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      {preview && (
        <PreviewVideo
          key={preview.name}
          src={inputFileUrl(preview.video_path)}
          label={`Colour video of ${preview.name}`}
          className="rounded-md"
        />
      )}
      {state.error && <Alert>{state.error}</Alert>}
      <Button type="submit" variant="primary" size="lg" disabled={pending} focusableWhenDisabled>
        {pending ? "Creating" : "Create prompt"}
      </Button>
    </form>
  );
}
