import { createServer } from "node:http";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reference } from "@/domain/models/reference";
import { checkDecodes } from "@/media/check-decodes";
import { probeVideo } from "@/media/probe-video";
import { resolveFfmpeg } from "@/media/resolve-ffmpeg";
import { sha256File } from "@/media/sha256-file";
import { clipShape, makeClip } from "./make-clip";
import { bundleOperators, runBundle } from "./run-bundle";

let folder: string;
let bundles: string;
let clip: string;
let longClip: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cosmos operators "));
  bundles = await bundleOperators();
  const ffmpeg = await resolveFfmpeg({ onPath: "no-ffmpeg-here" });
  clip = join(folder, "clip.mp4");
  await makeClip(ffmpeg, clip);
  longClip = join(folder, "long.mp4");
  await makeClip(ffmpeg, longClip, { width: 320, height: 240, fps: 24, frames: 240 });
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(bundles, { recursive: true });
});

const weights = { edge: { control_weight: 0.5 }, seg: { control_weight: 0.5 } };
let runs = 0;
type Given = Omit<Parameters<typeof runBundle>[0], "bundles" | "folder">;
const run = (given: Given) => {
  runs += 1;
  return runBundle({ ...given, bundles, folder: join(folder, `run ${runs}`) });
};

/** The phases of the reference model that a log goes through, in order. */
function phasesOf(operator: "enhance" | "transfer" | "upscale", log: string): string[] {
  const phases = reference.operations[operator]?.phases ?? [];
  const found = phases.map(({ phase, marker }) => ({ phase, at: log.search(marker) }));
  return found
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ phase }) => phase);
}

