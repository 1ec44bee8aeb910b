import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunRecord } from "@/domain/records";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertRun } from "../harness/factories";
import { runCosmos } from "../harness/run-cosmos";
import { startServer, type TestServer } from "../harness/server";

let database: TestDatabase;
let server: TestServer;
const cosmos = (...args: string[]) => runCosmos({ url: server.url }, ...args);

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
  await server?.remove();
  await database?.drop();
});

test("cosmos rate gives a completed run its stars and takes them back", async () => {
  const { id } = await insertRun(database.db, { status: "completed" });

  const rated = await cosmos("rate", id, "4");
  expect(rated).toMatchObject({ code: 0, stdout: `${id} ★★★★☆ 4 of 5\n` });
  const taken = await cosmos("rate", id.slice(0, 6), "none", "--json");
  expect(taken.json<RunRecord>()).toMatchObject({ id, rating: null });
});

test("cosmos rate refuses what is no rating, and a run that has no result", async () => {
  const { id } = await insertRun(database.db, { status: "failed" });

  expect(await cosmos("rate", id, "6")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("1, 2, 3, 4, 5 or none"),
  });
  expect(await cosmos("rate", id, "3")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("only a completed run can be rated"),
  });
  expect(await cosmos("rate", "nosuchid", "3")).toMatchObject({ code: 3 });
});
