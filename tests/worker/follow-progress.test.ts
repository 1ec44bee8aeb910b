import { appendFileSync, mkdirSync, utimesSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "@/server/context";
import { getRun } from "@/server/runs/get-run";
import { listRunEvents } from "@/server/runs/list-run-events";
import { readRows } from "@/server/runs/read-rows";
import { findDeadline } from "@/server/worker/find-deadline";
import { ProgressFollower } from "@/server/worker/follow-progress";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertRun } from "../harness/factories";

const MINUTE = 60_000;
const startedAt = new Date("2026-01-01T10:00:00Z");
const after = (minutes: number) => new Date(startedAt.getTime() + minutes * MINUTE);

let database: TestDatabase;
let ctx: ServiceContext;

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = { db: database.db, env: database.env, actor: "api" };
});
afterAll(() => database.drop());

const worker = () => ({
  db: database.db,
  env: database.env,
  logger: { info() {}, warn() {}, error() {} },
});

/** A running run of Cosmos Transfer 1 whose program has just said `log`. */
async function startRun(log: string, config: Record<string, unknown> = {}) {
  const execution_config = { model: "cosmos-transfer1", num_steps: 35, ...config };
  const inserted = await insertRun(database.db, {
    status: "running",
    execution_config,
    started_at: startedAt,
  });
  const folder = join(database.env.dataDir, "runs", inserted.id);
  mkdirSync(join(folder, "in"), { recursive: true });
  await copyFile(
    join(import.meta.dirname, "../fixtures/clip.mp4"),
    join(folder, "in", "input.mp4"),
  );
  const run = await row(inserted.id);
  const follower = new ProgressFollower(worker());
  const say = (text: string, at: Date) => {
    appendFileSync(join(folder, "run.log"), text);
    utimesSync(join(folder, "run.log"), at, at);
  };
  say(log, startedAt);
  follower.follow(run);
  return { run, follower, say };
}

async function row(id: string) {
  const [found] = await readRows(database.db, [id]);
  if (!found) throw new Error(`There is no run ${id}.`);
  return found;
}

const warningsOf = async (id: string) =>
  (await listRunEvents(ctx, id)).filter(({ type }) => type === "warning").map((e) => e.message);

test("a long silence is a warning, once, until the program speaks again", async () => {
  const { run, follower, say } = await startRun("Starting diffusion sampling\n");

  await follower.look(after(40));
  expect((await getRun(ctx, run.id)).warning).toBeNull();
  await follower.look(after(46));
  await follower.look(after(50));
  expect((await getRun(ctx, run.id)).warning).toMatch(/nothing for 45 minutes/);
  say("Completed diffusion sampling\n", after(51));
  await follower.look(after(52));

  expect((await getRun(ctx, run.id)).warning).toBeNull();
  expect(await warningsOf(run.id)).toHaveLength(1);
});

test("a worker that takes over does not repeat a warning", async () => {
  const { run, follower } = await startRun("Starting diffusion sampling\n");
  await follower.look(after(46));
  const next = new ProgressFollower(worker());
  next.follow(await row(run.id));

  await next.look(after(60));

  expect((await getRun(ctx, run.id)).warning).toMatch(/45 minutes/);
  expect(await warningsOf(run.id)).toHaveLength(1);
});

test("each phase is kept with the moment it was seen, also by a worker that takes over", async () => {
  const { run, follower, say } = await startRun("Start creating base model\n");
  const phases = async () => (await getRun(ctx, run.id)).phases.map(({ phase }) => phase);

  await follower.look(after(1));
  say("Complete loading base model\n", after(2));
  await follower.look(after(2));
  say("Starting diffusion sampling\n", after(3));
  const next = new ProgressFollower(worker());
  next.follow(await row(run.id));
  await next.look(after(3));

  expect(await phases()).toEqual(["loading model", "sampling"]);
  const [first, second] = (await getRun(ctx, run.id)).phases;
  expect(Date.parse(first?.at ?? "")).toBeLessThanOrEqual(Date.parse(second?.at ?? ""));
});

test("while a model is silent, runs like it say how long it will take", async () => {
  const config = { num_steps: 7 };
  for (const minutes of [9, 10, 60]) {
    await insertRun(database.db, {
      status: "completed",
      execution_config: { model: "cosmos-transfer1", ...config },
      outputs: { frames: 12 },
      started_at: startedAt,
      exited_at: after(minutes),
    });
  }
  const { run, follower } = await startRun("Starting diffusion sampling\n", config);

  await follower.look(after(5));

  expect((await getRun(ctx, run.id)).progress).toMatchObject({
    phase: "sampling",
    fraction: 0.5,
    eta_seconds: 300,
  });
});

test("runs with other settings, on other models or on longer videos say nothing", async () => {
  const others = [
    { execution_config: { model: "cosmos-transfer1", num_steps: 99 } },
    { execution_config: { model: "cosmos-transfer1", num_steps: 3, gpus: 4 } },
    { execution_config: { model: "reference", num_steps: 3 } },
    { execution_config: { model: "cosmos-transfer1", num_steps: 3 }, outputs: { frames: 900 } },
  ];
  for (const other of others) {
    await insertRun(database.db, {
      status: "completed",
      outputs: { frames: 12 },
      started_at: startedAt,
      exited_at: after(10),
      ...other,
    });
  }
  const { run, follower } = await startRun("Starting diffusion sampling\n", { num_steps: 3 });

  await follower.look(after(5));

  expect((await getRun(ctx, run.id)).progress).toMatchObject({ eta_seconds: null });
});

test("a run's wall-clock limit is its model's, settled once and shown", async () => {
  const { run } = await startRun("");

  const deadline = await findDeadline(worker(), run);

  expect(deadline).toEqual(after(120));
  expect((await getRun(ctx, run.id)).time_limit_seconds).toBe(7200);
});

test("a run that does not run has no deadline", async () => {
  expect(await findDeadline(worker(), await insertRun(database.db))).toBeNull();
});
