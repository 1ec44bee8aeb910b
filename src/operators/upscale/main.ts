import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { createFrameWriter } from "@/media/create-frame-writer";
import { readFrames } from "@/media/read-frames";
import { createProgressBar } from "../create-progress-bar";
import { InputRejected } from "../input-rejected";
import { loadInputVideo, openFfmpeg } from "../load-input-video";
import { logInfo, logLine } from "../operator-log";
import { type OperatorPlace, runOperator } from "../run-operator";
import { mapFrames } from "./map-frames";

const UpscaleSpec = z.object({
  input_video_path: z.string().min(1),
  upscale: z.object({ control_weight: z.number().min(0).max(1) }),
  prompt: z.string().optional(),
});

const maxPixels = 1920 * 1088;

async function upscale(spec: z.output<typeof UpscaleSpec>, { out, onStop }: OperatorPlace) {
  logInfo("Loading network cnn-2x-s-an");
  const ffmpeg = await openFfmpeg();
  const facts = await loadInputVideo(spec.input_video_path);
  const { width, height, fps } = facts;
  if (width * height > maxPixels) {
    throw new InputRejected(`${width}x${height} is too large to double; at most 1920x1080.`);
  }
  // The network was trained at gain 1; the middle of the scale is its own result.
  const gain = 2 * (1 - spec.upscale.control_weight);
  if (spec.prompt) logInfo(`This network has no use for a prompt; ignored: ${spec.prompt}`);
  const threads = Math.min(8, availableParallelism());
  logInfo(`Starting upscaling to ${width * 2}x${height * 2}: detail x${gain}, ${threads} threads`);

  const target = join(out, "output.mp4");
  const writer = createFrameWriter(ffmpeg, target, { width: width * 2, height: height * 2, fps });
  onStop(writer.abandon);
  const bar = createProgressBar("Upscaling", facts.frames);
  const program = fileURLToPath(new URL("./upscale-worker.mjs", import.meta.url));
  const request = { width, height, fps, pixels: "rgb24", scaling: "lanczos" } as const;
  const frames = readFrames(ffmpeg, spec.input_video_path, request);
  let done = 0;
  const doubled = mapFrames(frames, { program, threads, workerData: { width, height, gain } });
  for await (const frame of doubled) {
    await writer.write(frame);
    done += 1;
    bar.update(done);
  }
  bar.close();
  logInfo("Saving video");
  await writer.finish();
  logLine("SUCCESS", `Generated video saved to ${target}`);
}

await runOperator({
  spec: UpscaleSpec,
  produces: "output.mp4",
  label: "Upscaling",
  operate: upscale,
});
