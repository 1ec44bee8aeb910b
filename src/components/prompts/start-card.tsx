import Link from "next/link";
import type { VideoShape } from "@/domain/forecast";
import type { Foresight } from "@/domain/foresight";
import type { RunRecord } from "@/domain/records";
import type { ConfigSource } from "../config-form/begin-config";
import { ConfigForm } from "../config-form/config-form";
import { foreseeModels } from "../config-form/foresee-models";
import { describeOperations } from "../operations/describe-operations";
import { OperationTabs } from "../operations/operation-tabs";
import type { OperationInfo } from "../operations/operation-info";
import { Card } from "../ui/card";
import { listParents } from "./list-parents";
import { type PromptView, promptAddress } from "./prompt-address";

interface StartFormProps {
  operation: OperationInfo;
  prompt_id: string;
  /** What the page shows. */
  view: PromptView;
  /** Runs of the prompt, newest first. */
  runs: readonly RunRecord[];
  /** What the prompt's video measures; null when that is not known. */
  input: VideoShape | null;
  source: ConfigSource;
  /** What would come of the form as it is rendered. */
  foresight: Foresight;
  /** Tells this rendering of the form from others. */
  form_key: string;
}

/** The form of every operation, one at a time; which one is part of the address. */
export function StartCard(props: StartFormProps) {
  const { prompt_id, operation: chosen, view } = props;
  return (
    <Card
      title="Start a run"
      id="start"
      aside={
        !chosen.needsParent && (
          <Link
            href={`/runs/new?type=${chosen.type}&prompt=${prompt_id}`}
            prefetch={false}
            className="text-muted text-sm underline underline-offset-2 hover:text-foreground"
          >
            With other prompts
          </Link>
        )
      }
    >
      <OperationTabs
        operations={describeOperations()}
        chosen={chosen.type}
        hrefOf={(type) => `${promptAddress(prompt_id, { ...view, start: type })}#start`}
      />
      <StartForm {...props} />
    </Card>
  );
}

function StartForm(props: StartFormProps) {
  const { operation, prompt_id, view, runs, input, source, foresight, form_key } = props;
  const followers = describeOperations().filter(
    ({ needsParent, parents }) => needsParent && parents.includes(operation.type),
  );
  const continued = listParents(operation, runs);
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
      address={promptAddress(prompt_id, { ...view, start: operation.type })}
      {...{ source, foresight, form_key, prompt_id }}
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
