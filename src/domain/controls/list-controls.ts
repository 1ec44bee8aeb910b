import type { InputKind } from "../models/define-model";
import { type Control, controls } from "../operations/transfer";

/** A control of a transfer: what guided it and how strongly. */
export interface UsedControl {
  control: Control;
  /** 0..1; 0 is off. */
  weight: number;
  /** The prompt's video of it, relative to the data folder; null where the model made its own. */
  given: string | null;
  /** The video of it that the run left behind, relative to the data folder. */
  made: string | null;
}

interface Facts {
  /** The run's `execution_config`. */
  config: Record<string, unknown>;
  /** The videos of its prompt. */
  inputs: Partial<Record<InputKind, string>>;
  /** `outputs.files` of the run. */
  files: readonly { path: string; role?: string | undefined }[];
}

/** The controls of a transfer in the order of its settings; empty for a run that has no weights. */
export function listControls({ config, inputs, files }: Facts): UsedControl[] {
  const weights = config.weights;
  if (typeof weights !== "object" || weights === null) return [];
  // Controls belong to the prompt's own colour video, not to a video made from it.
  const own = config.input_video === inputs.video ? inputs : {};
  return controls.map((control) => {
    const weight = Number((weights as Record<string, unknown>)[control] ?? 0);
    const made = files.find(({ path, role }) => role === "control" && speaksOf(path, control));
    return {
      control,
      weight,
      given: weight > 0 ? (own[control] ?? null) : null,
      made: made?.path ?? null,
    };
  });
}

/** Models name them `output_control_edge.mp4` or `edge_input_control_0.mp4`. */
function speaksOf(path: string, control: Control): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.split(/[_.]/).includes(control);
}
