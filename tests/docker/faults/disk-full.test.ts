import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../harness/database";
import { describeWithDocker } from "../../harness/describe-with-docker";
import { waitFor } from "../../harness/wait-for";
import { createFault } from "./fault";
import { buildScriptedImage } from "./scripted-image";

const inspect = { method: "GET", path: /^\/containers\/\w+\/json$/ } as const;

/** A data folder that holds 4 MB. */
async function makeDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const { dataDir } = database.env;
  mount(dataDir);
  return {
    ...database,
    drop: async () => {
      unmount(dataDir);
      await database.drop();
    },
  };
}

const mount = (folder: string) =>
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "cosmos-test", folder], {
    stdio: "ignore",
  });
const unmount = (folder: string) => execFileSync("umount", ["-l", folder]);

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "cosmos-mount-"));
  try {
    mount(folder);
    unmount(folder);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const filler = (dataDir: string) => join(dataDir, "filler");

/** Takes all space that is left, and whatever becomes free meanwhile. */
function fillDisk(dataDir: string): void {
  const file = openSync(filler(dataDir), "a");
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
}

const freeDisk = (dataDir: string) => rmSync(filler(dataDir));

const why = canMount() ? "" : " (skipped: nothing can be mounted here)";

describeWithDocker(`a disk that is full${why}`, ({ socket }) => {
  const register = createFault(() => socket);
  const fault: typeof register = why ? () => {} : register;
  beforeAll(() => buildScriptedImage(socket));

  fault(
    "while a program logs fails its run, and later runs complete once there is room",
    async (stage) => {
      const { dataDir } = stage.database.env;
      const first = await stage.submit({ lines: 100_000, pause_ms: 2 });
      const worker = await stage.startWorker();
      await stage.begun(first);
      fillDisk(dataDir);
      await waitFor(
        async () => (await stage.row(first)).status === "failed",
        "the run to fail",
        60_000,
      );
      fillDisk(dataDir);
      const second = await stage.submit({ lines: 5 });
      await waitFor(() => worker.said().includes("ENOSPC"), "the next run to find no room", 60_000);

      freeDisk(dataDir);

      await stage.reconciled();
      await stage.expectStatuses({ [first]: "failed", [second]: "completed" });
    },
    { makeDatabase },
  );

  fault(
    "while outputs are collected does not lose them",
    async (stage) => {
      const { dataDir } = stage.database.env;
      const first = await stage.submit({ lines: 5 });
      const held = stage.proxy.hold({ ...inspect, when: "after", answer: /"Status":"exited"/ });
      await stage.startWorker();
      await held.reached();
      fillDisk(dataDir);
      held.release();
      await waitFor(
        async () => (await stage.row(first)).status !== "running",
        "the run to end",
        60_000,
      );
      expect(await stage.row(first)).toMatchObject({ status: "completed", exit_code: 0 });

      freeDisk(dataDir);

      await stage.reconciled();
      await stage.expectStatuses({ [first]: "completed" });
    },
    { makeDatabase },
  );
});
