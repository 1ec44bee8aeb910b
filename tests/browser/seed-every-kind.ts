import { type ModelType, modelTypes } from "@/domain/operations/registry";
import type { RunRecord } from "@/domain/records";
import type { RunStatus } from "@/domain/run-status";
import type { Script } from "../harness/scene";
import type { Console } from "./start-console";

const scripts: Record<RunStatus, Script> = {
  completed: { lines: 5 },
  failed: { lines: 5, say: "CUDA error", exit: 3 },
  cancelled: { lines: 2, hang: true },
  running: { lines: 4, hang: true },
  pending: { lines: 1 },
};
const seeded = new WeakMap<Console, Promise<string[]>>();

/** Makes a run of every type in every status, once, and returns the address of every page there is. */
export function seedEveryKind(product: Console): Promise<string[]> {
  const known = seeded.get(product) ?? seed(product);
  seeded.set(product, known);
  return known;
}

async function seed(product: Console): Promise<string[]> {
  const { client } = product;
  const parent = await product.submit({ lines: 3 }, { name: "Original" });
  await product.reached(parent.id, "completed");
  const enhanced = await product.write("Rain on a street", "Enhanced street");

  const runs: RunRecord[] = [];
  // The running ones keep their slots, so they come last but for those that must wait.
  for (const status of ["completed", "failed", "cancelled", "running", "pending"] as const) {
    if (status === "pending") await client.queue.pause.mutate();
    for (const type of modelTypes) runs.push(await start(product, { type, status, parent }));
  }
  const [first] = runs;
  return [
    "/",
    "/?type=transfer&status=failed&search=nothing",
    "/runs",
    "/runs?status=failed",
    "/runs?view=gallery&sort=longest",
    "/runs?upscaled=no&rating=1&from=2026-01-01",
    "/runs?bulk=retry&all=1",
    ...runs.map(({ id }) => `/runs/${id}`),
    `/runs/${parent.id}?confirm=delete`,
    `/runs/${parent.id}/again`,
    "/runs/new",
    `/runs/new?prompt=${parent.prompt_id}&prompt=${enhanced}&preset=draft`,
    "/prompts",
    "/prompts?enhanced=no&sort=most_runs&from=2026-01-01",
    `/prompts/${first?.prompt_id}`,
    `/prompts/${first?.prompt_id}?edit=version`,
    `/prompts/${first?.outputs.enhanced_prompt_id}`,
    `/prompts/${first?.outputs.enhanced_prompt_id}?diff=split`,
    ...modelTypes.map((type) => `/prompts/${enhanced}?start=${type}`),
    `/prompts/${parent.prompt_id}?start=upscale`,
    "/inputs",
    "/inputs/city",
    "/inputs/city?confirm=delete",
    "/inputs/new",
    "/runs/nothinghere00",
  ];
}

interface Wanted {
  type: ModelType;
  status: RunStatus;
  /** What an upscale enlarges. */
  parent: RunRecord;
}

async function start(product: Console, { type, status, parent }: Wanted): Promise<RunRecord> {
  const { client, reached } = product;
  const script = JSON.stringify(scripts[status]);
  const { id } = await client.runs.create.mutate(
    type === "upscale"
      ? { model_type: type, execution_config: { parent_run_id: parent.id, prompt: script } }
      : { model_type: type, prompt_id: await product.write(script, `A ${type} ${status}`) },
  );
  if (status === "cancelled") {
    await reached(id, "running");
    await client.runs.cancel.mutate({ id });
  }
  return reached(id, status);
}
