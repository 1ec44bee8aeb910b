import { afterAll, beforeAll, expect, test } from "vitest";
import type { BulkReport } from "@/domain/bulk/bulk-report";
import { type ActOnManyInput, actOnMany } from "@/server/runs/act-on-many";
import { getRun } from "@/server/runs/get-run";
import { listRunEvents } from "@/server/runs/list-run-events";
import { listRuns } from "@/server/runs/list-runs";
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

type Overrides = Parameters<typeof insertRun>[1];

/** Runs of one new prompt, by which a filter finds them. */
async function insertMany(...each: NonNullable<Overrides>[]) {
  const { id: prompt_id } = await insertPrompt(database.db);
  const runs = [];
  for (const overrides of each) {
    runs.push(await insertRun(database.db, { prompt_id, ...overrides }));
  }
  return { filter: { prompt_id }, ids: runs.map((run) => run.id) };
}

/** Goes on until nothing remains, as the page does. */
async function actOnAll(input: ActOnManyInput): Promise<BulkReport["done"]> {
  const done: BulkReport["done"] = [];
  let as_of = input.as_of;
  for (let calls = 0; calls < 50; calls++) {
    const report = await actOnMany(ctx, { ...input, ...(as_of && { as_of }) });
    as_of = report.as_of;
    done.push(...report.done);
    expect(report.refused).toEqual([]);
    if (report.remaining === 0) return done;
  }
  throw new Error("It never came to an end.");
}

const withVideo = (id: string) => ({
  id,
  status: "completed" as const,
  outputs: { output_path: `runs/${id}/out/output.mp4`, width: 64, height: 64, frames: 8, fps: 8 },
});
const statusesOf = async (ids: string[]) =>
  Promise.all(ids.map(async (id) => (await getRun(ctx, id)).status));

test("a dry run tells by status what would be cancelled and why others are skipped", async () => {
  const { filter, ids } = await insertMany(
    { status: "pending" },
    { status: "running" },
    { status: "running", cancel_requested_at: new Date() },
    { status: "failed" },
    { status: "completed" },
  );

  const preview = await actOnMany(ctx, { action: "cancel", filter, dry_run: true });

  expect(preview).toMatchObject({ applies: { pending: 1, running: 1 }, done: [], remaining: 2 });
  const skipped = preview.skipped.map(({ reason, count }) => [reason, count]);
  expect(Object.fromEntries(skipped)).toEqual({
    "ended already": 2,
    "being cancelled already": 1,
  });
  expect(await statusesOf(ids)).toEqual(["pending", "running", "running", "failed", "completed"]);
});

test("cancelling does what its dry run said, and nothing the second time", async () => {
  const { filter, ids } = await insertMany({}, { status: "running" }, { status: "completed" });

  const done = await actOnAll({ action: "cancel", filter });
  const again = await actOnMany(ctx, { action: "cancel", filter });

  expect(done.map(({ run_id }) => run_id).sort()).toEqual(ids.slice(0, 2).sort());
  expect(await statusesOf(ids)).toEqual(["cancelled", "running", "completed"]);
  expect((await getRun(ctx, ids[1] ?? "")).cancel_requested_at).not.toBeNull();
  expect(again).toMatchObject({ done: [], remaining: 0 });
});

test("a filter is resolved on the server, in bounded steps, until all are done", async () => {
  const { filter } = await insertMany(
    ...Array.from({ length: 12 }, () => ({ status: "failed" as const })),
    ...Array.from({ length: 3 }, () => ({ status: "completed" as const })),
  );

  const first = await actOnMany(ctx, {
    action: "retry",
    filter: { ...filter, status: ["failed"] },
    limit: 5,
  });
  const rest = await actOnAll({
    action: "retry",
    filter: { ...filter, status: ["failed"] },
    limit: 5,
    as_of: first.as_of,
  });

  expect(first.done).toHaveLength(5);
  expect(first.remaining).toBe(7);
  expect(rest).toHaveLength(7);
  const { items } = await listRuns(ctx, { ...filter, limit: 200 });
  const retries = items.flatMap((run) => run.execution_config.retry_of_run_id ?? []);
  expect(retries).toHaveLength(12);
  expect(new Set(retries).size).toBe(12);
});

test("runs that come after the preview are not touched", async () => {
  const { filter } = await insertMany({ status: "pending" });
  const { as_of } = await actOnMany(ctx, { action: "cancel", filter, dry_run: true });
  const later = new Date(Date.parse(as_of) + 1000);
  const late = await insertRun(database.db, { ...filter, created_at: later });

  await actOnAll({ action: "cancel", filter, as_of });

  expect((await getRun(ctx, late.id)).status).toBe("pending");
});

test("what was retried is not retried again, also when the retry failed", async () => {
  const { filter } = await insertMany({ status: "failed" });
  const [done] = await actOnAll({ action: "retry", filter });
  await database.sql`update runs set status = 'failed', completed_at = now(), error_message = 'No.'
    where id = ${done?.new_run_id ?? ""}`;

  const again = await actOnAll({ action: "retry", filter });

  expect(again.map(({ run_id }) => run_id)).toEqual([done?.new_run_id]);
});

