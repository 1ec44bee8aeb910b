import { afterAll, beforeAll, expect, test } from "vitest";
import { ChangeFeed } from "@/server/activity/change-feed";
import { createCaller } from "@/server/api/root";
import { engines } from "@/server/db/schema";
import { createTestDatabase, type TestDatabase } from "../harness/database";

let database: TestDatabase;
let caller: ReturnType<typeof createCaller>;
beforeAll(async () => {
  database = await createTestDatabase();
  const { db, env } = database;
  caller = createCaller({ db, env, actor: "api", feed: new ChangeFeed() });
});
afterAll(() => database.drop());

test("the doctor says that nothing can run before a worker has reported", async () => {
  const { ok, checks } = await caller.system.doctor();
  expect(ok).toBe(false);
  expect(checks).toContainEqual(expect.objectContaining({ name: "worker", status: "failed" }));
  expect(checks).toContainEqual(
    expect.objectContaining({
      name: "database",
      status: "ok",
      message: expect.stringMatching(/^PostgreSQL \d+/),
    }),
  );
});

test("the doctor passes on what an engine's worker has reported", async () => {
  await database.db.insert(engines).values({
    name: "gpu1",
    reachable: true,
    slots: [{ id: "cpu-0", label: "CPU 0" }],
    details: { kind: "Docker", version: "28.2.2", problems: ["Something is odd."] },
  });
  const { checks } = await caller.system.doctor();
  const ofEngine = checks.filter(({ name }) => name === "engine gpu1");
  expect(ofEngine).toMatchObject([
    { status: "ok", message: "It answers: Docker 28.2.2, 1 slot." },
    { status: "warning", message: "Something is odd." },
  ]);
});

test("an engine is drained and undrained by its name", async () => {
  expect(await caller.engines.drain({ name: "gpu1" })).toMatchObject({ draining: true });
  expect(await caller.engines.list()).toMatchObject([{ name: "gpu1", draining: true }]);
  expect(await caller.engines.undrain({ name: "gpu1" })).toMatchObject({ draining: false });
});

test("an engine that does not exist can't be drained", async () => {
  await expect(caller.engines.drain({ name: "gpu9" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
