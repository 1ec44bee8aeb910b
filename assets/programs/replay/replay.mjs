// Plays a GPU model: prints what it prints, 60 times as fast, and gives back its input.
// It computes nothing. Its runs are marked as simulated wherever Cosmos shows them.
//   node replay.mjs --style transfer1|upscale1|transfer25|pixtral --spec S --out DIR
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { playFault } from "./faults.mjs";
import { playPixtral } from "./pixtral.mjs";
import { say } from "./say.mjs";
import { playTransfer1, playUpscale1 } from "./transfer1.mjs";
import { playTransfer25 } from "./transfer25.mjs";

const styles = {
  transfer1: playTransfer1,
  upscale1: playUpscale1,
  transfer25: playTransfer25,
  pixtral: playPixtral,
};

const { values } = parseArgs({
  options: { style: { type: "string" }, spec: { type: "string" }, out: { type: "string" } },
});
const spec = JSON.parse(readFileSync(values.spec, "utf8"));

// As torchrun does: it passes the signal on, says so and ends with 1, whatever the signal.
for (const [name, number] of [["SIGTERM", 15], ["SIGINT", 2]]) {
  process.on(name, () => {
    say(`torch.distributed.elastic.multiprocessing.api.SignalException: Process ${process.pid} got signal: ${number}`);
    process.exit(1);
  });
}

say("This is a replay: nothing is computed, and the result is the input.");
const stage = {
  frames: Number(spec.frames) || 121,
  steps: Number(spec.num_steps) || 10,
  prompt: String(spec.prompt ?? ""),
  video: spec.video,
  out: values.out,
  file: (name) => join(values.out, name),
  style: values.style,
  /** Called when the model's own work begins: where most failures happen. */
  begin: async () => {
    if (spec.fault) await playFault(spec.fault, stage);
  },
};
await styles[values.style](stage);
