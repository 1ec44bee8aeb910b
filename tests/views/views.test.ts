import { afterAll, beforeAll, expect, test } from "vitest";
import { ChangeFeed } from "@/server/activity/change-feed";
import { createCaller } from "@/server/api/root";
import { createTestDatabase, type TestDatabase } from "../harness/database";

let database: TestDatabase;
let caller: ReturnType<typeof createCaller>;
beforeAll(async () => {
  database = await createTestDatabase();
  const { db, env } = database;
  caller = createCaller({ db, env, actor: "api", feed: new ChangeFeed() });
});
afterAll(() => database.drop());

test("a view is kept with what it shows, and with nothing else of an address", async () => {
  const saved = await caller.views.save({
    name: "  Failed\nupscales ",
    query: "cursor=abc&status=failed&type=upscale&bulk=delete",
  });

  expect(saved).toMatchObject({
    name: "Failed upscales",
    query: "type=upscale&status=failed",
    created_by: "api",
  });
  expect(await caller.views.list()).toContainEqual(saved);
});

test("a name that is taken is refused until it is asked to be replaced", async () => {
  const first = await caller.views.save({ name: "Best", query: "rating=5" });

  await expect(caller.views.save({ name: "BEST", query: "rating=4" })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("“BEST”"),
  });
  const replaced = await caller.views.save({ name: "BEST", query: "rating=4", replace: true });

  expect(replaced).toMatchObject({ id: first.id, name: "BEST", query: "rating=4" });
  expect(replaced.replaced_query).toBe("rating=5");
});

test("a view is changed by its id, whatever it is called by now", async () => {
  const { id } = await caller.views.save({ name: "Opened", query: "rating=1" });
  await caller.views.rename({ id, name: "Renamed meanwhile" });

  const changed = await caller.views.save({ id, name: "Opened", query: "rating=2" });

  expect(changed).toMatchObject({ id, name: "Renamed meanwhile", query: "rating=2" });
  expect(changed.replaced_query).toBe("rating=1");
  expect((await caller.views.list()).map(({ name }) => name)).not.toContain("Opened");
});

test("a view that was deleted meanwhile is not changed", async () => {
  const { id } = await caller.views.save({ name: "Gone", query: "rating=1" });
  await caller.views.delete({ id });

  await expect(caller.views.save({ id, name: "Gone", query: "rating=2" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("saving the same again changes nothing and is no conflict", async () => {
  const first = await caller.views.save({ name: "Again", query: "status=failed" });

  const again = await caller.views.save({ name: "Again", query: "status=failed" });

  expect(again.id).toBe(first.id);
  expect(again.replaced_query).toBeUndefined();
});

test("two who save the same new name at once: one is told", async () => {
  const save = (query: string) => caller.views.save({ name: "Raced", query });

  const outcomes = await Promise.allSettled([save("rating=1"), save("rating=2")]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a view is renamed, but not to the name of another", async () => {
  const view = await caller.views.save({ name: "Old name", query: "" });
  await caller.views.save({ name: "Taken", query: "rating=3" });

  expect(await caller.views.rename({ id: view.id, name: "old NAME" })).toMatchObject({
    id: view.id,
    name: "old NAME",
  });
  await expect(caller.views.rename({ id: view.id, name: "taken" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("a deleted view comes back as it was when it is saved again", async () => {
  const view = await caller.views.save({ name: "Undone", query: "sort=longest" });

  const { name, query } = await caller.views.delete({ id: view.id });
  expect((await caller.views.list()).some(({ id }) => id === view.id)).toBe(false);
  const restored = await caller.views.save({ name, query });

  expect(restored).toMatchObject({ name: "Undone", query: "sort=longest" });
  await expect(caller.views.delete({ id: view.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test.each(["", "   ", "x".repeat(81)])("the name %j is refused in words", async (name) => {
  await expect(caller.views.save({ name, query: "" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
    message: "A view needs a name of 1 to 80 characters.",
  });
});
