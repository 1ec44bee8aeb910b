"use client";
import Link from "next/link";
import { useState } from "react";
import { createPromptAction } from "@/app/actions/create-prompt";
import type { PromptRecord } from "@/domain/records";
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

/** The prompt that a new version is made from. */
export type VersionSource = Pick<
  PromptRecord,
  "id" | "name" | "prompt_text" | "negative_prompt" | "input_name"
>;

interface CreatePromptFormProps {
  inputs: readonly InputOption[];
  /** Fills the form with what this prompt has. */
  source?: VersionSource;
}

/** A text for one of the inputs that are there, anew or as a new version of a prompt. */
export function CreatePromptForm({ inputs: known, source }: CreatePromptFormProps) {
  const { state, pending, form } = useFormAction(createPromptAction);
  const { values = fieldsOf(source), field_errors = {} } = state;
  // Its folder may not be there any more; its videos are then taken from where they are.
  const isLost = source && !known.some(({ name }) => name === source.input_name);
  const inputs = isLost ? [{ name: source.input_name, video_path: "" }, ...known] : known;
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
        There is no input to write for yet.{" "}
        <Link href="/inputs/new" prefetch={false} className="text-foreground underline">
          Upload one
        </Link>
        , or let a prompt made on the command line bring its folder in:{" "}
        <code className="font-mono text-xs">npx --no cosmos create prompt TEXT INPUT_DIR</code>
      </p>
    );
  }
  return (
    <form {...form} className="space-y-4 p-4">
      {source && <input type="hidden" name="parent_prompt_id" value={source.id} />}
      <Field id="prompt_text" label="Text" error={field_errors.prompt_text}>
        <textarea
          {...control("prompt_text")}
          rows={source ? 8 : 4}
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
          {inputs.map(({ name, video_path }) => (
            <option key={name} value={name}>
              {video_path ? name : `${name}, as before`}
            </option>
          ))}
        </select>
      </Field>
      {preview?.video_path && (
        <PreviewVideo
          key={preview.name}
          src={inputFileUrl(preview.video_path)}
          label={`Colour video of ${preview.name}`}
          className="max-w-md rounded-md"
        />
      )}
      {state.error && <Alert>{state.error}</Alert>}
      <Button type="submit" variant="primary" size="lg" disabled={pending} focusableWhenDisabled>
        {pending ? "Creating" : source ? "Save as a new version" : "Create prompt"}
      </Button>
    </form>
  );
}

function fieldsOf(source: VersionSource | undefined): Record<string, string> {
  if (!source) return {};
  const { name, prompt_text, negative_prompt, input_name } = source;
  return { name, prompt_text, negative_prompt, input_name };
}
