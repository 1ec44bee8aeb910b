import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Db } from "@/server/db/open-database";
import { prompts } from "@/server/db/schema";
import { deleteInput } from "@/server/inputs/delete-input";
import { importInput } from "@/server/inputs/import-input";
import { listInputs } from "@/server/inputs/list-inputs";
import { type CreatePromptInput, createPrompt } from "@/server/prompts/create-prompt";
import { listPrompts } from "@/server/prompts/list-prompts";
import { updatePrompt } from "@/server/prompts/update-prompt";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt } from "../harness/factories";

const clip = join(import.meta.dirname, "../fixtures/clip.mp4");
let database: TestDatabase;
let ctx: { db: TestDatabase["db"]; env: TestDatabase["env"]; actor: string };
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = { db: database.db, env: database.env, actor: "api" };
});
afterAll(() => database.drop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "Street Scene-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const add = (...names: string[]) => {
  for (const name of names) copyFileSync(clip, join(folder, name));
};
const inputsKept = () => {
  mkdirSync(join(database.env.dataDir, "inputs"), { recursive: true });
  return readdirSync(join(database.env.dataDir, "inputs"));
};

test("the videos of a folder are found by their names and copied into the data folder", async () => {
  add("color.mp4", "depth.mp4", "segmentation.mp4", "notes.mp4");

  const prompt = await createPrompt(ctx, { prompt_text: " A quiet street \0", input_dir: folder });

  expect(prompt).toMatchObject({
    prompt_text: "A quiet street",
    name: "quiet_street",
    run_count: 0,
  });
  expect(Object.keys(prompt.inputs).sort()).toEqual(["depth", "seg", "video"]);
  const { items } = await listInputs(ctx);
  const input = items.find((each) => each.name === prompt.input_name);
  expect(input?.files[0]?.media).toMatchObject({ width: 64, height: 36, frames: 12, fps: 12 });
  expect(input?.prompt_count).toBe(1);
});

test("the same videos are kept once; the same text twice makes two prompts", async () => {
  add("color.mp4");
  const input = { prompt_text: "Twice", input_dir: folder };

  const [one, two] = [await createPrompt(ctx, input), await createPrompt(ctx, input)];

  expect(one?.id).not.toBe(two?.id);
  expect(one?.input_name).toBe(two?.input_name);
});

test("other videos in a folder of the same name are kept beside the first", async () => {
  add("color.mp4");
  const one = await createPrompt(ctx, { prompt_text: "One", input_dir: folder });
  add("depth.mp4");

  const two = await createPrompt(ctx, { prompt_text: "Two", input_dir: folder });

  expect(two.input_name).not.toBe(one.input_name);
  expect(one.inputs.depth).toBeUndefined();
});

test.each([
  ["blank", "  \0 ", "must not be blank"],
  ["too long", "x".repeat(10_001), "has 10001 characters, but at most 10000"],
])("%s text is refused and nothing is left behind", async (_name, prompt_text, message) => {
  add("color.mp4");
  const before = inputsKept();

  await expect(createPrompt(ctx, { prompt_text, input_dir: folder })).rejects.toThrow(message);

  expect(inputsKept()).toEqual(before);
});

test("10 000 characters are accepted, also where each takes several bytes", async () => {
  add("color.mp4");

  const prompt = await createPrompt(ctx, { prompt_text: "😀".repeat(10_000), input_dir: folder });

  expect([...prompt.prompt_text]).toHaveLength(10_000);
});

test("a folder without color.mp4 is refused, naming file and folder", async () => {
  add("depth.mp4");

  const asked = createPrompt(ctx, { prompt_text: "A street", input_dir: folder });

  await expect(asked).rejects.toThrow(`The folder ${folder} has no color.mp4`);
});

test("a file that is no video is refused, with no row and no file left behind", async () => {
  add("color.mp4");
  writeFileSync(join(folder, "depth.mp4"), "I am a text");
  const before = inputsKept();
  const rows = (await listPrompts(ctx, {})).items.length;

  const asked = createPrompt(ctx, { prompt_text: "A street", input_dir: folder });

  await expect(asked).rejects.toThrow(/depth\.mp4 is not a readable video/);
  expect(inputsKept()).toEqual(before);
  expect((await listPrompts(ctx, {})).items).toHaveLength(rows);
});

