import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ChangeFeed } from "@/server/activity/change-feed";
import { createCaller } from "@/server/api/root";
import { engines, holds, runs, settings } from "@/server/db/schema";
import { noteWaitReason } from "@/server/runs/note-wait-reason";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt, insertRun } from "../harness/factories";

const MINUTE = 60_000;
const base = Date.now() - 120 * MINUTE;
const at = (minute: number) => new Date(base + minute * MINUTE);
const ran = (from: number, to: number) => ({
  created_at: at(from),
  started_at: at(from),
  exited_at: at(to),
  completed_at: at(to + 1),
  engine: "box",
  slot: "a",
  attempt: 1,
});

let database: TestDatabase;
let caller: ReturnType<typeof createCaller>;
let prompt_id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db, env } = database;
  caller = createCaller({ db, env, actor: "api", feed: new ChangeFeed() });
  prompt_id = (await insertPrompt(db, { name: "Rain" })).id;
  await db.insert(engines).values({
    name: "box",
    reachable: true,
    slots: [
      { id: "a", label: "GPU 0" },
      { id: "b", label: "GPU 1" },
    ],
    details: {},
    observed_at: new Date(),
  });
});
afterAll(() => database.drop());

const read = (from: number, to: number) =>
  caller.activity.timeline({ from: at(from).toISOString(), to: at(to).toISOString() });

/** Name, beginning and end of what a lane shows, in minutes. */
async function laneOf(slot: string, from: number, to: number) {
  const { lanes } = await read(from, to);
  const lane = lanes.find((each) => each.slot === slot);
  const minute = (ms: number | null) => (ms === null ? null : Math.round((ms - base) / MINUTE));
  return {
    label: lane?.label,
    bars: lane?.bars.map(({ id, start, end }) => [id, minute(start), minute(end)]),
    gaps: lane?.gaps.map(({ reason, start, end }) => [reason, minute(start), minute(end)]),
  };
}

test("every slot has a lane with the runs that held it, until their container ended", async () => {
  const { db } = database;
  const first = await insertRun(db, { prompt_id, status: "completed", ...ran(10, 20) });
  const both = { ...ran(25, 30), slot: "a,b" };
  const second = await insertRun(db, { prompt_id, status: "completed", ...both });

  expect(await laneOf("a", 0, 40)).toEqual({
    label: "GPU 0",
    bars: [
      [first.id, 10, 20],
      [second.id, 25, 30],
    ],
    gaps: [
      ["Queue empty", 0, 10],
      ["Queue empty", 20, 25],
      ["Queue empty", 30, 40],
    ],
  });
  expect((await laneOf("b", 0, 40)).bars).toEqual([[second.id, 25, 30]]);
});

test("a child's wait for its parent explains an idle slot", async () => {
  const { db } = database;
  const parent = await insertRun(db, {
    prompt_id,
    status: "completed",
    ...ran(50, 60),
    slot: "elsewhere",
  });
  const child = await insertRun(db, {
    prompt_id,
    status: "completed",
    ...ran(61, 65),
    model_type: "upscale",
    created_at: at(50),
    execution_config: { model: "reference", parent_run_id: parent.id },
  });

  const { bars, gaps } = await laneOf("a", 50, 65);

  expect(bars).toEqual([[child.id, 61, 65]]);
  expect(gaps).toEqual([["Waiting for parent", 50, 61]]);
});

test("a run that was created long before the window is in it while it runs", async () => {
  const run = await insertRun(database.db, {
    prompt_id,
    status: "running",
    created_at: at(-60 * 24 * 40),
    started_at: at(-60 * 24 * 39),
    engine: "box",
    slot: "c",
    attempt: 1,
  });

  const { bars } = await laneOf("c", 100, 110);

  expect(bars?.map(([id, , end]) => [id, end])).toEqual([[run.id, null]]);
});

test("a pause is told from the moment it began", async () => {
  const { db } = database;
  await db.update(settings).set({ paused: true, paused_by: "cli", paused_at: at(115) });

  const { gaps } = await laneOf("b", 112, 118);

  await caller.queue.resume();
  expect(gaps).toEqual([
    ["Queue empty", 112, 115],
    ["Queue paused (by cli)", 115, 118],
  ]);
});

