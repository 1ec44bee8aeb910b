import { pixtralFailures } from "../../failures/pixtral-failures";
import { transfer1Failures } from "../../failures/transfer1-failures";
import type { VideoShape } from "../../forecast";
import { type ModelOperation, plainContainer } from "../define-model";

/** Whose log lines are replayed; `assets/programs/replay` has a file for each. */
export type ReplayStyle = "transfer1" | "upscale1" | "transfer25" | "pixtral";

/** An operation that prints what a model prints, at 60 times its pace, and gives back its input. */
export function replayOperation(
  style: ReplayStyle,
  played: Pick<ModelOperation, "phases" | "produces">,
): ModelOperation {
  return {
    ...played,
    image: "reference",
    runsAsProcess: true,
    gpus: null,
    container: plainContainer,
    spec: (job) => ({
      prompt: job.prompt_text,
      video: job.inputs.video,
      frames: job.media?.frames,
      num_steps: job.config.num_steps,
      fault: job.config.fault,
    }),
    argv: (job) => [
      job.places.node,
      `${job.places.programs}/replay/replay.mjs`,
      ...["--style", style],
      ...["--spec", `${job.places.in}/spec.json`],
      ...["--out", job.places.out],
    ],
    env: [],
    // Whatever can happen to one of them can be rehearsed with each of them.
    failures: [...transfer1Failures, ...pixtralFailures],
    ...(played.produces.video && { outputSize: (input: VideoShape) => input }),
    timeLimitSeconds: () => 60 * 60,
    silenceMinutes: 0.5,
  };
}
