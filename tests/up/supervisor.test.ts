import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ensureEmbedded } from "@/server/db/embedded/ensure-embedded";
import { stopEmbedded } from "@/server/db/embedded/stop-embedded";
import { openSession } from "@/server/db/open-session";
import {
  makePlaceholderProduct,
  type PlaceholderProduct,
  type RunningUp,
} from "./placeholder-product";

const soon = { timeout: 20_000, interval: 50 };
let product: PlaceholderProduct;

beforeEach(async () => {
  product = await makePlaceholderProduct();
});
afterEach(() => product.remove());

async function untilReady(up: RunningUp): Promise<void> {
  await expect.poll(up.said, soon).toContain(`Cosmos is ready at ${product.url}\n`);
}

async function askWeb() {
  const response = await fetch(product.url).catch(() => null);
  return (await response?.json()) as { pid: number; cwd: string } | undefined;
}

describe("cosmos up", () => {
  test("starts everything, and stops everything within ten seconds", async () => {
    const up = product.up();
    await untilReady(up);

    const askedAt = Date.now();
    up.process.kill("SIGTERM");

    expect(await up.ended).toBe(0);
    expect(Date.now() - askedAt).toBeLessThan(10_000);
    expect(await askWeb()).toBeUndefined();
    expect(await postmasterPid()).toBeUndefined();
  });

  test("gives its parts one root and one absolute data folder", async () => {
    const up = product.up({ COSMOS_DATA_DIR: "" });
    await untilReady(up);

    const web = await askWeb();

    expect(web).toMatchObject({
      COSMOS_ROOT: web?.cwd,
      COSMOS_DATA_DIR: join(web?.cwd ?? "", "data"),
    });
  });

  test("starts a part again that died", async () => {
    const up = product.up();
    await untilReady(up);
    const pid = (await askWeb())?.pid ?? 0;

    process.kill(pid, "SIGKILL");

    await expect.poll(async () => (await askWeb())?.pid ?? pid, soon).not.toBe(pid);
  });

  test("starts the built-in database again when it died", async () => {
    const up = product.up();
    await untilReady(up);
    const pid = (await postmasterPid()) ?? 0;

    process.kill(pid, "SIGKILL");

    await expect.poll(async () => (await postmasterPid()) ?? pid, soon).not.toBe(pid);
  });

  test("killed without warning, leaves no part behind and can be started again", async () => {
    const first = product.up();
    await untilReady(first);

    first.process.kill("SIGKILL");
    await expect.poll(askWeb, { ...soon, timeout: 2000 }).toBeUndefined();
    const second = product.up();

    await untilReady(second);
  });

  test("a second one on the same data folder says that one is running", async () => {
    await untilReady(product.up());

    const second = product.up();

    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(
      /^Cosmos is already running on .* \(process \d+, http:.*COSMOS_DATA_DIR/,
    );
  });

  test("--only web runs beside it, on another port", async () => {
    await untilReady(product.up());

    const web = product.up({ PORT: "0" }, ["--only", "web"]);

    await expect.poll(web.said, soon).toContain("Cosmos is ready at http://127.0.0.1:");
  });

  test("leaves the built-in database to others that still use it", async () => {
    const up = product.up();
    await untilReady(up);
    const server = await ensureEmbedded(product.dataDir, { root: product.root });
    const other = await openSession({ ...server, tls: "disable" });

    up.process.kill("SIGTERM");
    await up.ended;
    const [answer] = await other.sql`select 1 as still_there`;
    await other.close();
    await stopEmbedded(product.dataDir);

    expect(answer).toEqual({ still_there: 1 });
  });
});

describe("cosmos up refuses to start, and says why:", () => {
  async function refusal(settings: Record<string, string>, args?: string[]): Promise<string> {
    const up = product.up(settings, args);
    expect(await up.ended).toBe(1);
    return up.said();
  }

  test("the port is taken", async () => {
    const other = createServer().listen(product.port, "127.0.0.1");
    try {
      expect(await refusal({})).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken\. .* set PORT/);
      expect(await postmasterPid()).toBeUndefined();
    } finally {
      other.close();
    }
  });

  test("the host is not of this machine", async () => {
    expect(await refusal({ COSMOS_HOST: "192.0.2.1" })).toMatch(/^Can't listen on COSMOS_HOST=192/);
  });

  test("the data folder can't be written to", async () => {
    // Root may write anywhere, but not below a file.
    const file = join(product.dataDir, "../a-file");
    await writeFile(file, "");

    expect(await refusal({ COSMOS_DATA_DIR: file })).toMatch(
      /^The data folder .*a-file can't be written to \(.*\)\. .*COSMOS_DATA_DIR/,
    );
  });

  test("nothing answers at DATABASE_URL", async () => {
    const said = await refusal({ DATABASE_URL: "postgres://me:hush@127.0.0.1:1/cosmos" });

    expect(said).toContain("DATABASE_URL");
    expect(said).not.toContain("hush");
    expect(said.trim().split("\n")).toHaveLength(1);
  });

  test("settings are wrong: each is named, with what it may be", async () => {
    const said = await refusal({ PORT: "http", COSMOS_SLOTS: "0" });

    expect(said).toBe(
      "Wrong settings in the environment (see .env.example):\n" +
        "  PORT: must be a whole number from 0 to 65535\n" +
        "  COSMOS_SLOTS: must be a whole number from 1 to 64\n",
    );
  });

  test("it does not know an option", async () => {
    expect(await refusal({}, ["--only", "everything"])).toBe("--only takes web or worker.\n");
    expect(await refusal({}, ["--fast"])).toMatch(/^Unknown option --fast\. Usage:/);
  });
});

/** Of the built-in database, or undefined when it has stopped. */
async function postmasterPid(): Promise<number | undefined> {
  const file = join(product.dataDir, "postgres/postmaster.pid");
  const pid = Number((await readFile(file, "utf8").catch(() => "")).split("\n")[0]);
  try {
    // Signal 0 only asks whether there is such a process.
    return pid > 0 && process.kill(pid, 0) ? pid : undefined;
  } catch {
    return undefined;
  }
}
