import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunRecord } from "@/domain/records";
import { isTerminal } from "@/domain/run-status";
import type { ServiceContext } from "@/server/context";
import { type CreateRunInput, createRun } from "@/server/runs/create-run";
import { getRun } from "@/server/runs/get-run";
import type { TestDatabase } from "./database";
import { insertPrompt } from "./factories";
import { waitFor } from "./wait-for";

/** What a scripted operator is told to do. */
export type Script = Partial<{
  lines: number;
  pause_ms: number;
  exit: number;
  video: "clip" | "garbage" | "none";
  say: string;
  hang: boolean;
  ignore_signals: boolean;
  result: unknown;
}>;

/** The service verbs as a user calls them, on one test's database. */
export function createScene(database: TestDatabase) {
  const ctx: ServiceContext = { db: database.db, env: database.env, actor: "api" };
  const input = join(database.env.dataDir, "inputs", "city");
  mkdirSync(input, { recursive: true });
  copyFileSync(join(import.meta.dirname, "../fixtures/clip.mp4"), join(input, "color.mp4"));

  async function promptFor(script: Script): Promise<string> {
    return (await insertPrompt(database.db, { prompt_text: JSON.stringify(script) })).id;
  }

  return {
    ctx,
    /** Creates a run whose operator does what the script says. */
    async submit(script: Script = {}, options: Partial<CreateRunInput> = {}) {
      const prompt_id = options.prompt_id ?? (await promptFor(script));
      return createRun(ctx, { model_type: "transfer", prompt_id, ...options });
    },
    async ended(id: string): Promise<RunRecord> {
      return waitFor(async () => {
        const run = await getRun(ctx, id);
        return isTerminal(run.status) && run;
      }, `run ${id} to end`);
    },
    async reached(id: string, status: RunRecord["status"]): Promise<RunRecord> {
      return waitFor(async () => {
        const run = await getRun(ctx, id);
        return run.status === status && run;
      }, `run ${id} to be ${status}`);
    },
    log(run: RunRecord): string {
      const path = join(database.env.dataDir, run.log_path);
      return existsSync(path) ? readFileSync(path, "utf8") : "";
    },
    /** Waits until the run's program has begun. */
    async begun(id: string): Promise<void> {
      const path = join(database.env.dataDir, "runs", id, "run.log");
      await waitFor(() => existsSync(path) && readFileSync(path).length > 0, `run ${id} to begin`);
    },
    /** How often the run's program was started. */
    executions(id: string): number {
      const path = join(database.env.dataDir, "runs", id, "out", "executions.txt");
      return readFileSync(path, "utf8").trim().split("\n").length;
    },
  };
}
