import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunRecord } from "@/domain/records";
import { getLineage } from "@/server/runs/get-lineage";
import { getRun } from "@/server/runs/get-run";
import { listRuns } from "@/server/runs/list-runs";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt, insertRun } from "../harness/factories";

let database: TestDatabase;
const ids: string[] = [];
const day = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 3_600_000);

beforeAll(async () => {
  database = await createTestDatabase();
  const plain = await insertPrompt(database.db, { name: "plain", prompt_text: "A quiet street." });
  const odd = await insertPrompt(database.db, { name: "odd", prompt_text: "50% fog on wall_x" });
  const types = ["enhance", "transfer", "upscale"];
  const statuses = ["pending", "completed", "failed"] as const;
  for (let index = 0; index < 60; index++) {
    const { id } = await insertRun(database.db, {
      prompt_id: index % 10 === 0 ? odd.id : plain.id,
      model_type: types[index % 3] ?? "",
      status: statuses[Math.floor(index / 3) % 3] ?? "pending",
      // Pairs share a moment, so that paging must fall back on the id.
      created_at: day(Math.floor(index / 2)),
      rating: index % 7 === 0 ? 4 : null,
    });
    ids.push(id);
  }
});
afterAll(() => database.drop());

const durationOf = (run: RunRecord) =>
  run.completed_at && run.started_at
    ? Date.parse(run.completed_at) - Date.parse(run.started_at)
    : -1;
const sortable = (rank: number, run: RunRecord) =>
  `${String(rank + 1).padStart(12, "0")} ${run.created_at} ${run.id}`;

