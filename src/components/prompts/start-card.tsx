import Link from "next/link";
import type { VideoShape } from "@/domain/forecast";
import type { ModelType } from "@/domain/operations/registry";
import type { RunRecord } from "@/domain/records";
import { ConfigForm } from "../config-form/config-form";
import { describeConfig } from "../config-form/describe-config";
import { foreseeModels } from "../config-form/foresee-models";
import { describeOperations } from "../operations/describe-operations";
import type { OperationInfo } from "../operations/operation-info";
import { OperationIcon } from "../operations/operation-icon";
import { videoPath } from "../runs/video-source";
import { Card } from "../ui/card";

interface StartCardProps {
  prompt_id: string;
  /** The operation whose form is shown. */
  chosen: ModelType;
  /** Runs of the prompt, newest first. */
  runs: readonly RunRecord[];
  /** What the prompt's video measures; null when that is not known. */
  input: VideoShape | null;
}

/** The form of every operation, one at a time; which one is part of the address. */
export function StartCard({ prompt_id, chosen, runs, input }: StartCardProps) {
  const operations = describeOperations();
  const operation = operations.find(({ type }) => type === chosen);
  return (
    <Card title="Start a run" id="start">
      <nav aria-label="Operations" className="flex gap-1 border-line border-b px-3 py-2">
        {operations.map(({ type, label, tone }) => (
          <Link
            key={type}
            href={`/prompts/${prompt_id}?start=${type}#start`}
            prefetch={false}
            scroll={false}
            aria-current={type === chosen ? "true" : undefined}
            className="flex h-8 items-center gap-1.5 rounded-md px-2.5 text-muted text-sm hover:bg-hover aria-[current]:bg-hover aria-[current]:font-medium aria-[current]:text-foreground"
          >
            <span data-tone={tone} className="text-tone">
              <OperationIcon type={type} />
            </span>
            {label}
          </Link>
        ))}
      </nav>
      {operation && <StartForm {...{ operation, prompt_id, runs, input }} />}
    </Card>
  );
}

interface StartFormProps {
  operation: OperationInfo;
  prompt_id: string;
  runs: readonly RunRecord[];
  input: VideoShape | null;
}

function StartForm({ operation, prompt_id, runs, input }: StartFormProps) {
  const followers = describeOperations().filter(
    ({ needsParent, parents }) => needsParent && parents.includes(operation.type),
  );
  const continued = runs
    .filter((run) => operation.parents.includes(run.model_type) && run.status === "completed")
    .filter(videoPath);
  const parents = continued.map(({ id, model_type, created_at }) => ({
    id,
    label: `${model_type} ${id}, ${created_at.slice(0, 16).replace("T", " ")} UTC`,
  }));
  if (operation.needsParent && parents.length === 0) {
    return (
      <p className="p-4 text-muted text-sm">
        {operation.label} continues a completed {operation.parents.join(" or ")} run, and this
        prompt has none yet.
      </p>
    );
  }
  return (
    <ConfigForm
      key={operation.type}
      operation={operation}
      fields={describeConfig(operation.type)}
      prompt_id={prompt_id}
      followers={followers}
      outlook={foreseeModels(
        operation.type,
        operation.needsParent ? sharedShape(continued) : input,
      )}
      {...(operation.needsParent && { parents })}
    />
  );
}

/** What the videos of runs measure, where it is the same for all: a form can't know which is chosen. */
function sharedShape(runs: readonly RunRecord[]): VideoShape | null {
  const [first, ...others] = runs.map(({ outputs }) => shapeOf(outputs));
  const same = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return first && same ? first : null;
}

function shapeOf({ width, height, frames, fps }: RunRecord["outputs"]): VideoShape | null {
  const shape = {
    width: Number(width),
    height: Number(height),
    frames: Number(frames),
    fps: Number(fps),
  };
  return Object.values(shape).every((value) => value > 0) ? shape : null;
}
