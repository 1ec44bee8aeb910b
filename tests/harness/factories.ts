import { newId } from "@/domain/new-id";
import type { Db } from "@/server/db/open-database";
import { prompts, runs } from "@/server/db/schema";

type NewPrompt = typeof prompts.$inferInsert;
type NewRun = typeof runs.$inferInsert;

/** Inserts a prompt on the input folder `city`, with whatever else is given; returns its row. */
export async function insertPrompt(db: Db, overrides: Partial<NewPrompt> = {}) {
  const [row] = await db
    .insert(prompts)
    .values({
      id: newId(),
      name: "City drive",
      prompt_text: "A city street in heavy rain at dusk.",
      inputs: { video: "inputs/city/color.mp4" },
      input_name: "city",
      ...overrides,
    })
    .returning();
  if (!row) throw new Error("The prompt was not inserted.");
  return row;
}

/**
 * Inserts a pending transfer run, of a new prompt unless `prompt_id` is given; returns its row.
 * With another `status`, the columns that it requires get plausible values.
 */
export async function insertRun(db: Db, overrides: Partial<NewRun> = {}) {
  const id = overrides.id ?? newId();
  const prompt_id = overrides.prompt_id ?? (await insertPrompt(db)).id;
  const [row] = await db
    .insert(runs)
    .values({
      id,
      prompt_id,
      model_type: "transfer",
      log_path: `runs/${id}/run.log`,
      execution_config: {
        model: "reference",
        prompt_text: "A city street in heavy rain at dusk.",
        negative_prompt: "",
        input_video: "inputs/city/color.mp4",
        weights: { vis: 0.25, edge: 0.25, depth: 0.25, seg: 0.25 },
        num_steps: 35,
        guidance: 5,
        seed: 1,
        sigma_max: 70,
      },
      ...requiredBy(overrides.status ?? "pending", id),
      ...overrides,
    })
    .returning();
  if (!row) throw new Error("The run was not inserted.");
  return row;
}

function requiredBy(status: NonNullable<NewRun["status"]>, id: string): Partial<NewRun> {
  const now = new Date();
  const started = { started_at: now, attempt: 1, engine: "local", slot: `slot-${id}` };
  switch (status) {
    case "pending":
      return {};
    case "running":
      return started;
    case "completed":
      return { ...started, completed_at: now, exited_at: now, exit_code: 0 };
    case "failed":
      return { ...started, completed_at: now, error_code: "exit", error_message: "It failed." };
    case "cancelled":
      return { completed_at: now };
  }
}
