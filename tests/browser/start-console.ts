import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type CosmosClient, createCosmosClient } from "@/client/create-cosmos-client";
import type { RunRecord } from "@/domain/records";
import { isTerminal, type RunStatus } from "@/domain/run-status";
import { layOutProduct } from "../harness/lay-out-product";
import type { Script } from "../harness/scene";
import { startServer, type TestServer } from "../harness/server";
import { waitFor } from "../harness/wait-for";

const patience = 90_000;

export interface Console {
  server: TestServer;
  /** Does what other users do meanwhile. */
  client: CosmosClient;
  /** Makes a prompt on the input `city`; returns its id. */
  write(text: string | Script, name?: string): Promise<string>;
  /** Starts a transfer that does what the script says, of a prompt of its own unless one is named. */
  submit(script: Script, options?: { prompt_id?: string; name?: string }): Promise<RunRecord>;
  /** Waits until the run has this status. */
  reached(id: string, status: RunStatus): Promise<RunRecord>;
  remove(): Promise<void>;
}

/**
 * The built product with scripted operators and one input, `city`, for browsers to use. `env` replaces
 * settings of it.
 */
export async function startConsole(env: Record<string, string> = {}): Promise<Console> {
  const root = layOutProduct();
  const server = await startServer({
    root,
    env: { DATABASE_URL: "", COSMOS_SLOTS: "4", COSMOS_GPUS: "none", ...env },
  });
  const client = createCosmosClient({ url: server.url });
  const input_dir = join(root, "city");
  mkdirSync(input_dir);
  cpSync(join(import.meta.dirname, "../fixtures/clip.mp4"), join(input_dir, "color.mp4"));

  const write = async (text: string | Script, name = "") => {
    const prompt_text = typeof text === "string" ? text : JSON.stringify(text);
    const prompt = await client.prompts.create.mutate({ prompt_text, input_dir, name });
    return prompt.id;
  };
  await write("A city street in heavy rain at dusk.", "City drive");
  return {
    server,
    client,
    write,
    async submit(script, { prompt_id, name } = {}) {
      return client.runs.create.mutate({
        model_type: "transfer",
        prompt_id: prompt_id ?? (await write(script, name)),
      });
    },
    async reached(id, status) {
      const look = async () => {
        const run = await client.runs.get.query({ id });
        if (run.status !== status && isTerminal(run.status)) {
          throw new Error(`Run ${id} ${run.status}: ${run.error_message ?? "no message"}`);
        }
        return run.status === status && run;
      };
      return waitFor(look, `run ${id} to be ${status}`, patience);
    },
    async remove() {
      await stopRuns(client);
      await server.remove();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Runs outlive their server; those of a test must not. */
async function stopRuns(client: CosmosClient): Promise<void> {
  const status = ["running" as const, "pending" as const];
  const active = async () => (await client.runs.list.query({ status })).items;
  for (const { id } of await active()) {
    // One of them may end by itself, or with its parent, at this moment.
    await client.runs.cancel.mutate({ id }).catch(() => undefined);
  }
  await waitFor(async () => (await active()).length === 0, "all runs to be cancelled", patience);
}
