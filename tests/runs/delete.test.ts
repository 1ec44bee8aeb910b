import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deletePrompt } from "@/server/prompts/delete-prompt";
import { deleteRun } from "@/server/runs/delete-run";
import { getRun } from "@/server/runs/get-run";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt, insertRun } from "../harness/factories";
import { createScene } from "../harness/scene";

let database: TestDatabase;
let ctx: ReturnType<typeof createScene>["ctx"];

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = createScene(database).ctx;
});
afterAll(() => database.drop());

async function runWithFiles(overrides: Parameters<typeof insertRun>[1] = {}) {
  const run = await insertRun(database.db, { status: "completed", ...overrides });
  const folder = join(database.env.dataDir, "runs", run.id);
  mkdirSync(join(folder, "out"), { recursive: true });
  writeFileSync(join(folder, "out", "output.mp4"), "12345");
  return { ...run, folder };
}

test("a dry run says exactly what the deletion then removes", async () => {
  const run = await runWithFiles();

  const preview = await deleteRun(ctx, { id: run.id, dry_run: true });
  expect(preview).toMatchObject({ runs: [run.id], files: 1, bytes: 5, dry_run: true });
  expect(existsSync(run.folder)).toBe(true);

  const done = await deleteRun(ctx, { id: run.id });
  expect(done).toEqual({ ...preview, dry_run: false });
  expect(existsSync(run.folder)).toBe(false);
  await expect(getRun(ctx, run.id)).rejects.toThrow(/There is no run/);
});

test.each(["pending", "running"] as const)("a %s run is not deleted", async (status) => {
  const { id } = await insertRun(database.db, { status });

  await expect(deleteRun(ctx, { id })).rejects.toThrow("cancel it before deleting it");
});

test("a run that others continue is not deleted, and the message names them", async () => {
  const parent = await runWithFiles();
  const child = await insertRun(database.db, {
    prompt_id: parent.prompt_id,
    model_type: "upscale",
    execution_config: { parent_run_id: parent.id },
  });

  await expect(deleteRun(ctx, { id: parent.id })).rejects.toThrow(`continued by ${child.id}`);
  expect(existsSync(parent.folder)).toBe(true);
});

test("deleting a prompt removes its runs with their folders, and nothing of others", async () => {
  const prompt = await insertPrompt(database.db);
  const parent = await runWithFiles({ prompt_id: prompt.id });
  const child = await runWithFiles({
    prompt_id: prompt.id,
    model_type: "upscale",
    execution_config: { parent_run_id: parent.id },
  });
  const other = await runWithFiles();

  const deletion = await deletePrompt(ctx, { id: prompt.id });

  expect(deletion.runs.sort()).toEqual([parent.id, child.id].sort());
  expect([parent, child, other].map((run) => existsSync(run.folder))).toEqual([false, false, true]);
});

test("a prompt with an active run is not deleted", async () => {
  const run = await insertRun(database.db, { status: "running" });

  await expect(deletePrompt(ctx, { id: run.prompt_id })).rejects.toThrow("cancel them first");
});
