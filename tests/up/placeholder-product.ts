import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const repository = join(import.meta.dirname, "../..");

/** Stand-ins for worker and web: the supervisor only knows that they start, speak and end. */
const parts = {
  worker: `process.send({ ready: true }); process.on("message", () => {});`,
  web: `
    import { createServer } from "node:http";
    const { PORT, COSMOS_HOST, COSMOS_ROOT, COSMOS_DATA_DIR } = process.env;
    const server = createServer((request, response) =>
      response.end(JSON.stringify({ pid: process.pid, cwd: process.cwd(), COSMOS_ROOT, COSMOS_DATA_DIR })));
    server.listen(PORT, COSMOS_HOST || "127.0.0.1", () => process.send({ ready: true, port: server.address().port }));`,
};
const endings = `
  process.on("disconnect", () => process.exit(0));
  process.on("SIGTERM", () => process.exit(0));`;

export interface PlaceholderProduct {
  root: string;
  dataDir: string;
  port: number;
  url: string;
  /** Starts `cosmos up` with these settings on top of working ones. */
  up: (settings?: Record<string, string>, args?: string[]) => RunningUp;
  remove: () => Promise<void>;
}

export interface RunningUp {
  process: ChildProcess;
  /** Everything it has said so far. */
  said: () => string;
  /** Its exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
}

/** The real supervisor in a folder of its own, above stand-ins for worker and web. */
export async function makePlaceholderProduct(): Promise<PlaceholderProduct> {
  const root = await mkdtemp(join(tmpdir(), "cosmos-up-"));
  await mkdir(join(root, "dist"));
  await symlink(join(repository, "node_modules"), join(root, "node_modules"));
  await symlink(join(repository, "drizzle"), join(root, "drizzle"));
  await build({
    entryPoints: { up: join(repository, "src/server/up/main.ts") },
    absWorkingDir: repository,
    outdir: join(root, "dist"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "warning",
  });
  for (const [part, source] of Object.entries(parts)) {
    await writeFile(join(root, "dist", `${part}.mjs`), source + endings);
  }
  const port = await freePort();
  const dataDir = join(root, "data");
  const started: RunningUp[] = [];
  const up: PlaceholderProduct["up"] = (settings, args = []) => {
    const env = { PATH: process.env.PATH ?? "", PORT: String(port), COSMOS_DATA_DIR: dataDir };
    const running = start([join(root, "dist/up.mjs"), ...args], { ...env, ...settings });
    started.push(running);
    return running;
  };
  const remove = async () => {
    for (const { process: up } of started) up.kill("SIGTERM");
    await Promise.all(started.map(({ ended }) => ended));
    await rm(root, { recursive: true, force: true });
  };
  return { root, dataDir, port, url: `http://127.0.0.1:${port}`, up, remove };
}

function start(args: string[], env: Record<string, string>): RunningUp {
  const child = spawn(process.execPath, args, {
    cwd: tmpdir(),
    env: env as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { process: child, said: () => said, ended };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