test("what a run waited for stays the reason after it has started", async () => {
  const { db } = database;
  const reason = "GPU 0: a foreign process holds 21 GB.";
  const run = await insertRun(db, { prompt_id, created_at: at(70) });
  await noteWaitReason(db, run.id, reason);
  await db
    .update(holds)
    .set({ started_at: at(70) })
    .where(eq(holds.subject, run.id));

  await db
    .update(runs)
    .set({ status: "running", started_at: at(80), engine: "box", slot: "e" })
    .where(eq(runs.id, run.id));
  await db
    .update(holds)
    .set({ ended_at: at(79) })
    .where(eq(holds.subject, run.id));

  const { gaps } = await laneOf("e", 66, 90);
  expect(gaps).toEqual([
    ["Queue empty", 66, 70],
    [reason, 70, 79],
    ["Unknown: a run waited", 79, 80],
  ]);
});

test("of one hold after the other each is told, and none twice", async () => {
  const { db } = database;
  const run = await insertRun(db, { prompt_id });

  for (const reason of ["It needs 2 GPUs.", "It needs 2 GPUs.", "It needs 8 GPUs.", null]) {
    await noteWaitReason(db, run.id, reason);
  }

  const held = await db.select().from(holds).where(eq(holds.subject, run.id)).orderBy(holds.id);
  expect(held.map(({ reason, ended_at }) => [reason, ended_at !== null])).toEqual([
    ["It needs 2 GPUs.", true],
    ["It needs 8 GPUs.", true],
  ]);
});

test("an engine that drains or does not answer is told in its own lanes", async () => {
  const { db } = database;
  const engine = { name: "other", reachable: true, slots: [], details: {} };
  await db.insert(engines).values({ ...engine, draining: true });

  await db.update(engines).set({ reachable: false }).where(eq(engines.name, "other"));
  await db.delete(engines).where(eq(engines.name, "other"));

  const held = await db.select().from(holds).where(eq(holds.subject, "other")).orderBy(holds.id);
  expect(held.map(({ kind, ended_at }) => [kind, ended_at !== null])).toEqual([
    ["draining", true],
    ["unreachable", true],
  ]);
});

test("a bar tells when its model was loaded", async () => {
  const phases = [
    { phase: "starting", at: at(90.1).toISOString() },
    { phase: "loading model", at: at(90.2).toISOString() },
    { phase: "sampling", at: at(94).toISOString() },
    { phase: "saving", at: at(98).toISOString() },
  ];
  const run = await insertRun(database.db, {
    prompt_id,
    status: "completed",
    ...ran(90, 99),
    slot: "f",
    phases,
  });

  const { lanes } = await read(85, 100);

  const bar = lanes.find(({ slot }) => slot === "f")?.bars.find(({ id }) => id === run.id);
  expect(bar?.computes_at).toBe(at(94).getTime());
});

test("of more runs than can be drawn the latest are kept, and it says from when on", async () => {
  const ago = (days: number) => -days * 24 * 60;
  await database.sql`
    insert into runs (id, model_type, prompt_id, status, execution_config, log_path, engine, slot,
      created_at, started_at, exited_at, completed_at)
    select 'many' || i, 'transfer', ${prompt_id}, 'completed', '{}', 'runs/many/run.log', 'box', 'd',
      t, t, t + interval '1 second', t + interval '1 second'
    from generate_series(1, 10500) i,
      lateral (select ${at(ago(3)).toISOString()}::timestamptz + i * interval '2 seconds' as t) times`;

  const { lanes, cut_at } = await read(ago(4), ago(1));

  const bars = lanes.find(({ slot }) => slot === "d")?.bars ?? [];
  expect(bars.at(-1)?.id).toBe("many10500");
  expect(bars.length).toBeLessThanOrEqual(10_000);
  expect(cut_at).toBeLessThanOrEqual(bars[0]?.start ?? 0);
});

test.each([
  [{ from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z" }, "must come after"],
  [{ from: "2025-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z" }, "100 days"],
  [{ from: "yesterday", to: "2026-01-01T00:00:00Z" }, "from"],
])("a window that makes no sense is refused: %o", async (input, words) => {
  await expect(caller.activity.timeline(input)).rejects.toThrow(words);
});
