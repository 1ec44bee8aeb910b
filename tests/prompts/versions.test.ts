import { afterAll, beforeAll, expect, test } from "vitest";
import { createPrompt } from "@/server/prompts/create-prompt";
import { findVersions } from "@/server/prompts/find-versions";
import { getPromptStatistics } from "@/server/prompts/get-prompt-statistics";
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

test("a new version keeps its parent and, unless told otherwise, the parent's input", async () => {
  const parent = await insertPrompt(database.db, { input_name: "gone", name: "First" });

  const version = await createPrompt(ctx, {
    prompt_text: "The same street in snow.",
    parent_prompt_id: parent.id.slice(0, 8),
  });

  expect(version).toMatchObject({
    parent_prompt_id: parent.id,
    enhanced_by_run_id: null,
    input_name: "gone",
    inputs: parent.inputs,
    prompt_text: "The same street in snow.",
  });
});

test("a version of a prompt that does not exist is refused", async () => {
  const asked = createPrompt(ctx, { prompt_text: "Snow", parent_prompt_id: "nosuchprompt" });

  await expect(asked).rejects.toThrow("no prompt");
});

test("from any version the whole tree is found, and nothing of other trees", async () => {
  const root = await insertPrompt(database.db);
  const child = await insertPrompt(database.db, { parent_prompt_id: root.id });
  const deep = await insertPrompt(database.db, { parent_prompt_id: child.id });
  const sibling = await insertPrompt(database.db, { parent_prompt_id: root.id });
  await insertPrompt(database.db);
  const family = [root, child, deep, sibling].map(({ id }) => id).sort();

  for (const id of family) {
    const { items, more } = await findVersions(database, id);
    expect(items.map((version) => version.id).sort()).toEqual(family);
    expect(more).toBe(false);
  }
});

test("of a huge tree the asked version and its ancestors are always there", async () => {
  const root = await insertPrompt(database.db);
  await Promise.all(
    Array.from({ length: 205 }, () =>
      insertPrompt(database.db, { parent_prompt_id: root.id, created_at: new Date(0) }),
    ),
  );
  const middle = await insertPrompt(database.db, { parent_prompt_id: root.id });
  const leaf = await insertPrompt(database.db, { parent_prompt_id: middle.id });

  const { items, more } = await findVersions(database, leaf.id);

  expect(more).toBe(true);
  const ids = items.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([root.id, middle.id, leaf.id]));
  expect(ids.length).toBeLessThan(210);
});

test("statistics tell success, rating and the median time of each operation", async () => {
  const { id: prompt_id } = await insertPrompt(database.db);
  const started_at = new Date("2026-01-01T00:00:00Z");
  const after = (seconds: number) => new Date(started_at.getTime() + seconds * 1000);
  const preview = { poster_path: "poster.jpg", strip_path: "strip.jpg" };
  const completed = { prompt_id, status: "completed" as const, started_at };
  await insertRun(database.db, { ...completed, completed_at: after(10), rating: 5 });
  const best = await insertRun(database.db, {
    ...{ ...completed, completed_at: after(20), rating: 4, preview },
  });
  await insertRun(database.db, { ...completed, completed_at: after(90), preview });
  await insertRun(database.db, { prompt_id, status: "failed" });
  await insertRun(database.db, { prompt_id, model_type: "enhance" });

  const { operations, best_run_id } = await getPromptStatistics(database, prompt_id);

  expect(operations).toEqual([
    {
      model_type: "enhance",
      runs: { pending: 1 },
      success: null,
      rating: null,
      median_seconds: null,
    },
    {
      model_type: "transfer",
      runs: { completed: 3, failed: 1 },
      success: 0.75,
      rating: { average: 4.5, count: 2 },
      median_seconds: 20,
    },
  ]);
  expect(best_run_id).toBe(best.id);
});
