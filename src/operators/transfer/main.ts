import { join } from "node:path";
import { createFrameWriter } from "@/media/create-frame-writer";
import { workingSize } from "@/domain/working-size";
import { createProgressBar } from "../create-progress-bar";
import { loadInputVideo, openFfmpeg } from "../load-input-video";
import { logInfo, logLine } from "../operator-log";
import { type OperatorPlace, runOperator } from "../run-operator";
import { createLook } from "./create-look";
import { createRenderer } from "./create-renderer";
import { openControls } from "./open-controls";
import { saveControls } from "./save-controls";
import { controlWeights, TransferSpec } from "./transfer-spec";

/** Larger inputs are worked on at this many pixels. */
const maxPixels = 1280 * 720;

async function transfer(spec: TransferSpec, { out, onStop }: OperatorPlace) {
  const ffmpeg = await openFfmpeg();
  const facts = await loadInputVideo(spec.input_video_path);
  const size = workingSize(facts, maxPixels);
  if (size.width !== facts.width || size.height !== facts.height) {
    logInfo(`Working at ${size.width}x${size.height} instead of ${facts.width}x${facts.height}`);
  }
  const shape = { ...size, fps: spec.fps ?? facts.fps };
  const look = createLook(spec);
  const { mood, effects } = look.reading;
  logInfo(`Prompt reads as ${[mood.name, ...effects].join(", ")}`);
  logInfo(`Control weights: ${JSON.stringify(controlWeights(spec))}`);

  logInfo("Loading control inputs");
  const target = join(out, "output.mp4");
  const writer = createFrameWriter(ffmpeg, target, shape);
  onStop(writer.abandon);
  const controls = saveControls(ffmpeg, spec, { ...shape, out });
  onStop(controls.abandon);
  const renderer = createRenderer(look, size);
  const total = Math.max(1, Math.round(facts.duration_seconds * shape.fps));

  const frames = openControls(ffmpeg, spec, shape);
  let bar: ReturnType<typeof createProgressBar> | undefined;
  for await (const frame of frames) {
    if (!bar) logInfo("Starting diffusion sampling (pixel kernels, no neural network)");
    bar ??= createProgressBar("Generating samples", total);
    await writer.write(renderer.render(frame));
    await controls.write(renderer.planes);
    bar.update(frame.index + 1);
  }
  bar?.close();
  logInfo("Saving video");
  await writer.finish();
  for (const path of await controls.finish()) logInfo(`Control video saved to ${path}`);
  logLine("SUCCESS", `Generated video saved to ${target}`);
}

await runOperator({
  spec: TransferSpec,
  produces: "output.mp4",
  label: "Generating samples",
  operate: transfer,
});
