import type { PromptRecord, RunRecord } from "@/domain/records";
import { type UsedControl, listControls } from "@/domain/controls/list-controls";
import { inputFileUrl } from "../inputs/input-file-url";
import { inputKindLabels } from "../inputs/input-kinds";
import { Card } from "../ui/card";
import { ControlTile } from "./control-tile";
import type { OutputFile } from "./run-files";
import { runFileUrl } from "./run-file-url";

interface RunControlsProps {
  run: RunRecord;
  inputs: PromptRecord["inputs"];
}

/** What guided a run: the videos that went in, how much each counted, and those that it made of them. */
export function RunControls({ run, inputs }: RunControlsProps) {
  const { execution_config: config, outputs, parent_run_id } = run;
  const files = (outputs.files ?? []) as OutputFile[];
  const controls = listControls({ config, inputs, files });
  const source = typeof config.input_video === "string" ? config.input_video : null;
  const weight = typeof config.control_weight === "number" ? config.control_weight : null;
  if (source === null || (controls.length === 0 && weight === null)) return null;
  const sum = controls.reduce((total, control) => total + control.weight, 0);
  return (
    <Card title="Guided by">
      <ul className="grid grid-cols-2 gap-3 p-3 sm:grid-cols-3 xl:grid-cols-5">
        <ControlTile
          label="Source"
          note={fromParent(source) && parent_run_id ? "Its parent’s video" : "Colour video"}
          src={urlOf(source)}
          weight={weight}
        />
        {controls.map((control) => (
          <ControlTile
            key={control.control}
            label={inputKindLabels[control.control]}
            note={originOf(control)}
            src={videoOf(control, run)}
            weight={control.weight}
          />
        ))}
      </ul>
      {sum > 1 && (
        <p className="px-4 pb-3 text-muted text-xs">
          The weights add up to {Number(sum.toFixed(2))}; above 1 they are scaled down to it.
        </p>
      )}
    </Card>
  );
}

const fromParent = (path: string) => path.startsWith("runs/");

function urlOf(path: string): string {
  const id = path.split("/")[1] ?? "";
  return fromParent(path) ? runFileUrl(id, path) : inputFileUrl(path);
}

function videoOf({ given, made }: UsedControl, { id }: RunRecord): string | null {
  if (given) return inputFileUrl(given);
  return made ? runFileUrl(id, made) : null;
}

function originOf({ weight, given, made }: UsedControl): string {
  if (weight === 0) return "Off";
  if (given) return "Given by the prompt";
  if (made) return "Made by this run";
  return "Made from the source";
}