test("transfer writes the video and the controls it derived, the same for the same seed", async () => {
  const spec = { prompt: "a snowy day", input_video_path: clip, seed: 3, num_steps: 5, ...weights };
  const first = await run({ operator: "transfer", spec });
  expect(first).toMatchObject({
    code: 0,
    files: ["output.mp4", "output_control_edge.mp4", "output_control_seg.mp4"],
  });
  const again = await run({ operator: "transfer", spec });
  const other = await run({ operator: "transfer", spec: { ...spec, seed: 4 } });
  const [a, b, c] = await Promise.all(
    [first, again, other].map(({ out }) => sha256File(join(out, "output.mp4"))),
  );
  expect(b).toBe(a);
  expect(c).not.toBe(a);
  expect(await probeVideo(join(first.out, "output.mp4"))).toMatchObject({ ...clipShape });
  await checkDecodes(await resolveFfmpeg(), join(first.out, "output.mp4"));
  expect(phasesOf("transfer", first.log)).toEqual([
    "loading",
    "preprocessing",
    "sampling",
    "saving",
  ]);
  expect(first.log).toMatch(/\rGenerating samples: 100%\|#{10}\| 12\/12 \[\d\d:\d\d<00:00, /);
  expect(first.log).toMatch(
    /\[\d\d-\d\d \d\d:\d\d:\d\d\|INFO\|\S+:\d+:\w+\] Using ffmpeg 5\.1\.4 \(bundled\)/,
  );
}, 180_000);

test("transfer resamples to the wanted frame rate and takes given controls", async () => {
  const spec = {
    prompt: "fog",
    input_video_path: clip,
    fps: 6,
    edge: { control_weight: 0.5, input_control: clip },
    depth: { control_weight: 0.5, input_control: clip },
  };
  const { code, files, out } = await run({ operator: "transfer", spec });
  expect({ code, files }).toEqual({ code: 0, files: ["output.mp4"] });
  expect(await probeVideo(join(out, "output.mp4"))).toMatchObject({ fps: 6, frames: 6 });
});

test("upscale doubles the video", async () => {
  const spec = { input_video_path: clip, upscale: { control_weight: 0.5 }, prompt: "crisp" };
  const { code, files, out, log } = await run({ operator: "upscale", spec });
  expect({ code, files }).toEqual({ code: 0, files: ["output.mp4"] });
  expect(await probeVideo(join(out, "output.mp4"))).toMatchObject({
    width: 128,
    height: 96,
    frames: 12,
  });
  expect(phasesOf("upscale", log)).toEqual(["loading", "upscaling", "saving"]);
});

test("enhance writes the longer prompt with what it added", async () => {
  const spec = { prompt: "a car at night", seed: 2 };
  const { code, files, out, log } = await run({ operator: "enhance", spec });
  expect({ code, files }).toEqual({ code: 0, files: ["result.json"] });
  expect(JSON.parse(await readFile(join(out, "result.json"), "utf8"))).toEqual({
    prompt: expect.stringMatching(/^a car at night\. The car shows /),
    original_prompt: "a car at night",
    added: ["material:car", "lighting:night", "camera", "style"],
    enhancer: "rules-1",
  });
  expect(phasesOf("enhance", log)).toEqual(["loading", "expanding", "saving"]);
});

test("enhance asks the language model of its environment", async () => {
  const answer = JSON.stringify({ model: "m-1", choices: [{ message: { content: "Longer." } }] });
  const server = createServer((_, response) => response.end(answer)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const env = {
    COSMOS_LLM_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    COSMOS_LLM_MODEL: "m",
    COSMOS_LLM_KEY: "sk-hidden",
  };
  const spec = { prompt: "a car", seed: 1, endpoint: true };
  const { code, out, log } = await run({ operator: "enhance", spec, env });
  server.close();
  expect(code).toBe(0);
  expect(JSON.parse(await readFile(join(out, "result.json"), "utf8"))).toMatchObject({
    prompt: "Longer.",
    enhancer: "m-1",
  });
  expect(log).not.toContain("sk-hidden");
});

test("enhance fails plainly when no language model answers", async () => {
  const env = { COSMOS_LLM_URL: "http://127.0.0.1:9", COSMOS_LLM_MODEL: "m" };
  const spec = { prompt: "a car", endpoint: true };
  const { code, files, log } = await run({ operator: "enhance", spec, env });
  expect({ code, files }).toEqual({ code: 1, files: [] });
  expect(log).toMatch(/\|ERROR\|\S+\] Language model unreachable: 127\.0\.0\.1:9: /);
});

test.each(["transfer", "upscale"] as const)(
  "%s rejects a missing input and no spec",
  async (operator) => {
    const spec = { input_video_path: join(folder, "none.mp4"), upscale: { control_weight: 0.5 } };
    const missing = await run({ operator, spec });
    expect(missing).toMatchObject({ code: 2, files: [] });
    expect(missing.log).toContain("Input rejected: the input video ");
    expect(await run({ operator, spec: {} })).toMatchObject({ code: 2, files: [] });
  },
);

describe.each(["enhance", "transfer", "upscale"] as const)("%s rehearses", (operator) => {
  const produces = operator === "enhance" ? "result.json" : "output.mp4";
  test.each([
    ["bad_input", 2, [], /Input rejected: /],
    ["blocked", 0, [], /\|CRITICAL\|\S+\] Guardrail blocked generation\. /],
    ["garbage", 0, [produces], /Rehearsing/],
  ] as const)("%s", async (fault, code, files, words) => {
    const ended = await run({ operator, spec: { fault } });
    expect(ended).toMatchObject({ code, files });
    expect(ended.log).toMatch(words);
  });

  test("crash", async () => {
    const { killedBy, log } = await run({ operator, spec: { fault: "crash" } });
    expect(killedBy).toBe("SIGSEGV");
    expect(log).toMatch(/\d+%\|/);
  });

  test("hang, until it is stopped", async () => {
    const signal = { on: /Rehearsing/, name: "SIGTERM" } as const;
    expect(await run({ operator, spec: { fault: "hang" }, signal })).toMatchObject({ code: 143 });
  });
});

test.each([
  ["transfer", "SIGINT", 130, /[1-9]\d*\/240/],
  ["upscale", "SIGTERM", 143, /[1-9]\d*\/240/],
] as const)("%s stopped by %s leaves no file", async (operator, name, code, on) => {
  const spec = { input_video_path: longClip, upscale: { control_weight: 0.5 }, ...weights };
  const ended = await run({ operator, spec, signal: { on, name } });
  expect(ended).toMatchObject({ code, files: [] });
});
