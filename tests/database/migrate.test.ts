import { afterAll, beforeAll, expect, it } from "vitest";
import { parseDatabaseUrl } from "@/server/db/database-connection";
import { openSession, type Session } from "@/server/db/open-session";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { bundleScript, runScript } from "../harness/run-script";
import { productRoot } from "../harness/scratch-server";

let test: TestDatabase;
let admin: Session;
beforeAll(async () => {
  test = await createTestDatabase();
  admin = await openSession({ ...test.connection, database: "postgres" });
});
afterAll(async () => {
  await admin.close();
  await test.drop();
});

it("migrates an empty database once when four processes start at once", async () => {
  const script = await bundleScript("database/scripts/migrate.ts");
  const name = `${test.connection.database}_empty`;
  await admin.sql.unsafe(`create database ${name}`);
  const url = test.url.replace(test.connection.database, name);

  const codes = await Promise.all(
    Array.from({ length: 4 }, () => runScript(script, [url, productRoot]).ended),
  );

  const session = await openSession(parseDatabaseUrl(url));
  const settings = await session.sql`select instance from settings`;
  const applied = await session.sql`select hash from drizzle.__drizzle_migrations`;
  await session.close();
  await admin.sql.unsafe(`drop database ${name} with (force)`);
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(settings).toEqual([{ instance: expect.stringMatching(/^[0-9a-f]{12}$/) }]);
  expect(new Set(applied.map(({ hash }) => hash)).size).toBe(applied.length);
});