async function all(input: Parameters<typeof listRuns>[1]) {
  const items = [];
  let cursor: string | null | undefined;
  do {
    const page = await listRuns(database, { ...input, ...(cursor && { cursor }) });
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return items;
}

test.each([1, 7, 50, 200])("in pages of %i every run comes once, newest first", async (limit) => {
  const items = await all({ limit });

  expect(items).toHaveLength(60);
  expect(new Set(items.map((run) => run.id)).size).toBe(60);
  const order = items.map((run) => `${run.created_at} ${run.id}`);
  expect(order).toEqual([...order].sort().reverse());
});

test("runs that arrive while someone pages neither shift nor repeat what follows", async () => {
  const first = await listRuns(database, { limit: 20 });
  const late = await insertRun(database.db, { created_at: day(1000) });

  const rest = await all({ limit: 20, cursor: first.next_cursor ?? "" });

  expect(rest).toHaveLength(40);
  await database.sql`delete from runs where id = ${late.id}`;
});

const orders = [
  ["oldest", (run: RunRecord) => `${run.created_at} ${run.id}`, 1],
  ["longest", (run: RunRecord) => sortable(durationOf(run), run), -1],
  ["best_rated", (run: RunRecord) => sortable(run.rating ?? 0, run), -1],
] as const;

test.each(orders)("sorted by %s, every page continues the one before", async (sort, key, way) => {
  await database.sql`update runs set completed_at = started_at + (ascii(id) % 5) * interval '7 s'
    where completed_at is not null`;

  const items = await all({ sort, limit: 7 });

  const keys = items.map(key);
  const sorted = [...keys].sort();
  expect(keys).toEqual(way === 1 ? sorted : sorted.reverse());
  expect(new Set(items.map((run) => run.id)).size).toBe(60);
});

test.each(["oldest", "longest", "best_rated"] as const)(
  "runs that arrive while someone pages by %s neither shift nor repeat what follows",
  async (sort) => {
    const whole = await all({ sort });
    const first = await listRuns(database, { sort, limit: 20 });
    const started_at = day(1);
    const early = await insertRun(database.db, {
      status: "completed",
      created_at: day(-1),
      started_at,
      completed_at: day(900),
      rating: 5,
    });

    const rest = await all({ sort, limit: 20, cursor: first.next_cursor ?? "" });

    expect([...first.items, ...rest].map((run) => run.id)).toEqual(whole.map((run) => run.id));
    await database.sql`delete from runs where id = ${early.id}`;
  },
);

test("a cursor of another order is refused", async () => {
  const { next_cursor } = await listRuns(database, { limit: 1 });

  await expect(listRuns(database, { sort: "longest", cursor: next_cursor ?? "" })).rejects.toThrow(
    /another order/,
  );
});

test("completed transfers are told apart by whether they were upscaled", async () => {
  const prompt = await insertPrompt(database.db);
  const transfer = () =>
    insertRun(database.db, { prompt_id: prompt.id, status: "completed", created_at: day(2000) });
  const upscaleOf = (parent_run_id: string, status: "pending" | "failed") =>
    insertRun(database.db, {
      prompt_id: prompt.id,
      model_type: "upscale",
      status,
      execution_config: { model: "reference", parent_run_id },
    });
  const [upscaled, failed, untouched] = [await transfer(), await transfer(), await transfer()];
  await upscaleOf(upscaled.id, "pending");
  await upscaleOf(failed.id, "failed");
  await insertRun(database.db, { prompt_id: prompt.id, status: "failed" });

  const found = async (value: boolean) =>
    (await all({ prompt_id: prompt.id, upscaled: value })).map((run) => run.id).sort();

  expect(await found(true)).toEqual([upscaled.id]);
  expect(await found(false)).toEqual([failed.id, untouched.id].sort());
  await database.sql`delete from runs where prompt_id = ${prompt.id}`;
});

test("types, statuses, rating and dates combine", async () => {
  const items = await all({
    model_type: ["transfer", "upscale"],
    status: ["completed"],
    created_from: day(5).toISOString(),
    created_to: day(25).toISOString(),
  });

  expect(items.length).toBeGreaterThan(0);
  for (const run of items) {
    expect(["transfer", "upscale"]).toContain(run.model_type);
    expect(run.status).toBe("completed");
    expect(run.created_at >= day(5).toISOString() && run.created_at < day(25).toISOString()).toBe(
      true,
    );
  }
  expect((await all({ rating_min: 4 })).every((run) => run.rating === 4)).toBe(true);
});

test.each(["50%", "wall_x", "FOG"])("searching %j finds it literally", async (search) => {
  expect(await all({ search })).toHaveLength(6);
});

test.each(["5_%", "wall%x", "100%"])("searching %j finds nothing", async (search) => {
  expect(await all({ search })).toEqual([]);
});

test("searching for the beginning of an id finds the run", async () => {
  const [id = ""] = ids;

  expect((await all({ search: id.slice(0, 10) })).map((run) => run.id)).toEqual([id]);
});

test.each(["nonsense", Buffer.from("1|abc").toString("base64url")])(
  "the broken cursor %s is refused",
  async (cursor) => {
    await expect(listRuns(database, { cursor })).rejects.toThrow(/first page/);
  },
);

test("a filter that is given twice counts once", async () => {
  const page = await listRuns(database, { status: ["failed", "failed"], limit: 1 });

  expect(page.items).toHaveLength(1);
  expect(page.next_cursor).not.toBeNull();
});

test.each(["a\0b", "half \ud83d"])(
  "searching for what no text can hold, %j, finds nothing",
  async (search) => {
    expect(await all({ search, prompt_id: "a\0" })).toEqual([]);
  },
);

test("an id may be shortened to a unique prefix, and only to that", async () => {
  await insertRun(database.db, { id: "prefixaaaaaa" });
  await insertRun(database.db, { id: "prefixbbbbbb" });

  expect((await getRun(database, "prefixa")).id).toBe("prefixaaaaaa");
  await expect(getRun(database, "prefix")).rejects.toThrow(/Several runs begin with/);
  await expect(getRun(database, "%")).rejects.toThrow(/There is no run "%"/);
  await expect(getRun(database, "")).rejects.toThrow(/There is no run/);
});

test("a family is found from each of its members, oldest first", async () => {
  const enhance = await insertRun(database.db, { model_type: "enhance", status: "completed" });
  const child = (parent_run_id: string, model_type: string) =>
    insertRun(database.db, {
      model_type,
      prompt_id: enhance.prompt_id,
      execution_config: { model: "reference", parent_run_id },
    });
  const transfer = await child(enhance.id, "transfer");
  const upscales = [await child(transfer.id, "upscale"), await child(transfer.id, "upscale")];

  const family = await getLineage(database, String(upscales[1]?.id));

  expect(family[0]?.id).toBe(enhance.id);
  expect(family.map((run) => run.id).sort()).toEqual(
    [enhance, transfer, ...upscales].map((run) => run.id).sort(),
  );
});
