"use client";
import { CircleCheck, CircleX, Pause, Play, RotateCcw, Trash2 } from "lucide-react";
import { inputKinds } from "@/domain/models/define-model";
import { formatBytes } from "../../format/format-bytes";
import { Button } from "../../ui/button";
import { fieldStyles } from "../../ui/field-styles";
import { Progress } from "../../ui/progress";
import { inputKindLabels } from "../input-kinds";
import { SequenceRate } from "./sequence-rate";
import type { UploadItem } from "./upload-item";
import type { Uploads } from "./use-uploads";

interface UploadRowProps {
  item: UploadItem;
  uploads: Uploads;
  /** While an input is made of it. */
  locked: boolean;
}

/** A file on its way: what it is, how far it is, and what can be done about it. */
export function UploadRow({ item, uploads, locked }: UploadRowProps) {
  const { key, file_name, kind, bytes, sent, state, problem, sequence } = item;
  const share = bytes > 0 ? sent / bytes : 0;
  const isBad = state === "failed" || state === "refused";
  return (
    <li data-upload={file_name} data-state={state} className="space-y-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <select
          aria-label={`What ${file_name} is`}
          value={kind ?? ""}
          disabled={locked}
          aria-invalid={kind === null}
          onChange={({ currentTarget }) =>
            uploads.change(key, {
              kind: inputKinds.find((each) => each === currentTarget.value) ?? null,
            })
          }
          className={`${fieldStyles} select-control h-8 w-40! max-sm:h-10`}
        >
          <option value="">What is it?</option>
          {inputKinds.map((each) => (
            <option key={each} value={each}>
              {inputKindLabels[each]}
            </option>
          ))}
        </select>
        <span className="min-w-0 flex-1 basis-40 truncate text-sm" title={file_name}>
          {file_name}
        </span>
        {sequence && (
          <SequenceRate
            fps={sequence.fps}
            file_name={file_name}
            locked={locked}
            onChange={(fps) => uploads.change(key, { sequence: { ...sequence, fps } })}
          />
        )}
        <span className="flex gap-1">
          <RowButtons item={item} uploads={uploads} locked={locked} />
        </span>
      </div>
      {(state === "sending" || state === "paused") && (
        <div data-tone="strong">
          <Progress value={share} label={`${file_name} sent`} />
        </div>
      )}
      <p className="flex items-start gap-1.5 text-muted text-xs">
        {state === "sent" && <CircleCheck aria-hidden className="size-3.5 text-success" />}
        {isBad && <CircleX aria-hidden className="size-3.5 shrink-0 text-danger" />}
        <span className={isBad ? "text-danger" : ""}>{problem ?? inWords(item)}</span>
      </p>
    </li>
  );
}

function RowButtons({ item: { key, file_name, state }, uploads, locked }: UploadRowProps) {
  return (
    <>
      {state === "sending" && (
        <Button
          size="icon"
          variant="ghost"
          aria-label={`Pause ${file_name}`}
          onClick={() => uploads.pause(key)}
          className="max-sm:size-10"
        >
          <Pause aria-hidden />
        </Button>
      )}
      {state === "paused" && (
        <Button
          size="icon"
          variant="ghost"
          aria-label={`Go on with ${file_name}`}
          onClick={() => uploads.resume(key)}
          className="max-sm:size-10"
        >
          <Play aria-hidden />
        </Button>
      )}
      {state === "failed" && (
        <Button
          size="icon"
          variant="ghost"
          aria-label={`Try ${file_name} again`}
          onClick={() => uploads.resume(key)}
          className="max-sm:size-10"
        >
          <RotateCcw aria-hidden />
        </Button>
      )}
      <Button
        size="icon"
        variant="ghost"
        aria-label={`Remove ${file_name}`}
        disabled={locked}
        onClick={() => uploads.remove(key)}
        className="max-sm:size-10"
      >
        <Trash2 aria-hidden />
      </Button>
    </>
  );
}

function inWords({ state, sent, bytes }: UploadItem): string {
  if (state === "sent") return `${formatBytes(bytes)} have arrived.`;
  const share = `${formatBytes(sent)} of ${formatBytes(bytes)}`;
  return state === "paused" ? `Paused at ${share}.` : share;
}
