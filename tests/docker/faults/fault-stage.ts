import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Dockerode from "dockerode";
import { expect } from "vitest";
import { isTerminal, type RunStatus } from "@/domain/run-status";
import { settings } from "@/server/db/schema";
import { readRows } from "@/server/runs/read-rows";
import { createTestDatabase, type TestDatabase } from "../../harness/database";
import { createScene, type Script } from "../../harness/scene";
import { waitFor } from "../../harness/wait-for";
import { checkEndedRun } from "./check-ended-run";
import { type EngineProxy, startEngineProxy } from "./engine-proxy";
import { findDisagreements } from "./find-disagreements";
import { scriptedImage } from "./scripted-image";
import { startWorkerProcess, type WorkerProcess } from "./worker-process";

/** Generous, for machines that are ten times slower; here all is right again within 3 s. */
const PATIENCE_MS = 60_000;
const INVARIANTS_MS = 20_000;

/** Whether videos decode is not what faults are about, and the real one takes seconds each time. */
const standInForFfmpeg = "#!/bin/sh\necho 'ffmpeg version 0 --enable-libx264'\n";

export interface StageOptions {
  slots?: number;
  /** COSMOS_GPUS of the worker. */
  gpus?: string;
  /** Image of the operators, when it is not the scripted one. */
  image?: string;
  /** COSMOS_SHARED_DATA of the worker. */
  sharedData?: "auto" | "yes";
  /** How long runs may take to end, when it is longer than usual. */
  endsWithinMs?: number;
  /** Another database than a copy of the tests' own. */
  makeDatabase?: () => Promise<TestDatabase>;
}

export type FaultStage = Awaited<ReturnType<typeof createFaultStage>>;

/** One installation over the engine at `socket`: database, data folder, workers that can be killed. */
export async function createFaultStage(socket: string, options: StageOptions = {}) {
  const { slots = 1, gpus = "none", image = scriptedImage, sharedData = "yes" } = options;
  const database = await (options.makeDatabase ?? createTestDatabase)();
  const scene = createScene(database);
  const proxy: EngineProxy = await startEngineProxy(socket);
  const docker = new Dockerode({ socketPath: socket });
  const temporary = mkdtempSync(join(tmpdir(), "cosmos-fault-"));
  const ffmpeg = join(temporary, "ffmpeg");
  writeFileSync(ffmpeg, standInForFfmpeg, { mode: 0o755 });
  const [row] = await database.db.select().from(settings);
  const instance = row?.instance ?? "";
  const workers: WorkerProcess[] = [];
  const scripts = new Map<string, Script>();
  let faultOverAt = 0;
  let reconciledMs = 0;

  const rows = () => readRows(database.db, [...scripts.keys()]);
  const containers = () => {
    const filters = { label: [`cosmos.instance=${instance}`] };
    return docker.listContainers({ all: true, filters });
  };
  const helpers = () => {
    const filters = { label: [`cosmos.helper=${instance}`] };
    return docker.listContainers({ all: true, filters });
  };
  const disagreements = async () => findDisagreements(await rows(), await containers());
  const brokenInvariants = async () => {
    const ended = (await rows()).filter((run) => isTerminal(run.status));
    const checked = ended.flatMap((run) => {
      const gpu = gpus === "none" ? "none" : gpus;
      return checkEndedRun(database.env.dataDir, run, { script: scripts.get(run.id) ?? {}, gpu });
    });
    const left = (await helpers()).map(({ Names }) => `helper ${Names.join(" ")} was left`);
    return [...(await disagreements()), ...checked, ...left];
  };

  return {
    ...{ database, scene, proxy, docker, containers, helpers },
    async startWorker(): Promise<WorkerProcess> {
      const worker = await startWorkerProcess(
        {
          ...{ DATABASE_URL: database.url, COSMOS_DATA_DIR: database.env.dataDir },
          ...{ COSMOS_ROOT: database.env.root, COSMOS_ENGINE: "docker" },
          ...{ DOCKER_HOST: proxy.host, DOCKER_HOSTS: "", COSMOS_IMAGE_REFERENCE: image },
          ...{ COSMOS_SLOTS: String(slots), COSMOS_GPUS: gpus },
          ...{ FFMPEG_PATH: ffmpeg, TMPDIR: temporary, COSMOS_SHARED_DATA: sharedData },
        },
        join(temporary, "worker.log"),
      );
      workers.push(worker);
      return worker;
    },
    async submit(script: Script): Promise<string> {
      const { id } = await scene.submit(script);
      scripts.set(id, script);
      return id;
    },
    /** Waits until the run's program has begun. */
    async begun(id: string): Promise<void> {
      const log = join(database.env.dataDir, "runs", id, "run.log");
      const hasSaid = () => existsSync(log) && statSync(log).size > 0;
      await waitFor(hasSaid, `run ${id} to begin`, options.endsWithinMs ?? PATIENCE_MS);
    },
    /** The row of one run. */
    async row(id: string) {
      const [run] = await readRows(database.db, [id]);
      if (!run) throw new Error(`There is no run ${id}.`);
      return run;
    },
    /** The engine's word for the container of a run; null when it has none. */
    async stateOf(id: string): Promise<string | null> {
      const found = await containers();
      return found.find(({ Labels }) => Labels["cosmos.run_id"] === id)?.State ?? null;
    },
    /** Notes that the fault is over, and when rows and containers agree again. */
    async reconciled(): Promise<void> {
      faultOverAt = Date.now();
      await untilNone(disagreements, PATIENCE_MS);
      reconciledMs = Date.now() - faultOverAt;
    },
    /** Waits until all runs have ended, and compares how. */
    async expectStatuses(expected: Record<string, RunStatus>): Promise<void> {
      await waitFor(
        async () => (await rows()).every((run) => isTerminal(run.status)),
        "all runs to end",
        options.endsWithinMs ?? PATIENCE_MS,
      );
      const ended = (await rows()).map((run) => [run.id, run.status, run.error_message]);
      const message = JSON.stringify(ended);
      const found = Object.fromEntries((await rows()).map((run) => [run.id, run.status]));
      expect(found, message).toEqual(expected);
    },
    /** What must hold after every fault, within 20 s. */
    expectInvariants: () =>
      untilNone(brokenInvariants, Math.max(INVARIANTS_MS, options.endsWithinMs ?? 0)),
    reconciledMs: () => reconciledMs,
    said: () => workers[0]?.said() ?? "",
    async close(): Promise<void> {
      for (const worker of workers) await worker.kill();
      await proxy.close();
      const left = await Promise.all([containers(), helpers()]).catch(() => []);
      for (const { Id } of left.flat()) {
        await docker
          .getContainer(Id)
          .remove({ force: true, v: true })
          .catch(() => {});
      }
      await database.drop();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** Asks until there are no problems any more; fails with those that stay. */
async function untilNone(problems: () => Promise<string[]>, timeoutMs: number): Promise<void> {
  let last: string[] = [];
  await waitFor(
    async () => {
      last = await problems();
      return last.length === 0;
    },
    "all to be right",
    timeoutMs,
  ).catch((error: Error) => {
    throw new Error(`${error.message} Still wrong:\n${last.join("\n")}`, { cause: error });
  });
}
