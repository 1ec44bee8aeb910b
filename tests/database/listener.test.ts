import { afterAll, beforeAll, expect, it } from "vitest";
import { parseEnv } from "@/env";
import { startListener } from "@/server/db/listener";
import { type Database, openDatabase } from "@/server/db/open-database";
import { killPostgres } from "../harness/kill-postgres";
import { createScratchServer, productRoot } from "../harness/scratch-server";
import { waitFor } from "../harness/wait-for";

const server = createScratchServer();
let database: Database;
beforeAll(async () => {
  database = await openDatabase(
    parseEnv({ COSMOS_DATA_DIR: server.dataDir, COSMOS_ROOT: productRoot }),
  );
});
afterAll(async () => {
  await database.close();
  await server.remove();
});

it("hears again after each of 10 crashes of the server, in a busy process", async () => {
  const restarts = 10;
  const stop = new AbortController();
  const heard = new Set<string>();
  let scans = 0;
  const listener = startListener({
    connection: database.connection,
    channels: ["first", "second"],
    onNotify: (channel, payload) => heard.add(`${channel} ${payload}`),
    onConnect: () => {
      scans += 1;
    },
    signal: stop.signal,
  });
  const busy = Promise.all(Array.from({ length: 8 }, () => keepBusy(database, stop.signal)));
  await waitFor(() => listener.isConnected(), "the first connection");

  let resubscribed = 0;
  for (let round = 1; round <= restarts; round++) {
    const before = scans;
    await killPostgres((await server.start()).pid);
    await waitFor(() => !listener.isConnected(), "the loss to be noticed");
    await server.start();
    await waitFor(() => scans > before && listener.isConnected(), `connection ${round}`);
    await database.sql`select pg_notify('first', ${`${round}`}), pg_notify('second', ${`${round}`})`;
    await waitFor(() => heard.has(`first ${round}`) && heard.has(`second ${round}`), "the news");
    resubscribed += 1;
  }
  stop.abort();
  const results = await busy;
  await listener.ended;

  expect(resubscribed).toBe(restarts);
  expect(results.every(({ good, bad }) => good > 0 && bad > 0)).toBe(true);
  expect(listener.isConnected()).toBe(false);
}, 180_000);

/** Queries and transactions without pause, and a blocked event loop now and then. */
async function keepBusy({ sql }: Database, signal: AbortSignal) {
  const counts = { good: 0, bad: 0 };
  while (!signal.aborted) {
    try {
      await sql`select ${counts.good}::int`;
      await sql.begin(async (tx) => {
        await tx`select pg_sleep(${0.005}::float)`;
        await tx`select ${2}::int`;
      });
      counts.good += 1;
    } catch {
      counts.bad += 1;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    if (counts.good % 50 === 0) blockFor(20);
  }
  return counts;
}

function blockFor(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}
