import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActivityRecord, PromptRecord, RunRecord } from "@/domain/records";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { runCosmos, startCosmos } from "../harness/run-cosmos";
import { startServer, type TestServer } from "../harness/server";

const patience = { timeout: 60_000, interval: 100 };
const input = mkdtempSync(join(tmpdir(), "cosmos-inputs-"));
let database: TestDatabase;
let server: TestServer;
let prompt: PromptRecord;

const cosmos = (...args: string[]) => runCosmos(server, ...args);

beforeAll(async () => {
  copyFileSync(join(import.meta.dirname, "../fixtures/clip.mp4"), join(input, "color.mp4"));
  database = await createTestDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  prompt = (await cosmos("create", "prompt", "A city", input, "--json")).json<PromptRecord>();
});
afterAll(async () => {
  await server?.remove();
  await database?.drop();
  rmSync(input, { recursive: true, force: true });
});

async function statusOf(id: string): Promise<string> {
  return (await cosmos("show", id, "--json")).json<RunRecord>().status;
}

test("--wait outlives a restart of the whole server", async () => {
  const slow = ["inference", prompt.id, "--steps", "100", "--upscale"];
  const waiting = startCosmos(server, [...slow, "--wait", "--json"]);
  await expect
    .poll(async () => (await cosmos("list", "runs", "--json")).stdout, patience)
    .toContain("running");

  await server.stop();
  await server.start();

  const { code, json } = await waiting.ended;
  expect({ code, runs: json<RunRecord[]>() }).toMatchObject({
    code: 0,
    runs: [{ status: "completed" }, { status: "completed" }],
  });
});

test("logs -f prints every byte once, though the server is killed meanwhile", async () => {
  const run = (await cosmos("inference", prompt.id, "--steps", "60", "--json")).json<RunRecord>();
  const following = startCosmos(server, ["logs", "-f", run.id]);
  await expect.poll(following.stdout, patience).not.toBe("");

  await server.kill();
  await server.start();

  const { code, stdout } = await following.ended;
  expect(code).toBe(0);
  expect(stdout).toBe(readFileSync(join(server.dataDir, run.log_path), "utf8"));
  await expect.poll(() => statusOf(run.id), patience).toBe("completed");
});

test("Ctrl-C during --wait leaves the run alone and says how to cancel it", async () => {
  const waiting = startCosmos(server, ["enhance", prompt.id, "--fault", "hang", "--wait"]);
  const running = async () => {
    const list = await cosmos("list", "runs", "--status", "running", "--json");
    return list.json<RunRecord[]>()[0]?.id;
  };
  await expect.poll(running, patience).toBeDefined();
  const id = (await running()) ?? "";

  waiting.child.kill("SIGINT");

  const { code, stderr } = await waiting.ended;
  expect(code).toBe(130);
  expect(stderr).toBe(
    `cosmos: stopped waiting; run ${id} goes on. To cancel: cosmos cancel ${id}\n`,
  );
  expect(await statusOf(id)).toBe("running");
  expect((await cosmos("cancel", id, "--wait")).code).toBe(0);
});

test("status --watch --json prints a record for what changes, until Ctrl-C", async () => {
  const watching = startCosmos(server, ["status", "--watch", "--json"]);
  await expect.poll(watching.stdout, patience).not.toBe("");

  await cosmos("queue", "pause");
  await expect.poll(watching.stdout, patience).toContain('"paused":true');
  await cosmos("queue", "resume");
  watching.child.kill("SIGINT");

  const { code, stdout } = await watching.ended;
  const records = stdout.trim().split("\n");
  expect(code).toBe(0);
  for (const line of records) expect((JSON.parse(line) as ActivityRecord).engines).toHaveLength(1);
});

test("without a worker nothing is called idle", async () => {
  const empty = await createTestDatabase();
  const alone = await startServer({ env: { DATABASE_URL: empty.url }, args: ["--only", "web"] });

  const { code, stdout } = await runCosmos(alone, "status");
  await alone.remove();
  await empty.drop();

  expect(code).toBe(0);
  expect(stdout).toContain("? unknown: no worker has reported yet");
  expect(stdout).toContain("What is running now is unknown.");
});
