import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ModelOperation } from "@/domain/models/define-model";
import { models } from "@/domain/models/registry";
import { resolveFfmpeg } from "@/media/resolve-ffmpeg";
import type { RunRow } from "@/server/runs/run-record";
import { collectOutputs } from "@/server/worker/collect-outputs";
import type { WorkerContext } from "@/server/worker/worker-context";

let dataDir: string;
let out: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "cosmos-outputs-"));
  out = join(dataDir, "runs", "abc", "out");
  mkdirSync(out, { recursive: true });
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const clip = join(import.meta.dirname, "../fixtures/clip.mp4");
const putVideos = (...names: string[]) => {
  for (const name of names) copyFileSync(clip, join(out, name));
};

async function filesOf(model: string, type: "transfer" | "enhance") {
  const operation = models[model]?.operations[type] as ModelOperation;
  const worker = { env: { dataDir }, ffmpeg: await resolveFfmpeg() } as WorkerContext;
  const { outputs, text } = await collectOutputs(worker, { id: "abc" } as RunRow, operation);
  const files = outputs.files as { path: string; role?: string }[];
  return { outputs, text, files: files.map(({ path, role }) => [path.split("/").at(-1), role]) };
}

test("the videos that guided a transfer are listed as such, once, whatever the number of GPUs", async () => {
  putVideos("output.mp4", "edge_input_control_0.mp4", "vis_input_control_0.mp4");
  putVideos("edge_input_control_1.mp4", "vis_input_control_7.mp4", "edge_input_control_10.mp4");
  writeFileSync(join(out, "output.txt"), "A city street.");
  writeFileSync(join(out, "seg_control_weight_3.pt"), "tensor");

  const { files, outputs } = await filesOf("cosmos-transfer1", "transfer");

  expect(outputs.output_path).toBe("runs/abc/out/output.mp4");
  expect(files).toEqual([
    ["edge_input_control_0.mp4", "control"],
    ["output.mp4", "result"],
    ["output.txt", undefined],
    ["vis_input_control_0.mp4", "control"],
  ]);
});

test("Transfer 2.5 names the videos that guided it in its own way", async () => {
  putVideos("output.mp4", "output_control_edge.mp4");
  writeFileSync(join(out, "console.log"), "Done");

  expect((await filesOf("cosmos-transfer2.5", "transfer")).files).toEqual([
    ["console.log", undefined],
    ["output.mp4", "result"],
    ["output_control_edge.mp4", "control"],
  ]);
});

test("a run that left only its controls has left no video", async () => {
  putVideos("edge_input_control_0.mp4");

  await expect(filesOf("cosmos-transfer1", "transfer")).rejects.toThrow("left no video");
});

test("the upsampler's text is read from the file that its program writes", async () => {
  const result = { prompt: "A longer text.", enhancer: "Cosmos-UpsamplePrompt1-12B-Transfer" };
  writeFileSync(join(out, "result.json"), JSON.stringify(result));

  const { text, files } = await filesOf("pixtral", "enhance");

  expect(text).toEqual(result);
  expect(files).toEqual([["result.json", "result"]]);
});
