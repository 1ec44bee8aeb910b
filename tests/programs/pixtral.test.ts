import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const program = join(import.meta.dirname, "../../assets/programs/pixtral/enhance.py");
const hasPython = spawnSync("python3", ["--version"]).status === 0;

const upsampler = `
import os
class PixtralPromptUpsampler:
    def __init__(self, checkpoint_dir, offload_prompt_upsampler=False):
        self.checkpoint_dir = checkpoint_dir
    def _prompt_upsample_with_offload(self, prompt, frames):
        if prompt == "crash":
            raise RuntimeError("no such checkpoint")
        if prompt == "silence":
            return ""
        left = [key for key in ("RANK", "OMP_NUM_THREADS", "MASTER_PORT") if key in os.environ]
        return f"  {prompt} at {self.checkpoint_dir}, {len(frames)} frames, {left} left.\\nMore é.  "
`;
const misc = `
def extract_video_frames(video_path, number_of_frames=2):
    return [] if "broken" in video_path else ["/tmp/frame_1.png", "/tmp/frame_2.png"]
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cosmos-pixtral-"));
  const files = {
    "cosmos_transfer1/auxiliary/upsampler/model/upsampler.py": upsampler,
    "cosmos_transfer1/utils/misc.py": misc,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, "package", path, ".."), { recursive: true });
    writeFileSync(join(folder, "package", path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(name: string, spec: unknown) {
  const out = join(folder, name);
  mkdirSync(out);
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(spec));
  const args = [program, "--spec", path, "--out", out, "--checkpoints", "/workspace/checkpoints"];
  const { status, stdout, stderr } = spawnSync("python3", args, {
    encoding: "utf8",
    env: {
      ...process.env,
      PYTHONPATH: join(folder, "package"),
      PYTHONDONTWRITEBYTECODE: "1",
      PYTHONUTF8: "1",
      RANK: "0",
      OMP_NUM_THREADS: "8",
      MASTER_PORT: "29500",
    },
  });
  return { status, stdout, stderr, out };
}

describe.skipIf(!hasPython)("the program around the Pixtral upsampler (needs python3)", () => {
  test("writes the longer prompt as the product reads it", () => {
    const { status, stdout, stderr, out } = run("good", {
      prompt: '--help "; rm -rf / $(id)',
      video: "/job/in/input.mp4",
    });

    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(JSON.parse(readFileSync(join(out, "result.json"), "utf8"))).toEqual({
      prompt: '--help "; rm -rf / $(id) at /workspace/checkpoints, 2 frames, [] left.\nMore é.',
      enhancer: "Cosmos-UpsamplePrompt1-12B-Transfer",
    });
    expect(readdirSync(out)).toEqual(["result.json"]);
    expect(stdout).toMatch(/PHASE reading[^]+PHASE loading[^]+PHASE expanding[^]+PHASE saving/);
    expect(stdout).toMatch(/^Saved prompt to result\.json$/m);
  });

  test.each([
    [
      "a video without frames",
      { prompt: "a", video: "/job/in/broken.mp4" },
      /Input rejected: the video gave 0/,
    ],
    [
      "a model that fails",
      { prompt: "crash", video: "/v.mp4" },
      /RuntimeError: no such checkpoint/,
    ],
    ["an empty answer", { prompt: "silence", video: "/v.mp4" }, /answered with no text/],
    ["a spec without a video", { prompt: "a" }, /KeyError: 'video'/],
  ])("%s is a failure that says why and leaves no result", (name, spec, words) => {
    const { status, stderr, out } = run(name.replaceAll(" ", "-"), spec);

    expect(status).not.toBe(0);
    expect(stderr).toMatch(words);
    expect(existsSync(join(out, "result.json"))).toBe(false);
  });
});
