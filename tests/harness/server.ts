import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitFor } from "./wait-for";

const repository = join(import.meta.dirname, "../..");
const startMs = 60_000;

export interface TestServer {
  url: string;
  /** Absolute path of its data folder. */
  dataDir: string;
  /** Starts it again after `stop` or `kill`, at the same address. */
  start(): Promise<void>;
  /** As Ctrl-C does: everything but the runs ends. */
  stop(): Promise<void>;
  /** Kills its processes at once; the runs go on, and so does a built-in database. */
  kill(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

interface ServerOptions {
  /** Environment of the server; without DATABASE_URL it starts its built-in database. */
  env?: Record<string, string>;
  /** Arguments of `cosmos up`. */
  args?: string[];
  /** Where the product was built; this repository when left out. */
  root?: string;
}

/** The whole built product on a free port with an empty data folder, ready to be used. */
export async function startServer({
  env = {},
  args = [],
  root = repository,
}: ServerOptions = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "cosmos-server-"));
  // The built-in database may run under another account than ours.
  chmodSync(dataDir, 0o755);
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const settings = { ...process.env, PORT: port, COSMOS_DATA_DIR: dataDir, COSMOS_URL: "", ...env };
  let up: ChildProcess | undefined;
  let said = "";

  const ended = async () => {
    if (up)
      await waitFor(() => up?.exitCode !== null || up.signalCode !== null, "the server to end");
  };
  const server: TestServer = {
    url,
    dataDir,
    async start() {
      // Detached: a group of its own, which `kill` can name. IPC: it stops when the tests are gone.
      up = spawn(process.execPath, [join(root, "dist/up.mjs"), ...args], {
        cwd: root,
        env: settings,
        detached: true,
        stdio: ["ignore", "pipe", "pipe", "ipc"],
      });
      for (const stream of [up.stdout, up.stderr]) {
        stream?.on("data", (chunk) => {
          said += chunk;
        });
      }
      const isUp = () => {
        if (up?.exitCode === null) return answers(url, args);
        throw new Error(`The server ended while starting:\n${said}`);
      };
      await waitFor(isUp, "the server to be healthy", startMs).catch((error: Error) => {
        throw new Error(`${error.message}\n${said}`);
      });
    },
    async stop() {
      up?.kill("SIGTERM");
      await ended();
    },
    async kill() {
      // Its parts notice that it is gone and end within a moment.
      up?.kill("SIGKILL");
      await ended();
      await waitFor(async () => !(await answers(url, ["--only", "web"])), "the web server to end");
    },
    async remove() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** Healthy; or, without its worker, at least there. */
async function answers(url: string, args: readonly string[]): Promise<boolean> {
  const response = await fetch(`${url}/api/health`).catch(() => undefined);
  return response !== undefined && (response.ok || args.includes("--only"));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
