import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActivityRecord, PromptRecord, QueueRecord, RunRecord } from "@/domain/records";
import { getRun } from "@/server/runs/get-run";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { runCosmos } from "../harness/run-cosmos";
import { startServer, type TestServer } from "../harness/server";
import { waitFor } from "../harness/wait-for";

const PATIENCE_MS = 60_000;
const slow = { timeout: 3 * PATIENCE_MS };
const input = mkdtempSync(join(tmpdir(), "cosmos-inputs-"));
let database: TestDatabase;
let server: TestServer;
let prompt: PromptRecord;

const cosmos = (...args: string[]) => runCosmos(server, ...args);

/** As the database has it, without asking the product. */
const statusOf = async (id: string) => (await getRun(database, id)).status;

beforeAll(async () => {
  copyFileSync(join(import.meta.dirname, "../fixtures/clip.mp4"), join(input, "color.mp4"));
  database = await createTestDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  prompt = (await cosmos("create", "prompt", "A city", input, "--json")).json<PromptRecord>();
}, 2 * PATIENCE_MS);
afterAll(async () => {
  await server?.remove();
  await database?.drop();
  rmSync(input, { recursive: true, force: true });
});

test("hole 37: a command whose run failed says so and exits with 1", slow, async () => {
  const asked = [
    ["enhance", prompt.id, "--fault", "crash"],
    ["inference", prompt.id, "--fault", "garbage"],
  ];
  for (const args of asked) {
    const { code, stdout, stderr } = await cosmos(...args, "--wait");

    expect(code).toBe(1);
    expect(stdout).toContain("failed");
    expect(stdout).not.toMatch(/completed|success/i);
    expect(stderr).toMatch(/^cosmos: run [0-9a-z]{12} failed: .+\n$/);
  }
});

test(
  "hole 41: the queue works without anyone looking, and stays paused through a crash",
  slow,
  async () => {
    await cosmos("queue", "pause");
    const run = (await cosmos("enhance", prompt.id, "--json")).json<RunRecord>();

    await server.kill();
    await server.start();

    const queue = (await cosmos("queue", "--json")).json<QueueRecord>();
    expect(queue).toMatchObject({ paused: true, paused_by: "cli", items: [{ id: run.id }] });
    expect(await statusOf(run.id)).toBe("pending");
    await cosmos("queue", "resume");
    const isDone = async () => (await statusOf(run.id)) === "completed";
    await waitFor(isDone, "the run to complete", PATIENCE_MS);
  },
);

test(
  "hole 43: stopping the product leaves its runs alive, and it finds them again",
  slow,
  async () => {
    const run = (await cosmos("enhance", prompt.id, "--fault", "hang", "--json")).json<RunRecord>();
    const hasContainer = async () => {
      const { status, container_id } = await getRun(database, run.id);
      return status === "running" && container_id;
    };
    const container_id = await waitFor(hasContainer, "the run to begin", PATIENCE_MS);

    await server.stop();
    expect(await statusOf(run.id)).toBe("running");
    await server.start();

    const shown = await waitFor(
      async () => {
        const activity = (await cosmos("status", "--json")).json<ActivityRecord>();
        return activity.containers[0]?.state === "running" && activity;
      },
      "the container to be shown",
      PATIENCE_MS,
    );
    expect(shown.containers).toMatchObject([{ run_id: run.id, container_id, orphan: false }]);
    expect(shown.running).toMatchObject([{ id: run.id, status: "running", attempt: 1 }]);
    expect((await cosmos("cancel", run.id, "--wait")).code).toBe(0);
    expect(await statusOf(run.id)).toBe("cancelled");
  },
);
