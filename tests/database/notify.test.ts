import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startListener } from "@/server/db/listener";
import { engines, runs } from "@/server/db/schema";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertRun } from "../harness/factories";
import { waitFor } from "../harness/wait-for";

let test: TestDatabase;
const heard: string[] = [];
const stop = new AbortController();
beforeAll(async () => {
  test = await createTestDatabase();
  const listener = startListener({
    connection: test.connection,
    channels: ["cosmos_run", "cosmos_activity"],
    onNotify: (channel, payload) => heard.push(`${channel} ${payload}`),
    onConnect: () => undefined,
    signal: stop.signal,
  });
  await waitFor(() => listener.isConnected(), "the listener");
});
afterAll(async () => {
  stop.abort();
  await test.drop();
});

it("says id, status and whether cancelling was asked, for each change of a run", async () => {
  const run = await insertRun(test.db);
  await test.db.update(runs).set({ cancel_requested_at: new Date() }).where(eq(runs.id, run.id));
  await test.db.delete(runs).where(eq(runs.id, run.id));

  await waitFor(() => heard.length >= 3, "three notifications");

  expect(heard).toEqual([
    `cosmos_run ${run.id}:pending:0`,
    `cosmos_run ${run.id}:pending:1`,
    `cosmos_run ${run.id}:deleted:0`,
  ]);
});

it("says which part of the activity changed", async () => {
  await test.db.insert(engines).values({ name: "local", reachable: true, slots: [], details: {} });

  await waitFor(() => heard.includes("cosmos_activity engines"), "the engine's notification");
});
