import { afterAll, beforeAll, expect, test } from "vitest";
import { ChangeFeed, parseNotification } from "@/server/activity/change-feed";
import { refuseForeign } from "@/server/api/check-origin";
import { appRouter, createCaller } from "@/server/api/root";
import { startListener } from "@/server/db/listener";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt, insertRun } from "../harness/factories";
import { createScene } from "../harness/scene";
import { waitFor } from "../harness/wait-for";

let database: TestDatabase;
let caller: ReturnType<typeof createCaller>;
const feed = new ChangeFeed();
const stopping = new AbortController();

beforeAll(async () => {
  database = await createTestDatabase();
  const { ctx } = createScene(database);
  caller = createCaller({ ...ctx, feed }, { signal: stopping.signal });
  const listener = startListener({
    connection: database.connection,
    channels: ["cosmos_run", "cosmos_activity"],
    signal: stopping.signal,
    onConnect: () => feed.emit({ kind: "resync" }),
    onNotify: (channel, payload) => {
      const change = parseNotification(channel, payload);
      if (change) feed.emit(change);
    },
  });
  await waitFor(() => listener.isConnected(), "the listener");
});
afterAll(async () => {
  stopping.abort();
  await database.drop();
});

test("the API has the procedures of the contract", () => {
  expect(Object.keys(appRouter._def.procedures).sort()).toEqual([
    "activity.get",
    "activity.poll",
    "activity.timeline",
    "activity.watch",
    "engines.drain",
    "engines.list",
    "engines.undrain",
    "inputs.create",
    "inputs.delete",
    "inputs.get",
    "inputs.list",
    "inputs.progress",
    "prompts.create",
    "prompts.delete",
    "prompts.get",
    "prompts.list",
    "prompts.preview_overwrite",
    "prompts.update",
    "queue.get",
    "queue.pause",
    "queue.resume",
    "queue.state",
    "runs.bulk",
    "runs.cancel",
    "runs.create",
    "runs.delete",
    "runs.events",
    "runs.foresee",
    "runs.get",
    "runs.give_up",
    "runs.lineage",
    "runs.list",
    "runs.log",
    "runs.log_index",
    "runs.rate",
    "runs.retry",
    "system.doctor",
    "system.health",
    "views.delete",
    "views.list",
    "views.rename",
    "views.save",
  ]);
});

test.each([
  ["NOT_FOUND", () => caller.runs.get({ id: "zzzzzzzzzzzz" })],
  ["BAD_REQUEST", () => caller.runs.create({ model_type: "predict" })],
  ["BAD_REQUEST", () => caller.runs.list({ limit: 201 })],
  ["BAD_REQUEST", () => caller.runs.list({ model_type: ["inference"] } as never)],
  ["BAD_REQUEST", () => caller.runs.get({ id: 7 } as never)],
  ["BAD_REQUEST", () => caller.runs.bulk({ action: "cancel" })],
  ["BAD_REQUEST", () => caller.prompts.create({ prompt_text: "x", colour: 1 } as never)],
])("%s is the code of what the caller did wrong", async (code, ask) => {
  await expect(ask()).rejects.toMatchObject({ code });
});

/** The next events of a subscription until one is as wanted. */
async function nextEvent<T>(events: AsyncIterable<unknown>, isWanted: (event: T) => boolean) {
  for await (const event of events) {
    const [id, data] = event as [string, T];
    if (isWanted(data)) return { id, data };
  }
  throw new Error("the subscription ended");
}

test("a pending run that is cancelled says so in its timeline", async () => {
  const { id } = await insertRun(database.db);

  await caller.runs.cancel({ id });

  const events = await caller.runs.events({ id });
  expect(events.map((event) => event.type)).toEqual(["cancel_requested", "cancelled"]);
});

type RunEvent = { type: string; run?: { id: string; status: string }; id?: string };

test("a watcher hears of a run's change as it happens", async () => {
  const run = await insertRun(database.db);
  const events = await caller.activity.watch({ run_id: run.id });
  const heard = nextEvent<RunEvent>(events, (event) => event.run?.status === "cancelled");

  await caller.runs.cancel({ id: run.id });

  expect((await heard).data).toMatchObject({ type: "run", run: { id: run.id } });
});

test("a watcher that was away is told what changed meanwhile", async () => {
  const before = await caller.activity.get({});
  const run = await insertRun(database.db);
  await caller.runs.cancel({ id: run.id });

  const events = await caller.activity.watch({ lastEventId: String(before.cursor) });

  const { data } = await nextEvent<RunEvent>(events, (event) => event.run?.id === run.id);
  expect(data.run?.status).toBe("cancelled");
});

test("a watcher hears that a run was deleted, and that the queue was paused", async () => {
  const run = await insertRun(database.db, { status: "failed" });
  const deleted = nextEvent<RunEvent>(
    await caller.activity.watch({}),
    (event) => event.type === "run_deleted" && event.id === run.id,
  );
  const paused = nextEvent<{ type: string; activity?: { queue: { paused: boolean } } }>(
    await caller.activity.watch({}),
    (event) => event.activity?.queue.paused === true,
  );

  await caller.runs.delete({ id: run.id });
  await caller.queue.pause();

  await deleted;
  await paused;
  expect(await caller.queue.get()).toMatchObject({ paused: true, paused_by: "api" });
  await caller.queue.resume();
});

test("activity is filtered by type and status, straight from the run table", async () => {
  const { id: prompt_id } = await insertPrompt(database.db);
  await insertRun(database.db, { prompt_id, model_type: "upscale", status: "running" });
  await insertRun(database.db, { prompt_id, model_type: "enhance", status: "completed" });
  await insertRun(database.db, { prompt_id });

  const upscales = await caller.activity.get({ prompt_id, model_type: ["upscale"] });
  const completed = await caller.activity.get({ prompt_id, status: ["completed"] });

  expect(upscales.running).toHaveLength(1);
  expect(upscales.pending).toEqual([]);
  expect(completed.running).toEqual([]);
  expect(completed.recent).toHaveLength(1);
  expect(completed.counts.transfer.pending).toBeGreaterThan(0);
});

const request = (headers: Record<string, string>, method = "POST") =>
  new Request("http://127.0.0.1:3000/api/trpc/queue.pause", {
    method,
    headers: { host: "127.0.0.1:3000", ...headers },
  });

test.each([
  ["another site", { origin: "https://evil.example", "content-type": "application/json" }],
  ["an opaque origin", { origin: "null", "content-type": "application/json" }],
  ["a form of any site", { "content-type": "multipart/form-data; boundary=x" }],
  ["a body without a type", {}],
])("requests from %s are not let in", (_name, headers) => {
  expect(refuseForeign(request(headers as Record<string, string>))).toMatch(/\w/);
});

test("our own pages and programs are let in", () => {
  const json = { "content-type": "application/json" };

  expect(refuseForeign(request({ ...json, origin: "http://127.0.0.1:3000" }))).toBeNull();
  expect(refuseForeign(request(json))).toBeNull();
  expect(refuseForeign(request({}, "GET"))).toBeNull();
});
