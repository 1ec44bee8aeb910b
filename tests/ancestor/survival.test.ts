import { expect, test } from "vitest";
import { getRun } from "@/server/runs/get-run";
import { listRunEvents } from "@/server/runs/list-run-events";
import { waitFor } from "../harness/wait-for";
import { sha256 } from "./sha256";
import { echoing, useStage } from "./use-stage";

const stage = useStage();

test("hole 1: a run goes on and completes while nobody watches it", async () => {
  const { scene } = stage;
  const first = await stage.startWorker({ wrapEngine: echoing });
  const { id } = await stage.submitText("wait");
  await scene.begun(id);
  await first.stop();
  stage.finish(id);
  await waitFor(
    async () => (await first.engine.list()).every(({ state }) => state === "exited"),
    "the program to end",
  );
  expect(await getRun(scene.ctx, id)).toMatchObject({ status: "running" });

  await stage.startWorker();

  const run = await scene.ended(id);
  expect(run).toMatchObject({ status: "completed", attempt: 1, exit_code: 0 });
  expect(scene.log(run)).toMatch(/\nfinished\n$/);
});

test("hole 2: a run keeps its log, exit code and outputs after its container is gone", async () => {
  const { scene } = stage;
  const { engine } = await stage.startWorker();
  const good = await scene.submit({ lines: 3 });
  const bad = await scene.submit({ say: "last words", exit: 3 });

  const [completed, failed] = [await scene.ended(good.id), await scene.ended(bad.id)];
  await waitFor(async () => (await engine.list()).length === 0, "containers to be gone");

  expect(completed).toMatchObject({ status: "completed", exit_code: 0 });
  expect(scene.log(completed)).toContain("line 3\n");
  const [file] = completed.outputs.files as { bytes: number; sha256: string }[];
  expect(file?.sha256).toBe(sha256(stage.read(good.id, "out/executions.txt")));
  expect(failed).toMatchObject({ status: "failed", exit_code: 3 });
  expect(scene.log(failed)).toMatch(/last words\n$/);
});

test("hole 3: a new run touches nothing of runs that have ended or still go on", async () => {
  const { scene } = stage;
  await stage.startWorker({ slots: 2, wrapEngine: echoing });
  const ended = await scene.submit();
  await scene.ended(ended.id);
  const going = await stage.submitText("wait");
  await scene.begun(going.id);
  const files = ["in/spec.json", "in/input.mp4", "out/output.mp4", "run.log"];
  const before = files.map((file) => sha256(stage.read(ended.id, file)));

  const next = await scene.submit({}, { model_type: "enhance" });
  expect(await scene.ended(next.id)).toMatchObject({ status: "completed" });

  expect(files.map((file) => sha256(stage.read(ended.id, file)))).toEqual(before);
  stage.finish(going.id);
  expect(await scene.ended(going.id)).toMatchObject({ status: "completed" });
});

test("hole 16: a process that starts leaves the live runs of others alone", async () => {
  const { scene } = stage;
  await stage.startWorker({ wrapEngine: echoing });
  const { id } = await stage.submitText("wait");
  await scene.begun(id);

  for (let n = 0; n < 2; n++) await (await stage.startWorker()).stop();

  expect(await getRun(scene.ctx, id)).toMatchObject({ status: "running", attempt: 1 });
  stage.finish(id);
  const run = await scene.ended(id);
  expect(run).toMatchObject({ status: "completed", attempt: 1 });
  expect(scene.log(run).match(/finished/g)).toHaveLength(1);
  const told = (await listRunEvents(scene.ctx, id)).map(({ type }) => type);
  expect(told).toEqual(["created", "started", "completed"]);
});
