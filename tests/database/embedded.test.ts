import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { parseEnv } from "@/env";
import { openDatabase } from "@/server/db/open-database";
import { killPostgres } from "../harness/kill-postgres";
import { bundleScript, runScript } from "../harness/run-script";
import { createScratchServer, productRoot } from "../harness/scratch-server";
import { waitFor } from "../harness/wait-for";

const isRoot = process.getuid?.() === 0;
const cleanUps: (() => unknown)[] = [];
let script: string;
beforeAll(async () => {
  script = await bundleScript("database/scripts/start-server.ts");
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function scratch(parent?: string) {
  const server = createScratchServer(parent);
  cleanUps.push(server.remove);
  return server;
}

const open = (dataDir: string) =>
  openDatabase(parseEnv({ COSMOS_DATA_DIR: dataDir, COSMOS_ROOT: productRoot }));

async function query(dataDir: string, text: string) {
  const database = await open(dataDir);
  try {
    return await database.sql.unsafe(text);
  } finally {
    await database.close();
  }
}

describe("the built-in server", () => {
  it("starts in an empty folder, is found again, stops and starts with its data", async () => {
    const server = scratch();
    await query(server.dataDir, "create table kept as select 42 as answer");
    const first = await server.start();

    expect((await server.start()).pid).toBe(first.pid);
    expect(await server.stop()).toBe(true);
    expect(await server.stop()).toBe(false);
    expect(await query(server.dataDir, "select answer from kept")).toEqual([{ answer: 42 }]);
    expect((await server.start()).pid).not.toBe(first.pid);
  });

  it("keeps every commit through a power cut's settings and listens on no port", async () => {
    const server = scratch();

    const [settings] = await query(
      server.dataDir,
      "select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as addresses",
    );

    expect(settings).toEqual({ fsync: "on", pages: "on", commit: "on", addresses: "" });
  });

  it("lets nobody else at its socket", async () => {
    const { host } = await scratch().start();

    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(statSync(join(host, ".s.PGSQL.5432")).mode & 0o777).toBe(0o700);
  });

  it("outlives the process that started it and is found by the next one", async () => {
    const server = scratch();
    const starter = runScript(script, [server.dataDir, productRoot, "stay"]);
    await waitFor(() => starter.output().includes("pid"), "the server");

    starter.child.kill("SIGKILL");
    await starter.ended;

    expect((await server.start()).pid).toBe(JSON.parse(starter.output()).pid);
  });

  it("starts again after kill -9 of the whole server, with what was committed", async () => {
    const server = scratch();
    await query(server.dataDir, "create table kept as select 7 as answer");
    const { pid } = await server.start();

    await killPostgres(pid);

    expect(await query(server.dataDir, "select answer from kept")).toEqual([{ answer: 7 }]);
  });

  it("starts again although a statement of the killed server still runs", async () => {
    const server = scratch();
    const database = await open(server.dataDir);
    cleanUps.push(() => database.close());
    const outcome = database.sql`select count(*) from generate_series(1, 20000000)`.catch(
      (error) => error.code,
    );
    const { pid } = await server.start();
    await waitFor(
      async () =>
        (
          await database.sql`
            select from pg_stat_activity
            where query like '%20000000%' and pid <> pg_backend_pid()`
        ).count,
      "the statement",
    );

    process.kill(pid, "SIGKILL");

    expect((await server.start()).pid).not.toBe(pid);
    await outcome;
  });

  it("starts although another program has the dead server's pid by now", async () => {
    const server = scratch();
    const { pid } = await server.start();
    await killPostgres(pid);
    const lock = join(server.dataDir, "postgres", "postmaster.pid");
    const text = readFileSync(lock, "utf8").replace(`${pid}`, `${process.pid}`);
    writeFileSync(lock, text);
    writeFileSync(join(server.dataDir, "postgres", ".s.PGSQL.5432.lock"), text);

    expect(await server.stop()).toBe(false);
    expect((await server.start()).pid).not.toBe(process.pid);
  });

  it("is one server, however many start it at once", async () => {
    const server = scratch();

    const starts = Array.from({ length: 4 }, () =>
      runScript(script, [server.dataDir, productRoot]),
    );
    const codes = await Promise.all(starts.map(({ ended }) => ended));

    expect(codes).toEqual([0, 0, 0, 0]);
    expect(new Set(starts.map(({ output }) => JSON.parse(output()).pid)).size).toBe(1);
  });

  it("is one server, however many start it after a crash", async () => {
    const server = scratch();
    await killPostgres((await server.start()).pid);

    const starts = Array.from({ length: 4 }, () =>
      runScript(script, [server.dataDir, productRoot]),
    );
    await Promise.all(starts.map(({ ended }) => ended));

    expect(new Set(starts.map(({ output }) => JSON.parse(output()).pid)).size).toBe(1);
  });

  it("stops while clients are connected", async () => {
    const server = scratch();
    const database = await open(server.dataDir);
    cleanUps.push(() => database.close());
    const pending = database.sql`select pg_sleep(10)`.catch((error) => error.code);

    await database.sql`select 1`;
    await server.stop();

    expect(await pending).toBe("CONNECTION_CLOSED");
  });

  it("works in a folder whose path is too long for a socket", async () => {
    const parent = join(mkdtempSync(join(tmpdir(), "cosmos-long-")), "x".repeat(100));
    mkdirSync(parent);
    cleanUps.push(() => rmSync(dirname(parent), { recursive: true, force: true }));
    const server = scratch(parent);

    const { host } = await server.start();

    cleanUps.push(() => rmSync(host, { recursive: true, force: true }));
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(await query(server.dataDir, "select 1 as one")).toEqual([{ one: 1 }]);
    await killPostgres((await server.start()).pid);
    expect((await server.start()).host).toBe(host);
  });

  it.runIf(isRoot)("works for root in a folder that is closed to all others", async () => {
    const closed = mkdtempSync(join(homedir(), ".cosmos-closed-"));
    cleanUps.push(() => rmSync(closed, { recursive: true, force: true }));
    const server = scratch(closed);

    expect(await query(server.dataDir, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    const { pid } = await server.start();
    expect(statSync(`/proc/${pid}`).uid).toBe(65534);
  });

  it.runIf(isRoot)("continues as the owner of the folder when root starts it", async () => {
    const server = scratch();
    await server.start();
    await server.stop();
    const cluster = join(server.dataDir, "postgres");
    execFileSync("chown", ["-R", "1234:1234", cluster]);

    const { pid } = await server.start();

    expect(statSync(`/proc/${pid}`).uid).toBe(1234);
  });
});

describe("a folder that can't be used", () => {
  it("of another version is named with a way out", async () => {
    const server = scratch();
    mkdirSync(join(server.dataDir, "postgres"));
    writeFileSync(join(server.dataDir, "postgres", "PG_VERSION"), "17\n");

    await expect(server.start()).rejects.toThrow(/made by PostgreSQL 17, .* 18: .*DATABASE_URL/);
  });

  it("with damaged files is left as it is", async () => {
    const server = scratch();
    await server.start();
    await server.stop();
    rmSync(join(server.dataDir, "postgres", "global", "pg_control"));

    await expect(server.start()).rejects.toThrow(/damaged or incomplete/);
  });

  it("that is a file says so", async () => {
    const server = scratch();
    writeFileSync(join(server.dataDir, "file"), "");

    await expect(open(join(server.dataDir, "file"))).rejects.toThrow(
      /Could not create .*: a file is where a folder has to be: set COSMOS_DATA_DIR/,
    );
  });

  it.runIf(isRoot)("for lack of rights says so", async () => {
    const server = scratch();

    const start = runScript(script, [server.dataDir, productRoot], { uid: 65533 });
    await start.ended;

    expect(start.output()).toMatch(/not writable: .*COSMOS_DATA_DIR/);
  });
});
