import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startListener } from "@/server/db/listener";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { waitFor } from "../harness/wait-for";

let test: TestDatabase;
let network: Awaited<ReturnType<typeof startNetwork>>;
beforeAll(async () => {
  test = await createTestDatabase();
  network = await startNetwork(test);
});
afterAll(async () => {
  network.close();
  await test.drop();
});

it("is noticed and replaced although nothing ever says that it is dead", async () => {
  const heard: string[] = [];
  const stop = new AbortController();
  let scans = 0;
  const listener = startListener({
    connection: { ...test.connection, host: "127.0.0.1", port: network.port },
    channels: ["news"],
    onNotify: (_channel, payload) => heard.push(payload),
    onConnect: () => {
      scans += 1;
    },
    signal: stop.signal,
    keepaliveMs: 200,
  });
  await waitFor(() => listener.isConnected(), "the connection");

  network.swallowEverything();
  await waitFor(() => scans === 2, "the second connection");
  await test.sql`select pg_notify('news', 'heard')`;

  await waitFor(() => heard.includes("heard"), "the news");
  expect(scans).toBe(2);
  stop.abort();
  await listener.ended;
});

/** A network in front of the server that can lose all packets of its present connections. */
async function startNetwork({ connection }: TestDatabase) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(join(connection.host, `.s.PGSQL.${connection.port}`));
    for (const [from, to] of [[near, far] as const, [far, near] as const]) {
      sockets.add(from);
      from.on("error", () => undefined);
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as { port: number }).port,
    swallowEverything: () => {
      for (const socket of sockets) socket.unpipe().resume();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
