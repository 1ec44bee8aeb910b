import { afterAll, beforeAll, expect, test } from "vitest";
import { countPrompts } from "@/server/prompts/count-prompts";
import { findPromptFacts } from "@/server/prompts/find-prompt-facts";
import { listPrompts } from "@/server/prompts/list-prompts";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt, insertRun } from "../harness/factories";

let database: TestDatabase;
const names = new Map<string, string>();
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

/** A prompt that was made on a day of January, with completed runs rated so, and others. */
async function add(name: string, made: Made) {
  const { id } = await insertPrompt(database.db, {
    name,
    prompt_text: made.text ?? `All about ${name}`,
    input_name: made.input ?? "city",
    created_at: day(made.day),
    enhanced_by_run_id: made.enhanced ? "enhancer" : null,
  });
  names.set(id, name);
  for (const rating of made.ratings ?? []) {
    await insertRun(database.db, { prompt_id: id, status: "completed", rating });
  }
  for (const status of made.others ?? []) await insertRun(database.db, { prompt_id: id, status });
  return id;
}

interface Made {
  day: number;
  text?: string;
  input?: string;
  enhanced?: boolean;
  ratings?: (number | null)[];
  others?: ("pending" | "failed")[];
}

beforeAll(async () => {
  database = await createTestDatabase();
  await add("loved", { day: 1, ratings: [5, 4], text: "50% fog" });
  await add("busy", { day: 2, ratings: [3, null], others: ["failed", "pending"], text: "wall_x" });
  await add("untouched", { day: 3, input: "dune", text: "500 walls x" });
  await add("failing", { day: 4, others: ["failed"], enhanced: true, input: "dune" });
  // Of the same moment, so that paging must fall back on the id.
  await add("twin", { day: 5, ratings: [3] });
  await add("twin", { day: 5, ratings: [3] });
});
afterAll(() => database.drop());

async function list(input: Parameters<typeof listPrompts>[1], limit = 50): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await listPrompts(database, { ...input, limit, ...(cursor && { cursor }) });
    found.push(...page.items.map(({ id }) => names.get(id) ?? ""));
    cursor = page.next_cursor;
  } while (cursor);
  return found;
}

test.each<[string, Parameters<typeof listPrompts>[1], string[]]>([
  ["a percent sign", { search: "50%" }, ["loved"]],
  ["an underscore", { search: "wall_x" }, ["busy"]],
  ["an input", { input_name: "dune" }, ["failing", "untouched"]],
  ["enhanced ones", { enhanced: true }, ["failing"]],
  ["those with results", { completed: true }, ["twin", "twin", "busy", "loved"]],
  ["those without results", { completed: false }, ["failing", "untouched"]],
  ["a first day", { created_from: day(4).toISOString() }, ["twin", "twin", "failing"]],
  ["a last day", { created_to: day(3).toISOString() }, ["busy", "loved"]],
  ["an average rating", { rating_min: 3.5 }, ["loved"]],
  ["several at once", { completed: false, enhanced: false }, ["untouched"]],
])("%s filters, and is counted the same", async (_name, query, expected) => {
  expect(await list(query)).toEqual(expected);
  expect(await countPrompts(database, query)).toBe(expected.length);
});

test.each([
  ["newest", ["twin", "twin", "failing", "untouched", "busy", "loved"]],
  ["most_runs", ["busy", "loved", "twin", "twin", "failing", "untouched"]],
  ["best_rated", ["loved", "twin", "twin", "busy", "failing", "untouched"]],
] as const)("%s: in pages of any size every prompt comes once", async (sort, expected) => {
  for (const limit of [1, 2, 50]) expect(await list({ sort }, limit)).toEqual(expected);
});

test("a cursor of another order is refused", async () => {
  const { next_cursor } = await listPrompts(database, { limit: 1, sort: "most_runs" });

  await expect(listPrompts(database, { cursor: next_cursor ?? "" })).rejects.toThrow(
    "belongs to another order",
  );
});

test("runs are told by status, with their average rating and the newest picture", async () => {
  const { id } = await insertPrompt(database.db, { name: "pictured" });
  const base = { prompt_id: id, status: "completed" as const };
  const preview = (file: string) => ({ poster_path: `${file}.jpg`, strip_path: "strip.jpg" });
  await insertRun(database.db, { ...base, rating: 2, created_at: day(1), preview: preview("old") });
  const run = await insertRun(database.db, {
    ...base,
    created_at: day(2),
    preview: preview("new"),
  });
  await insertRun(database.db, { ...base, rating: 5, created_at: day(3) });
  await insertRun(database.db, { prompt_id: id, status: "failed" });

  const facts = await findPromptFacts(database, [id, "nobody"]);

  expect(facts.get(id)).toEqual({
    runs: { completed: 3, failed: 1 },
    rating: { average: 3.5, count: 2 },
    latest: { run_id: run.id, poster_path: "new.jpg" },
  });
  expect(facts.get("nobody")).toEqual({ runs: {}, rating: null, latest: null });
});
