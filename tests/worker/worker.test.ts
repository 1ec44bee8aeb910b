import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { operations } from "@/domain/operations/registry";
import { pauseQueue, resumeQueue } from "@/server/activity/switch-queue";
import { getPrompt } from "@/server/prompts/get-prompt";
import { getRun } from "@/server/runs/get-run";
import { listRunEvents } from "@/server/runs/list-run-events";
import { listRuns } from "@/server/runs/list-runs";
import { requestCancel } from "@/server/runs/request-cancel";
import { retryRun } from "@/server/runs/retry-run";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt, insertRun } from "../harness/factories";
import { createScene } from "../harness/scene";
import { waitFor } from "../harness/wait-for";
import { startTestWorker, type TestWorker } from "../harness/worker";

let database: TestDatabase;
let worker: TestWorker;
let scene: ReturnType<typeof createScene>;

beforeAll(async () => {
  database = await createTestDatabase();
  scene = createScene(database);
  worker = await startTestWorker(database);
});
// A test that failed must not leave the slot taken for the next one.
afterEach(async () => {
  await resumeQueue(scene.ctx);
  const { items } = await listRuns(scene.ctx, { status: ["pending", "running"] });
  for (const { id } of items) await requestCancel(scene.ctx, { id }).catch(() => {});
  await Promise.all(items.map(({ id }) => scene.ended(id)));
});
afterAll(async () => {
  await worker.stop();
  await database.drop();
});

/** Containers are removed right after the row says how the run ended; none may live by then. */
async function noContainerIsLeft(): Promise<void> {
  const living = (await worker.engine.list()).filter((container) => container.state !== "exited");
  expect(living).toEqual([]);
  await waitFor(async () => (await worker.engine.list()).length === 0, "containers to be removed");
}

test("a run is executed once and completes with checked outputs, sealed log and manifest", async () => {
  const { id } = await scene.submit({ lines: 50 });

  const run = await scene.ended(id);

  expect(run).toMatchObject({
    status: "completed",
    exit_code: 0,
    attempt: 1,
    container_name: `cosmos_transfer_${id.slice(0, 8)}`,
    progress: { fraction: 1 },
    outputs: { output_path: `runs/${id}/out/output.mp4`, width: 64, height: 36, frames: 12 },
  });
  expect(operations.transfer.outputs.parse(run.outputs)).toEqual(run.outputs);
  expect(scene.executions(id)).toBe(1);
  expect(scene.log(run).match(/^line \d+$/gm)).toHaveLength(50);
  const manifest = JSON.parse(
    readFileSync(join(database.env.dataDir, "runs", id, "manifest.json"), "utf8"),
  );
  expect(manifest).toMatchObject({ run_id: id, exit_code: 0, status: "completed", attempt: 1 });
  expect(manifest.inputs).toContainEqual(expect.objectContaining({ path: "input.mp4" }));
  expect(manifest.log.bytes).toBe(scene.log(run).length);
});

test("its timeline tells what happened and who asked", async () => {
  const { id } = await scene.submit();
  await scene.ended(id);

  const events = await listRunEvents(scene.ctx, id);

  expect(events.map(({ type, actor }) => [type, actor])).toEqual([
    ["created", "api"],
    ["started", "worker"],
    ["completed", "worker"],
  ]);
});

test("poster and strip appear after completion", async () => {
  const { id } = await scene.submit();
  await scene.ended(id);

  const run = await waitFor(async () => {
    const now = await getRun(scene.ctx, id);
    return now.preview && now;
  }, "the preview");

  expect(existsSync(join(database.env.dataDir, run.preview?.poster_path ?? ""))).toBe(true);
  expect(existsSync(join(database.env.dataDir, run.preview?.strip_path ?? ""))).toBe(true);
});

test.each([
  ["exit code 0 without a video", { video: "none" }, "output_missing"],
  ["exit code 0 with garbage for a video", { video: "garbage" }, "output_missing"],
  [
    "exit code 0 after a guard's refusal",
    { video: "none", say: "Guardrail blocked generation. Word: x" },
    "guard_blocked",
  ],
  ["a bad exit code in spite of a good video", { exit: 3 }, "exit_code"],
] as const)("%s is a failure that says why", async (_name, script, error_code) => {
  const { id } = await scene.submit(script);

  const run = await scene.ended(id);

  expect(run).toMatchObject({ status: "failed", error_code, outputs: {} });
  expect(run.error_message).toMatch(/\w{3,}/);
});

