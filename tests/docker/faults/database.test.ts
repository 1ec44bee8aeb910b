import { beforeAll } from "vitest";
import { parseEnv } from "@/env";
import { migrateDatabase } from "@/server/db/migrate-database";
import { openDatabase } from "@/server/db/open-database";
import type { TestDatabase } from "../../harness/database";
import { describeWithDocker } from "../../harness/describe-with-docker";
import { killPostgres } from "../../harness/kill-postgres";
import { createScratchServer, productRoot } from "../../harness/scratch-server";
import { waitFor } from "../../harness/wait-for";
import { createFault } from "./fault";
import { buildScriptedImage } from "./scripted-image";

let server: ReturnType<typeof createScratchServer>;

/** A server of its own, which a test may kill; another one would take the other tests with it. */
async function makeDatabase(): Promise<TestDatabase> {
  server = createScratchServer();
  const place = { COSMOS_DATA_DIR: server.dataDir, COSMOS_ROOT: productRoot };
  const embedded = await openDatabase(parseEnv(place));
  await migrateDatabase(embedded.connection, parseEnv(place));
  await embedded.close();
  const { user, host, port, database } = await server.start();
  const url = `postgres://${user}@localhost:${port}/${database}?host=${host}`;
  const env = parseEnv({ ...place, DATABASE_URL: url });
  const opened = await openDatabase(env);
  return {
    ...opened,
    env,
    url,
    drop: async () => {
      await opened.close();
      await server.remove();
    },
  };
}

const killDatabase = async () => killPostgres((await server.start()).pid);

describeWithDocker("a database that is killed", ({ socket }) => {
  const fault = createFault(() => socket);
  beforeAll(() => buildScriptedImage(socket));

  fault(
    "and restarted in the middle loses no run",
    async (stage) => {
      const first = await stage.submit({ lines: 150, pause_ms: 10 });
      const second = await stage.submit({ lines: 5 });
      await stage.startWorker();
      await stage.begun(first);
      await killDatabase();

      await server.start();

      await stage.reconciled();
      await stage.expectStatuses({ [first]: "completed", [second]: "completed" });
    },
    { makeDatabase },
  );

  fault(
    "while a program ends, and its worker with it, loses no run",
    async (stage) => {
      const first = await stage.submit({ lines: 30, pause_ms: 10 });
      const second = await stage.submit({ lines: 5 });
      const worker = await stage.startWorker();
      await stage.begun(first);
      await killDatabase();
      await waitFor(
        async () => (await stage.stateOf(first)) === "exited",
        "its program to end",
        60_000,
      );
      await worker.kill();
      await server.start();

      await stage.startWorker();

      await stage.reconciled();
      await stage.expectStatuses({ [first]: "completed", [second]: "completed" });
    },
    { makeDatabase },
  );
});
