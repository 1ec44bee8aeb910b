import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWebServer } from "@/server/web/create-web-server";

export const runId = "k3v9x0a2b7cd";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface MediaServer {
  dataDir: string;
  /** Sends the path as it is: `fetch` would tidy `..` away before anyone could refuse it. */
  ask: (path: string, options?: AskOptions) => Promise<Answer>;
  /** Asks, and hangs up at the first bytes. */
  leave: (path: string) => Promise<void>;
  stop: () => Promise<void>;
}

export interface AskOptions {
  method?: string;
  headers?: Record<string, string>;
}

/** The real web server on a free port, with a data folder of its own and a stand-in for Next. */
export async function startMediaServer(): Promise<MediaServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "cosmos-media-"));
  const server = createWebServer({
    dataDir,
    host: "127.0.0.1",
    dev: false,
    handlePage: async (_request, response) => {
      response.end("a page");
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    dataDir,
    ask: (path, options) => ask(server, path, options),
    leave: (path) => leave(server, path),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Writes a file below the data folder and returns its path. */
export async function putFile(dataDir: string, path: string, content: string | Uint8Array) {
  const file = join(dataDir, path);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, content);
  return file;
}

/** Makes `path` a link to `target`, both below the data folder. */
export async function putLink(dataDir: string, path: string, target: string) {
  const link = join(dataDir, path);
  await mkdir(join(link, ".."), { recursive: true });
  await symlink(join(dataDir, target), link);
}

function ask(server: Server, path: string, { method = "GET", headers = {} }: AskOptions = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.once("error", reject);
    sent.end();
  });
}

function leave(server: Server, path: string) {
  const { port } = server.address() as AddressInfo;
  return new Promise<void>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path }, (response) => {
      response.once("data", () => response.destroy());
      response.once("close", resolve);
    });
    sent.once("error", reject);
    sent.end();
  });
}