test("an enhance run makes a new prompt and leaves the original alone", async () => {
  const { id, prompt_id } = await scene.submit({}, { model_type: "enhance" });

  const run = await scene.ended(id);

  expect(operations.enhance.outputs.parse(run.outputs)).toEqual(run.outputs);
  const made = await getPrompt(scene.ctx, String(run.outputs.enhanced_prompt_id));
  expect(made).toMatchObject({
    prompt_text: "{} enhanced",
    parent_prompt_id: prompt_id,
    enhanced_by_run_id: id,
    name: "City drive_enhanced",
  });
  expect((await getPrompt(scene.ctx, prompt_id)).prompt_text).toBe("{}");
});

test("an enhance run that overwrites replaces the prompt's text", async () => {
  const config = { execution_config: { create_new: false } };
  const { id, prompt_id } = await scene.submit({}, { model_type: "enhance", ...config });

  const run = await scene.ended(id);

  expect(run.outputs).toMatchObject({ enhanced_prompt_id: prompt_id, original_text: "{}" });
  expect((await getPrompt(scene.ctx, prompt_id)).prompt_text).toBe("{} enhanced");
});

test("a text that no database can hold does not keep its run from ending", async () => {
  const result = { prompt: "nice \0 prompt \ud83d", enhancer: "a\0" };
  const { id } = await scene.submit({ result }, { model_type: "enhance" });

  const run = await scene.ended(id);

  expect(run.outputs).toMatchObject({ enhanced_text: "nice  prompt \uFFFD", enhancer: "a" });
});

test("a log that ends in NUL does not keep its run from ending", async () => {
  const { id } = await scene.submit({ exit: 1, say: "last \0 words" });

  const run = await scene.ended(id);

  expect(run.error_message).toContain("last  words");
});

test("an enhance run without text fails and changes no prompt", async () => {
  const { id, prompt_id } = await scene.submit(
    { result: { prompt: " " } },
    { model_type: "enhance" },
  );

  const run = await scene.ended(id);

  expect(run.status).toBe("failed");
  expect((await getPrompt(scene.ctx, prompt_id)).prompt_text).toContain("result");
});

test("a transfer of an enhanced prompt is the child of the enhance run", async () => {
  const enhanced = await scene.ended((await scene.submit({}, { model_type: "enhance" })).id);

  const run = await scene.submit({}, { prompt_id: String(enhanced.outputs.enhanced_prompt_id) });

  expect(run.parent_run_id).toBe(enhanced.id);
});

test("a child waits for its parent and then works on the parent's video", async () => {
  const parent = await scene.submit(
    { lines: 3, pause_ms: 50 },
    { children: [{ model_type: "upscale" }] },
  );
  const [child] = parent.children ?? [];

  const ended = await scene.ended(String(child?.id));

  expect(ended).toMatchObject({
    status: "completed",
    parent_run_id: parent.id,
    execution_config: { input_video: `runs/${parent.id}/out/output.mp4` },
  });
  expect(Date.parse(ended.started_at ?? "")).toBeGreaterThanOrEqual(
    Date.parse((await getRun(scene.ctx, parent.id)).completed_at ?? "") - 1,
  );
});

test("a child fails with its parent, and can be retried after the parent was", async () => {
  const parent = await scene.submit({ exit: 1 }, { children: [{ model_type: "upscale" }] });
  const child = await scene.ended(String(parent.children?.[0]?.id));
  expect(child).toMatchObject({ status: "failed", error_code: "parent_failed" });

  await expect(retryRun(scene.ctx, { id: child.id })).rejects.toThrow(/retry that one first/);
});

test("a cancelled run's program is gone, its slot is free, and it stays cancelled", async () => {
  const { id } = await scene.submit({ hang: true });
  await scene.begun(id);

  await requestCancel(scene.ctx, { id });
  const run = await scene.ended(id);

  expect(run.status).toBe("cancelled");
  await noContainerIsLeft();
  const next = await scene.submit();
  expect((await scene.ended(next.id)).status).toBe("completed");
});

test("a program that ignores INT and TERM is killed", async () => {
  const { id } = await scene.submit({ hang: true, ignore_signals: true });
  await scene.begun(id);

  await requestCancel(scene.ctx, { id });

  expect((await scene.ended(id)).status).toBe("cancelled");
  await noContainerIsLeft();
});

