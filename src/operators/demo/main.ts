import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createFrameWriter } from "@/media/create-frame-writer";
import { createProgressBar } from "../create-progress-bar";
import { openFfmpeg } from "../load-input-video";
import { createCityRenderer } from "./render-city-frame";

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "assets/demo" },
    width: { type: "string", default: "480" },
    height: { type: "string", default: "270" },
    frames: { type: "string", default: "120" },
    seed: { type: "string", default: "7" },
  },
});
const shape = { width: Number(values.width), height: Number(values.height), fps: 24 };
const total = Number(values.frames);

await mkdir(resolve(values.out), { recursive: true });
const ffmpeg = await openFfmpeg();
const video = (name: string, crf: number) =>
  createFrameWriter(ffmpeg, join(resolve(values.out), `${name}.mp4`), { ...shape, crf });
const colour = video("color", 21);
const depth = video("depth", 24);
const segmentation = video("segmentation", 22);
const renderAt = createCityRenderer(Number(values.seed), shape);
const bar = createProgressBar("Rendering", total);
for (let index = 0; index < total; index += 1) {
  const frame = renderAt(index / shape.fps);
  await colour.write(frame.colour);
  await depth.write(frame.depth);
  await segmentation.write(frame.segmentation);
  bar.update(index + 1);
}
bar.close();
await Promise.all([colour, depth, segmentation].map((writer) => writer.finish()));
