"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toInputName } from "@/domain/inputs/input-name";
import { Alert } from "../../ui/alert";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Field } from "../../ui/field";
import { fieldStyles } from "../../ui/field-styles";
import { DropZone } from "./drop-zone";
import { ImportProgress } from "./import-progress";
import { forgetSent } from "./open-sending";
import { suggestName } from "./suggest-name";
import type { LocalFile } from "./upload-item";
import { UploadRow } from "./upload-row";
import { useImport } from "./use-import";
import { useUploads } from "./use-uploads";
import { whatIsMissing } from "./what-is-missing";

/** Files in, an input out. */
export function InputUploader() {
  const router = useRouter();
  const uploads = useUploads();
  const { make, problem, busy, progress } = useImport();
  const [name, setName] = useState("");
  const [allow_differences, setAllowDifferences] = useState(false);
  const { items, refused } = uploads;
  const missing = whatIsMissing(items, name);

  const take = (files: LocalFile[]) => {
    uploads.add(files);
    if (!name) setName(suggestName(files));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (missing || busy) return;
    if (!(await make({ name, items, allow_differences }))) return;
    await forgetSent(items.map(({ key }) => key)).catch(() => undefined);
    router.push(`/inputs/${name}`);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid max-w-3xl gap-4">
      <DropZone onFiles={take} />
      {refused.length > 0 && (
        <Alert tone="warning" title="Left out">
          <p className="[overflow-wrap:anywhere]">
            {listNames(refused)}: neither a video (MP4, MOV, WebM, MKV) nor a numbered PNG picture.
          </p>
        </Alert>
      )}
      {items.length > 0 && (
        <Card title="Files">
          <ul className="divide-y divide-line">
            {items.map((item) => (
              <UploadRow key={item.key} item={item} uploads={uploads} locked={busy} />
            ))}
          </ul>
          <p className="border-line border-t px-4 py-2.5 text-muted text-xs">
            After a cut or a reload choose the same files again: what has arrived is not sent twice.
            It is kept for a day.
          </p>
        </Card>
      )}
      <Card title="Input">
        <div className="space-y-4 p-4">
          <Field id="name" label="Name" hint="Small letters, digits and hyphens.">
            <input
              id="name"
              type="text"
              autoComplete="off"
              spellCheck={false}
              aria-describedby="name-hint"
              value={name}
              disabled={busy}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
              onBlur={() => setName(toInputName(name))}
              className={`${fieldStyles} h-9 max-w-sm`}
            />
          </Field>
          <label className="flex items-start gap-2 text-sm">
            <input
              type="checkbox"
              checked={allow_differences}
              disabled={busy}
              onChange={({ currentTarget }) => setAllowDifferences(currentTarget.checked)}
              className="mt-0.5 size-4 accent-primary"
            />
            <span>
              Allow differences
              <span className="block text-muted text-xs">
                Takes videos whose frame counts, sizes or frame rates are not the same.
              </span>
            </span>
          </label>
          {problem && (
            <Alert title="No input was made">
              <p>{problem} All files are kept.</p>
            </Alert>
          )}
          {busy && <ImportProgress progress={progress} />}
          <div className="flex flex-wrap items-center gap-3">
            <Button
              type="submit"
              variant="primary"
              size="lg"
              disabled={missing !== null || busy}
              focusableWhenDisabled
              aria-describedby="missing"
            >
              {busy ? "Making the input" : "Make the input"}
            </Button>
            <p id="missing" role="status" className="text-muted text-sm">
              {!busy && missing}
            </p>
          </div>
        </div>
      </Card>
    </form>
  );
}

const NAMED = 3;

function listNames(names: readonly string[]): string {
  const more = names.length - NAMED;
  return [...names.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
