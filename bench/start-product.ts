import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelTypes } from "@/domain/operations/registry";
import { inheritEnv, parseEnv } from "@/env";
import type { ServiceContext } from "@/server/context";
import { openDatabase } from "@/server/db/open-database";
import { freePort } from "../tests/harness/free-port";
import { waitFor } from "../tests/harness/wait-for";
import { root } from "./root";

export interface Product {
  url: string;
  dataDir: string;
  /** For service verbs called beside the server, and for plain SQL. */
  ctx: ServiceContext;
  sql: Awaited<ReturnType<typeof openDatabase>>["sql"];
  /** Resolves when the engine holds no container any more. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

/** The whole built product with its built-in database, in a folder of its own and with our operators. */
async function startProduct(env: Record<string, string>, only?: "web"): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), "cosmos-bench-"));
  // The built-in database may run under another account than ours.
  chmodSync(folder, 0o755);
  const dataDir = join(folder, "data");
  layOut(folder);
  const city = join(dataDir, "inputs", "city");
  mkdirSync(city, { recursive: true });
  cpSync(join(root, "tests/fixtures/clip.mp4"), join(city, "color.mp4"));

  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const place = { PORT: port, COSMOS_DATA_DIR: dataDir, DATABASE_URL: "" };
  const settings = { ...place, COSMOS_GPUS: "none", ...env };
  const saidFile = join(folder, "up.log");
  const said = openSync(saidFile, "a");
  const args = only ? [`--only=${only}`] : [];
  const up = spawn(process.execPath, [join(folder, "dist", "up.mjs"), ...args], {
    env: inheritEnv(settings),
    // The channel lets it notice when this program dies.
    stdio: ["ignore", "ignore", said, "ipc"],
  });
  // Without its worker it is never healthy.
  const sign = `${url}${only ? "/runs" : "/api/health"}`;
  const healthy = waitFor(() => answers(sign, up), `${sign} to answer`, 60_000);
  await healthy.catch((error: Error) => {
    throw new Error(`${error.message} It said:\n${readFileSync(saidFile, "utf8")}`);
  });
  const ours = parseEnv({ COSMOS_DATA_DIR: dataDir, COSMOS_ROOT: root });
  const { db, sql, close } = await openDatabase(ours);
  return {
    url,
    dataDir,
    sql,
    ctx: { db, env: ours, actor: "api" },
    rest: async () => {
      const records = join(dataDir, "engine", "local");
      const isEmpty = async () =>
        existsSync(records)
          ? readdirSync(records).length === 0
          : (await sql`select 1 from observations`).length === 0;
      await waitFor(isEmpty, "the engine to be empty");
    },
    stop: async () => {
      await close();
      up.kill("SIGTERM");
      await waitFor(() => up.exitCode !== null || up.signalCode !== null, "the product to end");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the product, or a part of it, for some work, with further settings, and stops it afterwards. */
export async function withProduct<T>(
  work: (product: Product) => Promise<T>,
  env: Record<string, string> = {},
  only?: "web",
): Promise<T> {
  const product = await startProduct(env, only);
  try {
    return await work(product);
  } finally {
    await product.stop();
  }
}

/** What was built, with links to what does not differ. */
function layOut(folder: string): void {
  const same = ["node_modules", "drizzle", "assets", ".next", "package.json", "next.config.mjs"];
  for (const name of same) symlinkSync(join(root, name), join(folder, name));
  const operators = join(folder, "dist", "operators");
  mkdirSync(operators, { recursive: true });
  for (const name of ["up.mjs", "worker.mjs", "web.mjs", "media"]) {
    cpSync(join(root, "dist", name), join(folder, "dist", name), { recursive: true });
  }
  for (const type of modelTypes) {
    cpSync(join(root, "bench/operator.mjs"), join(operators, `${type}.mjs`));
  }
}

async function answers(url: string, up: ChildProcess): Promise<boolean> {
  if (up.exitCode !== null) throw new Error("The product ended while starting.");
  return (await fetch(url).catch(() => null))?.ok ?? false;
}
