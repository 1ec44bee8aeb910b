import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { adviseFailure } from "@/domain/failures/advise-failure";
import { models } from "@/domain/models/registry";
import { operations } from "@/domain/operations/registry";
import type { Fault } from "@/domain/operations/shared-fields";
import { getPrompt } from "@/server/prompts/get-prompt";
import { listRunEvents } from "@/server/runs/list-run-events";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { createScene } from "../harness/scene";
import { startTestWorker, type TestWorker } from "../harness/worker";

let database: TestDatabase;
let worker: TestWorker;
let scene: ReturnType<typeof createScene>;

const rehearsals = (models.replay?.faults ?? []).filter((fault) => fault !== "hang");
/** The runs that rehearse them: all begin at once, each test waits for its own. */
const rehearsed = new Map<Fault, string>();
/** The runs that succeed, by model. */
const played = new Map<string, string>();

// Replays take their time, however fast the machine is.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  database = await createTestDatabase();
  scene = createScene(database);
  worker = await startTestWorker(database, { slots: 4 });
  for (const fault of rehearsals) rehearsed.set(fault, (await submit("replay", { fault })).id);
  for (const model of ["replay", "replay-transfer2.5"]) {
    played.set(model, (await submit(model)).id);
  }
});
afterAll(async () => {
  await worker.stop();
  await database.drop();
});

const rehearsal = (fault: Fault) => scene.ended(rehearsed.get(fault) ?? "");
const submit = (model: string, config: Record<string, unknown> = {}) =>
  scene.submit({}, { execution_config: { model, num_steps: 1, ...config } });

/** What each rehearsal must be called, and words that its message must hold. */
const expected: Partial<Record<Fault, [error_code: string, words: RegExp]>> = {
  crash: ["crashed", /SIGSEGV/],
  garbage: ["output_missing", /not playable/],
  oom_gpu: ["oom_gpu", /GPU 0 .*2\.50 GiB.*1\.20 GiB of its 79\.15 GiB/],
  gpu_busy: ["gpu_busy", /60\.12 of its 79\.15 GiB/],
  t5_fallback: ["t5_fallback", /45 GB/],
  oom_host: ["oom_host", /killed/],
  segv: ["segv", /exitcode: -11/],
  guard_prompt: ["guard_prompt", /Word: rehearsal/],
  guard_video: ["guard_video", /unsafe frames/],
  ckpt_missing: ["ckpt_missing", /base_model\.pt/],
  input_missing: ["input_missing", /input\.mp4/],
  hf_gated: ["hf_gated", /Cosmos-Guardrail1/],
  bad_spec: ["bad_spec", /Invalid hint_key: blur/],
  bad_gpu_count: ["bad_gpu_count", /3 GPUs/],
  env_upsampler: ["env_upsampler", /OMP_NUM_THREADS/],
  no_repo: ["no_repo", /cosmos_transfer1/],
  exception: ["exception", /RuntimeError: The size of tensor a/],
  output_missing: ["output_missing", /no video.*nothing was generated/],
};

test.each(rehearsals)("the failure %s is told with its cause and with advice", async (fault) => {
  const run = await rehearsal(fault);

  const [error_code, words] = expected[fault] ?? [fault, /The log says|signal/];
  expect(run).toMatchObject({ status: "failed", error_code });
  expect(run.error_message).toMatch(words);
  expect(adviseFailure(run.error_code).text.length).toBeGreaterThan(10);
});

test.each(["guard_prompt", "guard_video", "output_missing"])(
  "a Transfer 2.5 that ends normally after %s has failed all the same",
  async (fault) => {
    const { id } = await submit("replay-transfer2.5", { fault });

    expect(await scene.ended(id)).toMatchObject({
      status: "failed",
      error_code: fault,
      exit_code: 0,
    });
  },
);

test("the download of 45 GB is noted in the timeline while it happens", async () => {
  const { id } = await rehearsal("t5_fallback");

  const warnings = (await listRunEvents(scene.ctx, id)).filter(({ type }) => type === "warning");

  expect(warnings).toHaveLength(1);
  expect(warnings[0]?.message).toMatch(/downloading 45 GB.*Cancel the run/);
});

test.each(["replay", "replay-transfer2.5"])(
  "%s leaves a real video and says that it is simulated",
  async (model) => {
    const run = await scene.ended(played.get(model) ?? "");

    expect(run).toMatchObject({ status: "completed", simulated: true });
    expect(operations.transfer.outputs.parse(run.outputs)).toMatchObject({ width: 64, frames: 12 });
  },
);

test("what is made from a simulated video is called simulated, too", async () => {
  const parent = await scene.ended(played.get("replay") ?? "");
  const execution_config = { parent_run_id: parent.id, model: "reference" };
  const { id } = await scene.submit(
    {},
    { model_type: "upscale", prompt_id: parent.prompt_id, execution_config },
  );

  expect(await scene.ended(id)).toMatchObject({ status: "completed", simulated: true });
});

test("what the reference model makes is not simulated", async () => {
  const { id } = await scene.submit();

  expect(await scene.ended(id)).toMatchObject({ simulated: false });
});

test("a replayed enhance run makes a prompt that says what it is", async () => {
  const { id } = await scene.submit(
    {},
    { model_type: "enhance", execution_config: { model: "replay" } },
  );

  const run = await scene.ended(id);

  expect(run).toMatchObject({ status: "completed", simulated: true });
  const made = await getPrompt(scene.ctx, String(run.outputs.enhanced_prompt_id));
  expect(made.prompt_text).toContain("Replayed");
});

test("a failure that a model cannot rehearse is refused", async () => {
  await expect(submit("reference", { fault: "oom_gpu" })).rejects.toThrow(
    /reference cannot rehearse the failure oom_gpu/,
  );
});
