import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { join } from "node:path";
import { json } from "node:stream/consumers";

/** A container as the fake knows it. */
interface Known {
  Id: string;
  name: string;
  labels: Record<string, string> | null;
  status: "created" | "running" | "exited";
}

/** Answers a request itself; false leaves it to the fake. */
type Handler = (answer: ServerResponse, asked: IncomingMessage) => boolean | void;

export interface FakeEngine {
  /** For DOCKER_HOST. */
  host: string;
  /** What was asked, such as `POST /containers/create`. */
  asked: string[];
  containers: Map<string, Known>;
  /** Takes over the requests whose `METHOD /path` matches, the latest handler first. */
  on(request: RegExp, handler: Handler): void;
  /** Has a container made by someone else. */
  add(container: Partial<Known>): Known;
  /** Says a line to all who follow its events. */
  tell(line: string): void;
  /** How many follow its events now. */
  followers(): number;
  /** Breaks the connections of all who follow its events. */
  cutEvents(): void;
  close(): Promise<void>;
}

/** As much of the Engine API as runs need, over a Unix socket, to misbehave as no real engine does on demand. */
export async function startFakeEngine(): Promise<FakeEngine> {
  const folder = mkdtempSync("/tmp/cosmos-fake-");
  const path = join(folder, "docker.sock");
  const containers = new Map<string, Known>();
  const handlers: { request: RegExp; handler: Handler }[] = [];
  const followers = new Set<ServerResponse>();
  const sockets = new Set<Socket>();
  const asked: string[] = [];

  const find = (idOrName: string) =>
    [...containers.values()].find(({ Id, name }) => Id === idOrName || name === idOrName);
  const add = (given: Partial<Known>): Known => {
    const Id = randomBytes(32).toString("hex");
    const container: Known = { Id, name: "foreign", labels: {}, status: "created", ...given };
    containers.set(container.Id, container);
    return container;
  };

  async function serve(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://engine");
    const what = `${request.method} ${url.pathname}`;
    asked.push(what);
    for (const { request: pattern, handler } of handlers) {
      if (pattern.test(what) && handler(answer, request) !== false) return;
    }
    const say = (status: number, body?: unknown) => sayJson(answer, status, body);
    if (what === "GET /events") {
      answer.writeHead(200, { "content-type": "application/json" }).flushHeaders();
      followers.add(answer);
      answer.once("close", () => followers.delete(answer));
      return;
    }
    if (what === "GET /containers/json") {
      const { label = [] } = JSON.parse(url.searchParams.get("filters") ?? "{}");
      say(200, [...containers.values()].filter((each) => has(each, label)).map(listed));
      return;
    }
    if (what === "GET /info") return say(200, { ServerVersion: "20.10.24" });
    if (what === "GET /images/json") return say(200, []);
    if (what.startsWith("GET /images/")) return say(200, { Id: `sha256:${"a".repeat(64)}` });
    if (what === "POST /containers/create") {
      const name = url.searchParams.get("name") ?? "";
      const { Labels } = (await json(request)) as { Labels: Record<string, string> };
      if (find(name)) return say(409, { message: `Conflict. The name "/${name}" is in use.` });
      return say(201, { Id: add({ name, labels: Labels }).Id, Warnings: [] });
    }
    const [, , idOrName = "", verb] = url.pathname.split("/");
    const container = find(idOrName);
    if (!container) return say(404, { message: `No such container: ${idOrName}` });
    if (request.method === "GET") return say(200, inspected(container));
    if (verb === "start") container.status = "running";
    if (verb === "kill") container.status = "exited";
    if (request.method === "DELETE") containers.delete(container.Id);
    say(204);
  }

  const server = createServer((request, answer) => {
    void serve(request, answer).catch(() => answer.destroy());
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    host: `unix://${path}`,
    ...{ asked, containers, add },
    on: (request, handler) => void handlers.unshift({ request, handler }),
    tell: (line) => {
      for (const follower of followers) follower.write(line);
    },
    followers: () => followers.size,
    cutEvents: () => {
      for (const follower of followers) follower.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Answers with JSON, or with nothing. */
export function sayJson(answer: ServerResponse, status: number, body?: unknown): void {
  answer.writeHead(status, { "content-type": "application/json" });
  answer.end(body === undefined ? undefined : JSON.stringify(body));
}

const has = ({ labels }: Known, wanted: string[]) =>
  wanted.every((pair) => {
    const [name = "", value] = pair.split("=");
    return labels?.[name] === value;
  });

/** Only what every version from 1.41 on says. */
const listed = ({ Id, name, labels, status }: Known) => ({
  ...{ Id, Names: [`/${name}`], Image: "cosmos-test", ImageID: "sha256:a", Labels: labels },
  State: status,
});

const inspected = ({ Id, name, labels, status }: Known) => ({
  ...{ Id, Name: `/${name}`, Image: "sha256:a", Config: { Labels: labels } },
  State: {
    ...{ Status: status, Running: status === "running", Paused: false, OOMKilled: false },
    ...{ ExitCode: 0, FinishedAt: "2026-01-02T03:04:05.123456789Z" },
  },
});
