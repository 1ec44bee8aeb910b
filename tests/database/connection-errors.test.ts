import { createServer } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseEnv } from "@/env";
import { openDatabase } from "@/server/db/open-database";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { productRoot } from "../harness/scratch-server";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const messageFor = (url: string) =>
  openDatabase(parseEnv({ DATABASE_URL: url, COSMOS_ROOT: productRoot })).then(
    () => "opened",
    (error) => `${error.message} ${error.stack}`,
  );

it.each([
  ["a port where nothing listens", "postgres://ann:secret@127.0.0.1:1/x", /nothing answers there/],
  ["a host that is not there", "postgres://ann:secret@no-such-host.invalid/x", /host/],
  ["a socket that is not there", "postgres://ann:secret@localhost/x?host=/nowhere", /socket/],
  ["no address", "postgres://ann:secret@host:port/x", /not a valid address/],
])("says what is wrong with DATABASE_URL: %s", async (_name, url, reason) => {
  const message = await messageFor(url);

  expect(message).toMatch(/DATABASE_URL/);
  expect(message).toMatch(reason);
  expect(message).not.toContain("secret");
});

it("says that the database is missing", async () => {
  const url = test.url.replace(test.connection.database, "not_there");

  expect(await messageFor(url)).toMatch(/DATABASE_URL .*no database of that name/);
});

it("says that something other than Postgres hung up", async () => {
  const impostor = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
  await new Promise((resolve) => impostor.once("listening", resolve));
  const { port } = impostor.address() as { port: number };

  const message = await messageFor(`postgres://ann:secret@127.0.0.1:${port}/x`);

  impostor.close();
  expect(message).toMatch(/DATABASE_URL .*hung up/);
  expect(message).not.toContain("secret");
});
