import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Proxy {
  /** For DOCKER_HOST. */
  host: string;
  /** From now on each connection is lost after so many bytes from the engine. */
  cutAfter(bytes: number): void;
  /** How many connections were cut. */
  cuts(): number;
  stop(): Promise<void>;
}

/** A line to an engine's Unix socket that can be cut. */
export async function startProxy(socketPath: string): Promise<Proxy> {
  let limit = Number.POSITIVE_INFINITY;
  let cuts = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const engine = connect(socketPath);
    let passed = 0;
    for (const socket of [client, engine]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        client.destroy();
        engine.destroy();
      });
    }
    client.pipe(engine);
    engine.on("data", (bytes: Buffer) => {
      passed += bytes.length;
      if (passed < limit) {
        if (!client.write(bytes)) engine.pause();
        return;
      }
      cuts += 1;
      client.write(bytes.subarray(0, bytes.length - (passed - limit)), () => client.destroy());
      engine.destroy();
    });
    client.on("drain", () => engine.resume());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    host: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAfter: (bytes) => (limit = bytes),
    cuts: () => cuts,
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