test.each([
  ["a folder that does not exist", "/nowhere/at/all", "There is no folder /nowhere/at/all"],
  ["a relative path", "some/folder", "must be an absolute path"],
])("%s is refused", async (_name, input_dir, message) => {
  await expect(createPrompt(ctx, { prompt_text: "A street", input_dir })).rejects.toThrow(message);
});

test("a prompt without any input is refused; an unknown or tricky input name is not found", async () => {
  await expect(createPrompt(ctx, { prompt_text: "A" })).rejects.toThrow("input_dir is required");
  for (const input_name of ["nope", "../..", ".incoming-x"]) {
    await expect(createPrompt(ctx, { prompt_text: "A", input_name })).rejects.toThrow(
      /There is no input folder/,
    );
  }
});

test("two prompts made from one folder at the same moment share one copy", async () => {
  add("color.mp4", "edge.mp4");
  const input = { prompt_text: "At once", input_dir: folder };

  const prompts = await Promise.all(Array.from({ length: 4 }, () => createPrompt(ctx, input)));

  expect(new Set(prompts.map((prompt) => prompt.input_name)).size).toBe(1);
  expect(inputsKept().filter((name) => name.startsWith("."))).toEqual([]);
});

/** Does something just before the row of a new prompt is written; gives what became of the prompt. */
async function createAfter(input: CreatePromptInput, act: (tx: Db) => Promise<unknown>) {
  const waits = sql`select 1 from pg_locks where relation = 'prompts'::regclass and not granted`;
  const { creation } = await database.db.transaction(async (tx) => {
    // Prompts can be read but not written by others.
    await tx.execute(sql`lock table prompts in share mode`);
    const creation = createPrompt(ctx, input).catch((error: unknown) => error);
    await expect.poll(async () => (await tx.execute(waits)).length, { timeout: 60_000 }).toBe(1);
    await act(tx);
    return { creation };
  });
  return creation;
}

test("an input that is deleted while a prompt is made of it leaves no prompt without videos", async () => {
  add("color.mp4");
  const { input_name } = (await importInput(database.env.dataDir, folder)).input;

  const end = await createAfter({ prompt_text: "Late", input_name }, () =>
    deleteInput(ctx, { name: input_name, dry_run: false }),
  );

  const message = `Input ${input_name} was deleted at this moment: choose another one.`;
  expect(end).toMatchObject({ message });
  expect((await listPrompts(ctx, { search: "Late" })).items).toEqual([]);
});

test("why a new version could not be kept is told, also when its videos are gone", async () => {
  const { id } = await insertPrompt(database.db);

  const end = await createAfter({ prompt_text: "Newer", parent_prompt_id: id }, (tx) =>
    tx.delete(prompts).where(eq(prompts.id, id)),
  );

  expect(end).toMatchObject({ cause: { code: "23503" } });
});

test("a dry run makes nothing", async () => {
  add("color.mp4");
  const before = inputsKept();

  const prompt = await createPrompt(ctx, { prompt_text: "Dry", input_dir: folder, dry_run: true });

  expect(prompt.name).toBe("dry");
  expect(inputsKept()).toEqual(before);
});

test("a prompt's text can be changed, but not to nothing", async () => {
  add("color.mp4");
  const { id } = await createPrompt(ctx, { prompt_text: "Before", input_dir: folder });

  expect(await updatePrompt(ctx, { id, prompt_text: "After" })).toMatchObject({
    prompt_text: "After",
    name: "before",
  });
  await expect(updatePrompt(ctx, { id, prompt_text: " " })).rejects.toThrow("must not be blank");
});

test("the beginning of an id finds its prompt", async () => {
  add("color.mp4");
  const { id } = await createPrompt(ctx, { prompt_text: "Fog", input_dir: folder });
  await createPrompt(ctx, { prompt_text: "Other", input_dir: folder });

  const { items } = await listPrompts(ctx, { search: id.slice(0, 8) });

  expect(items.map((prompt) => prompt.id)).toEqual([id]);
});

test("pages of prompts and literal search", async () => {
  add("color.mp4");
  for (const prompt_text of ["50% rain", "wall_x one", "wall_x two"]) {
    await createPrompt(ctx, { prompt_text, input_dir: folder });
  }

  expect((await listPrompts(ctx, { search: "wall_x" })).items).toHaveLength(2);
  expect((await listPrompts(ctx, { search: "0% r" })).items).toHaveLength(1);
  const first = await listPrompts(ctx, { limit: 1 });
  const second = await listPrompts(ctx, { limit: 1, cursor: first.next_cursor ?? "" });
  expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
});