test("a failed family is retried as a family", async () => {
  const { id: prompt_id } = await insertPrompt(database.db);
  const parent = await insertRun(database.db, { prompt_id, status: "failed" });
  const child = await insertRun(database.db, {
    prompt_id,
    model_type: "upscale",
    status: "failed",
    execution_config: { model: "reference", parent_run_id: parent.id },
  });

  const done = await actOnAll({ action: "retry", filter: { prompt_id } });

  const newRun = (id: string) => done.find((each) => each.run_id === id)?.new_run_id ?? "";
  expect((await getRun(ctx, newRun(child.id))).parent_run_id).toBe(newRun(parent.id));
});

test("upscaling makes one upscale of each transfer that has none, however often asked", async () => {
  const { filter, ids } = await insertMany(
    withVideo("bulkupscale1"),
    withVideo("bulkupscale2"),
    { status: "completed" },
    { status: "failed" },
  );

  const done = await actOnAll({ action: "upscale", filter });
  const again = await actOnMany(ctx, { action: "upscale", filter });

  expect(done.map(({ run_id }) => run_id).sort()).toEqual(ids.slice(0, 2));
  const made = await Promise.all(done.map(({ new_run_id }) => getRun(ctx, new_run_id ?? "")));
  expect(made.map((run) => run.parent_run_id).sort()).toEqual(ids.slice(0, 2));
  expect(again.done).toEqual([]);
  expect(again.skipped.find(({ reason }) => reason === "upscaled already")?.count).toBe(2);
});

test("rating rates the completed ones, and null takes the ratings back", async () => {
  const { ids } = await insertMany({ status: "completed" }, { status: "completed" }, {});

  await actOnAll({ action: "rate", ids, rating: 4 });
  const rated = await Promise.all(ids.map(async (id) => (await getRun(ctx, id)).rating));
  await actOnAll({ action: "rate", ids, rating: null });
  const unrated = await Promise.all(ids.map(async (id) => (await getRun(ctx, id)).rating));

  expect(rated).toEqual([4, 4, null]);
  expect(unrated).toEqual([null, null, null]);
});

test("deleting takes families whole, and leaves who is continued by a run that stays", async () => {
  const { filter, ids } = await insertMany(
    { id: "bulkdelete01", status: "completed" },
    { id: "bulkdelete02", status: "completed" },
    {
      model_type: "upscale",
      status: "failed",
      execution_config: { parent_run_id: "bulkdelete01" },
    },
    {
      model_type: "upscale",
      status: "pending",
      execution_config: { parent_run_id: "bulkdelete02" },
    },
  );

  const done = await actOnAll({ action: "delete", filter, limit: 1 });
  const again = await actOnMany(ctx, { action: "delete", filter });

  expect(done.map(({ run_id }) => run_id)).toEqual([ids[2], ids[0]]);
  expect((await listRuns(ctx, filter)).items.map((run) => run.id).sort()).toEqual(
    [ids[1], ids[3]].sort(),
  );
  expect(again).toMatchObject({ done: [], remaining: 0 });
  expect(again.skipped).toHaveLength(2);
});

test("runs can be left out of a filter", async () => {
  const { filter, ids } = await insertMany({}, {}, {});

  const done = await actOnAll({ action: "cancel", filter, except: ids.slice(1) });

  expect(done.map(({ run_id }) => run_id)).toEqual([ids[0]]);
});

test("two at the same moment do nothing twice", async () => {
  const { filter } = await insertMany({ status: "failed" }, { status: "failed" });

  await Promise.allSettled([
    actOnMany(ctx, { action: "retry", filter }),
    actOnMany(ctx, { action: "retry", filter }),
  ]);
  await actOnAll({ action: "retry", filter });

  const { items } = await listRuns(ctx, filter);
  expect(items).toHaveLength(4);
});

test("who asked is in the timeline of each run", async () => {
  const { filter, ids } = await insertMany({ status: "completed" });

  await actOnAll({ action: "rate", rating: 5, filter });

  const events = await listRunEvents(ctx, ids[0] ?? "");
  expect(events.at(-1)).toMatchObject({ type: "rated", actor: "api" });
});

test.each([
  [{ action: "cancel" }, "either a filter or ids"],
  [{ action: "cancel", ids: ["a"], filter: {} }, "either a filter or ids"],
  [{ action: "rate", ids: ["a"] }, "a rating belongs"],
  [{ action: "cancel", rating: 3, ids: ["a"] }, "a rating belongs"],
] as [ActOnManyInput, string][])("%o is refused", async (input, message) => {
  await expect(actOnMany(ctx, input)).rejects.toThrow(message);
});

test("ids of no run are nothing to act on", async () => {
  const report = await actOnMany(ctx, { action: "delete", ids: ["nothinghere0", "a\0b"] });

  expect(report).toMatchObject({ done: [], remaining: 0, skipped: [] });
});
