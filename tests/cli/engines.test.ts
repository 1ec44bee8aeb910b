import { afterAll, beforeAll, expect, test } from "vitest";
import type { DoctorRecord } from "@/domain/doctor/doctor-check";
import type { EngineRecord } from "@/domain/records";
import { createTestDatabase, type TestDatabase } from "../harness/database";
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

test("cosmos doctor shows every check, and its exit code says whether one has failed", async () => {
  const { code, stdout } = await cosmos("doctor");
  const record = (await cosmos("doctor", "--json")).json<DoctorRecord>();
  expect(code).toBe(record.ok ? 0 : 1);
  for (const { name, message } of record.checks) {
    expect(stdout).toContain(name);
    expect(message).not.toBe("");
  }
  expect(record.checks).toContainEqual(
    expect.objectContaining({ name: "engine local", status: "ok" }),
  );
});

test("cosmos doctor names an engine that takes no runs until it is undrained", async () => {
  expect(await cosmos("engines", "drain", "local")).toMatchObject({ code: 0, stderr: "" });
  const listed = (await cosmos("engines", "--json")).json<EngineRecord[]>();
  expect(listed).toMatchObject([{ name: "local", draining: true }]);
  expect((await cosmos("doctor")).stdout).toContain("cosmos engines undrain local");

  const undrained = await cosmos("engines", "undrain", "local", "--json");
  expect(undrained.json<EngineRecord>()).toMatchObject({ name: "local", draining: false });
  expect((await cosmos("engines")).stdout).toMatch(/local +healthy +yes/);
});

test("cosmos engines refuses an engine that is unknown or not named", async () => {
  expect(await cosmos("engines", "drain", "gpu9")).toMatchObject({ code: 3 });
  expect(await cosmos("engines", "drain")).toMatchObject({ code: 2 });
  expect(await cosmos("engines", "explode", "local")).toMatchObject({ code: 2 });
});
