import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { waitFor } from "../../harness/wait-for";

/** A moment in the conversation of worker and engine. */
export interface Point {
  method: "GET" | "POST" | "DELETE";
  /** Of the request without its query. */
  path: RegExp;
  /** `before` the engine gets the request, or `after` it answered and before the worker hears of it. */
  when: "before" | "after";
  /** With `after`: only answers that have this. */
  answer?: RegExp;
  /** Asked at that moment; false lets it pass. */
  only?: () => Promise<boolean>;
}

export interface Held {
  /** Resolves when a request waits there. */
  reached(): Promise<void>;
  /** Lets all pass whose askers still live. */
  release(): void;
}

export interface EngineProxy {
  /** For DOCKER_HOST. */
  host: string;
  /** Stops every request at that point until it is released. */
  hold(point: Point): Held;
  /** The network is gone: connections break, new ones are refused. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

interface Hold {
  point: Point;
  waiting: (() => void)[];
  count: number;
}

/** Stands between a worker and the engine behind `socket`, to stop time at chosen points. */
export async function startEngineProxy(socket: string): Promise<EngineProxy> {
  // Short, because the path of a socket may have no more than 107 characters.
  const folder = mkdtempSync("/tmp/cosmos-proxy-");
  const holds = new Set<Hold>();
  const sockets = new Set<Socket>();
  let away = false;

  async function pass(when: Point["when"], asked: IncomingMessage, answer = ""): Promise<void> {
    for (const hold of [...holds].filter(({ point }) => point.when === when)) {
      if (!concerns(hold.point, asked)) continue;
      if (hold.point.answer && !hold.point.answer.test(answer)) continue;
      if (hold.point.only && !(await hold.point.only())) continue;
      hold.count += 1;
      await new Promise<void>((resolve) => hold.waiting.push(resolve));
    }
  }

  async function serve(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await buffer(asked);
    await pass("before", asked);
    if (asked.socket.destroyed) return;
    const upstream = await forward(socket, asked, body);
    answer.once("close", () => upstream.destroy());
    const { connection: _, "transfer-encoding": chunked, ...headers } = upstream.headers;
    const isHeld = [...holds].some(({ point }) => point.when === "after" && concerns(point, asked));
    if (!isHeld) {
      answer.writeHead(upstream.statusCode ?? 0, headers);
      answer.flushHeaders();
      await pipeline(upstream, answer);
      return;
    }
    const whole = await buffer(upstream);
    await pass("after", asked, whole.toString());
    if (asked.socket.destroyed) return;
    answer.writeHead(upstream.statusCode ?? 0, {
      ...headers,
      ...(chunked && { "content-length": whole.length }),
    });
    answer.end(whole);
  }

  const server = createServer((asked, answer) => {
    void serve(asked, answer).catch(() => asked.socket.destroy());
  });
  // Engines keep idle connections for ever.
  server.keepAliveTimeout = 0;
  server.on("connection", (connection: Socket) => {
    if (away) connection.destroy();
    sockets.add(connection);
    connection.once("close", () => sockets.delete(connection));
  });
  const path = join(folder, "docker.sock");
  await new Promise<void>((resolve) => server.listen(path, resolve));

  const breakAll = () => {
    for (const connection of sockets) connection.destroy();
  };
  return {
    host: `unix://${path}`,
    hold(point) {
      const hold: Hold = { point, waiting: [], count: 0 };
      holds.add(hold);
      return {
        reached: async () => {
          const what = `${point.method} ${point.path} to be held ${point.when}`;
          await waitFor(() => hold.count > 0, what, 60_000);
        },
        release: () => {
          holds.delete(hold);
          for (const go of hold.waiting) go();
        },
      };
    },
    cut() {
      away = true;
      breakAll();
    },
    mend() {
      away = false;
    },
    async close() {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function concerns({ method, path }: Point, { method: used, url = "" }: IncomingMessage): boolean {
  return used === method && path.test(url.split("?")[0] ?? "");
}

function forward(socketPath: string, asked: IncomingMessage, body: Buffer) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const { method, url: path, headers } = asked;
    const options = { socketPath, method, path, headers, agent: false } as const;
    request(options, resolve).once("error", reject).end(body);
  });
}
