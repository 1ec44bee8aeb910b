import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { resolveFfmpeg } from "@/media/resolve-ffmpeg";
import { sshArguments } from "@/server/engine/docker/ssh-arguments";
import { createPrompt } from "@/server/prompts/create-prompt";
import { createRun } from "@/server/runs/create-run";
import { requestCancel } from "@/server/runs/request-cancel";
import { retryRun } from "@/server/runs/retry-run";
import { insertRun } from "../harness/factories";
import { waitFor } from "../harness/wait-for";
import { makeClip } from "../operators/make-clip";
import { sha256 } from "./sha256";
import { echoing, useStage } from "./use-stage";

const stage = useStage();
const clip = join(import.meta.dirname, "../fixtures/clip.mp4");

/** The spec that a run's program was given. */
function specOf(id: string): Record<string, unknown> {
  return JSON.parse(stage.read(id, "run.log").toString().split("\n")[0] ?? "");
}

test("hole 8: a program finds its video where its spec says, and works on that one", async () => {
  const { scene } = stage;
  await stage.startWorker({ wrapEngine: echoing });
  const transfer = await scene.submit({}, { children: [{ model_type: "upscale" }] });
  const upscale = await scene.ended(String(transfer.children?.[0]?.id));

  for (const id of [transfer.id, upscale.id]) {
    const path = String(specOf(id).input_video_path);
    expect(existsSync(path)).toBe(true);
    expect(path).toContain(id);
  }
  expect(upscale.status).toBe("completed");
});

test("hole 19: an upscale takes its parent's video by whatever name it has", async () => {
  const { scene, database } = stage;
  await stage.startWorker({ wrapEngine: echoing });
  const output_path = "runs/older/out/night drive 4k.mp4";
  mkdirSync(join(database.env.dataDir, dirname(output_path)), { recursive: true });
  copyFileSync(clip, join(database.env.dataDir, output_path));
  const outputs = { output_path };
  const parent = await insertRun(database.db, { status: "completed", outputs });
  const upscaled = await insertRun(database.db, {
    ...{ status: "completed", model_type: "upscale", outputs },
  });
  const upscaleOf = (parent_run_id: string) =>
    createRun(scene.ctx, { model_type: "upscale", execution_config: { parent_run_id } });

  const run = await scene.ended((await upscaleOf(parent.id)).id);

  expect(run.status).toBe("completed");
  expect(stage.read(run.id, "out/output.mp4")).toEqual(
    stage.read("older", "out/night drive 4k.mp4"),
  );
  await expect(upscaleOf(upscaled.id)).rejects.toThrow("takes a completed transfer run");
});

test("hole 26: runs that are under way together have their own spec each", async () => {
  const { scene } = stage;
  const { engine } = await stage.startWorker({ wrapEngine: echoing });
  const first = await stage.submitText("wait");
  await scene.begun(first.id);
  const second = await stage.submitText("A second city.", { execution_config: { num_steps: 7 } });
  await waitFor(async () => (await engine.list()).length === 2, "the second to be staged");

  await requestCancel(scene.ctx, { id: first.id });
  await scene.ended(second.id);

  const shown = [first, second].map(({ id }) => [specOf(id).prompt, specOf(id).num_steps]);
  expect(shown).toEqual([
    ["wait", 35],
    ["A second city.", 7],
  ]);
});

test("hole 27: inputs with the same name in different folders stay apart", async () => {
  const { scene, database } = stage;
  const videos = ["one", "two"].map((name) => join(database.env.dataDir, name, "city/color.mp4"));
  for (const video of videos) mkdirSync(dirname(video), { recursive: true });
  copyFileSync(clip, videos[0] ?? "");
  await makeClip(await resolveFfmpeg(), videos[1] ?? "");
  await stage.startWorker({ slots: 2, wrapEngine: echoing });

  const prompts = [];
  for (const video of videos) {
    const given = { prompt_text: "A city", input_dir: dirname(video) };
    prompts.push(await createPrompt(scene.ctx, given));
  }
  const runs = await Promise.all(prompts.map(({ id }) => scene.submit({}, { prompt_id: id })));
  const ended = await Promise.all(runs.map(({ id }) => scene.ended(id)));

  expect(ended.map(({ status }) => status)).toEqual(["completed", "completed"]);
  const [one, two] = runs.map(({ id }) => sha256(stage.read(id, "out/output.mp4")));
  expect(one).toBe(sha256(stage.read(String(runs[0]?.id), "in/input.mp4")));
  expect(one).not.toBe(two);
});

test("hole 34: what an operator types is data to every program, and no key of a host is taken on trust", async () => {
  const { scene, database } = stage;
  await stage.startWorker({ wrapEngine: echoing });
  const trap = join(database.env.dataDir, "trap");
  const text = `'; touch ${trap}; echo "$(touch ${trap})" \`touch ${trap}\` && x\nEOF\ntouch ${trap}`;

  const run = await scene.ended((await stage.submitText(text)).id);

  expect(run.status).toBe("completed");
  expect(specOf(run.id).prompt).toBe(text);
  expect(existsSync(trap)).toBe(false);
  const args = sshArguments(new URL("ssh://cosmos@gpu1:2222"));
  expect(args).toContain("BatchMode=yes");
  expect(args.join(" ")).not.toMatch(/StrictHostKeyChecking|UserKnownHostsFile/);
  expect(() => sshArguments(new URL("ssh://gpu1/run/$(id).sock"))).toThrow("no path of a Docker");
});

test("hole 39: each run is given its own weights, none that was set to 0, and the same again on a retry", async () => {
  const { scene } = stage;
  await stage.startWorker({ wrapEngine: echoing });
  const asked = [
    { vis: 0, edge: 0.5, depth: 0, seg: 0 },
    { vis: 0, edge: 0, depth: 0.3, seg: 1 },
  ];
  const runs = await Promise.all(
    asked.map((weights) => stage.submitText("fail", { execution_config: { weights } })),
  );
  for (const { id } of runs) await scene.ended(id);
  const again = await scene.ended((await retryRun(scene.ctx, { id: String(runs[1]?.id) })).id);

  const controls = [...runs, again].map(({ id }) => {
    const { vis, edge, depth, seg } = specOf(id);
    return { vis, edge, depth, seg };
  });

  const [edge, mixed] = [
    { edge: { control_weight: 0.5 } },
    { depth: { control_weight: 0.3 }, seg: { control_weight: 1 } },
  ];
  expect(controls).toEqual([edge, mixed, mixed]);
});