test("cancelling twice at once is the same as once; cancelling the ended is refused", async () => {
  const { id } = await scene.submit({ hang: true });

  await Promise.all([requestCancel(scene.ctx, { id }), requestCancel(scene.ctx, { id })]);
  await scene.ended(id);

  const asked = (await listRunEvents(scene.ctx, id)).filter(
    ({ type }) => type === "cancel_requested",
  );
  expect(asked).toHaveLength(1);
  await expect(requestCancel(scene.ctx, { id })).rejects.toThrow("already cancelled");
});

test("while a run holds the slot the next one is staged: made, gated, and nothing of it runs", async () => {
  const first = await scene.submit({ hang: true });
  await scene.reached(first.id, "running");
  const second = await scene.submit();

  const staged = await waitFor(async () => {
    const containers = await worker.engine.list();
    return containers.find((each) => each.run_id === second.id && each.state === "gated");
  }, "the second run to be staged");

  expect(staged.started_at).toBeNull();
  expect((await getRun(scene.ctx, second.id)).status).toBe("pending");
  expect(existsSync(join(database.env.dataDir, "runs", second.id, "out", "executions.txt"))).toBe(
    false,
  );
  await requestCancel(scene.ctx, { id: first.id });
  expect((await scene.ended(second.id)).status).toBe("completed");
  expect(scene.executions(second.id)).toBe(1);
});

test("a paused queue starts nothing and gives back what was staged", async () => {
  const first = await scene.submit({ hang: true });
  await scene.reached(first.id, "running");
  const second = await scene.submit();
  await waitFor(async () => (await worker.engine.list()).length === 2, "the second to be staged");

  await pauseQueue(scene.ctx);
  await waitFor(async () => (await worker.engine.list()).length === 1, "it to be given back");
  await requestCancel(scene.ctx, { id: first.id });
  await scene.ended(first.id);

  expect((await getRun(scene.ctx, second.id)).status).toBe("pending");
  await resumeQueue(scene.ctx);
  expect((await scene.ended(second.id)).status).toBe("completed");
});

test("higher priority goes first, then the order of the queue", async () => {
  await pauseQueue(scene.ctx);
  const low = await scene.submit({}, { priority: -1 });
  const one = await scene.submit();
  const two = await scene.submit();
  const high = await scene.submit({}, { priority: 5 });
  await resumeQueue(scene.ctx);

  const runs = await Promise.all([low, one, two, high].map(({ id }) => scene.ended(id)));

  const order = runs.sort((a, b) => String(a.started_at).localeCompare(String(b.started_at)));
  expect(order.map((run) => run.id)).toEqual([high.id, one.id, two.id, low.id]);
});

test("two runs whose ids begin alike both run, each in its own container", async () => {
  const [a, b] = ["sameprefix01", "sameprefix02"];
  const prompt = await insertPrompt(database.db, { prompt_text: "{}" });
  for (const id of [a, b]) {
    const execution_config = {
      model: "reference",
      prompt_text: "{}",
      input_video: "inputs/city/color.mp4",
      weights: {},
    };
    await insertRun(database.db, { id, prompt_id: prompt.id, execution_config });
  }

  const runs = await Promise.all([a, b].map((id) => scene.ended(id)));

  expect(runs.map((run) => run.status)).toEqual(["completed", "completed"]);
  expect(new Set(runs.map((run) => run.container_id)).size).toBe(2);
});

test("a run whose input is gone fails and says which", async () => {
  const prompt = await insertPrompt(database.db, { inputs: { video: "inputs/gone/color.mp4" } });

  const run = await scene.ended((await scene.submit({}, { prompt_id: prompt.id })).id);

  expect(run).toMatchObject({ status: "failed", error_code: "cannot_start" });
  expect(run.error_message).toContain("inputs/gone/color.mp4");
});

test("a run past its wall-clock limit is stopped and says so", async () => {
  const { id } = await scene.submit({ hang: true });
  await scene.reached(id, "running");
  await database.sql`update runs set started_at = now() - interval '3 hours' where id = ${id}`;

  const run = await scene.ended(id);

  expect(run).toMatchObject({ status: "failed", error_code: "timed_out" });
  await noContainerIsLeft();
});

test("nothing is left in the engine's folder when all runs have ended", async () => {
  const { id } = await scene.submit();
  await scene.ended(id);

  await waitFor(
    () => readdirSync(join(database.env.dataDir, "engine", "local")).length === 0,
    "the engine's folder to be empty",
  );
});
