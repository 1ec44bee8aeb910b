import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { ChangeFeed } from "@/server/activity/change-feed";
import { getDoctor } from "@/server/activity/get-doctor";
import { getHealth } from "@/server/activity/get-health";
import { createCaller } from "@/server/api/root";
import { engines } from "@/server/db/schema";
import { takeFile } from "@/server/engine/docker/take-file";
import { getLineage } from "@/server/runs/get-lineage";
import { listRuns } from "@/server/runs/list-runs";
import type { GpuState } from "@/domain/gpu/gpu-state";
import { isTerminal, runStatuses } from "@/domain/run-status";
import { insertPrompt, insertRun } from "../harness/factories";
import { sha256 } from "./sha256";
import { useStage } from "./use-stage";

const stage = useStage();

test("hole 23: a run that has ended can become nothing else, whoever asks", async () => {
  const { sql, db } = stage.database;
  for (const status of runStatuses.filter(isTerminal)) {
    const { id } = await insertRun(db, { status });

    for (const next of runStatuses.filter((each) => each !== status)) {
      const change = sql`update runs set status = ${next}, completed_at = null where id = ${id}`;
      await expect(change).rejects.toThrow(`run ${id} is ${status} and cannot become ${next}`);
    }

    expect(await sql`select status from runs where id = ${id}`).toMatchObject([{ status }]);
  }
});

/** A card that is empty and says little. */
const gpu = (memory_total_mib: number): GpuState => ({
  ...{ uuid: "GPU-a", index: 0, name: "A card", driver_version: null, utilization: null },
  ...{ memory_total_mib, memory_used_mib: 0, memory_available_mib: memory_total_mib, mig: false },
  ...{ temperature_c: null, power_w: null, power_limit_w: null, clock_sm_mhz: null },
  ...{ throttle_reason: null, foreign: [] },
});

test("hole 29: the doctor says what runs would lack: disk, memory of a GPU, checkpoints", async () => {
  const { db, env } = stage.database;
  const settings = { COSMOS_ENGINE: "docker", COSMOS_MODEL_TRANSFER: "cosmos-transfer1" } as const;
  const examine = async (memoryMiB: number) => {
    const values = { reachable: true, gpus: [gpu(memoryMiB)], slots: [], details: {} };
    await db
      .insert(engines)
      .values({ name: "gpu1", ...values })
      .onConflictDoUpdate({ target: engines.name, set: values });
    const { checks } = await getDoctor({ db, env: { ...env, ...settings } });
    const find = (name: string) => checks.find((check) => check.name === name);
    return { folder: find("data folder"), model: find("model of transfer") };
  };

  const [small, large] = [await examine(16_000), await examine(80_000)];

  expect(small.folder?.message).toMatch(/GB of .+ GB are free/);
  expect(small.model?.status).toBe("failed");
  expect(small.model?.message).toMatch(/needs \d+ GiB of one GPU; no GPU has as much/);
  expect(large.model?.status).toBe("failed");
  expect(large.model?.message).toContain("there is no COSMOS_CHECKPOINTS_DIR");
});

test("hole 30: an output that was cut off, or changed on its way, never gets its name", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cosmos-arriving-"));
  const content = Buffer.from("all of the video");
  const wanted = {
    path: "output.mp4",
    size: content.length,
    mtime: 1_700_000_000,
    sha256: sha256(content),
  };
  const take = (bytes: Buffer) => takeFile(folder, wanted, Readable.from([bytes]));

  await expect(take(content.subarray(0, 7))).rejects.toThrow("output.mp4 did not arrive");
  await expect(take(Buffer.from("ALL of the video"))).rejects.toThrow("did not arrive");
  expect(existsSync(join(folder, "out", "output.mp4"))).toBe(false);

  await take(content);
  expect(readdirSync(join(folder, "out"))).toEqual(["output.mp4"]);
  rmSync(folder, { recursive: true });
});

test("hole 33: a database that fails is an error to whoever reads, never an empty list", async () => {
  const { database, scene } = stage;
  await insertRun(database.db);
  const caller = createCaller({ ...scene.ctx, feed: new ChangeFeed() });
  const ask = [
    () => caller.runs.list({}),
    () => caller.prompts.list({}),
    () => caller.activity.get({}),
    () => caller.queue.get(),
  ];

  await database.close();

  for (const each of ask) await expect(each()).rejects.toThrow(/\w/);
  expect(await getHealth(database)).toMatchObject({ ok: false, database: "unreachable" });
});

test("hole 38: runs without a parent hide nothing: filters find exactly what they name", async () => {
  const { db } = stage.database;
  const { id: prompt_id } = await insertPrompt(db);
  const parent = await insertRun(db, { prompt_id, status: "completed" });
  await insertRun(db, { prompt_id, model_type: "upscale", status: "failed" });
  const execution_config = { model: "reference", parent_run_id: parent.id };
  const child = await insertRun(db, { prompt_id, model_type: "upscale", execution_config });
  const idsOf = async (filter: Parameters<typeof listRuns>[1]) =>
    (await listRuns(stage.scene.ctx, filter)).items.map(({ id }) => id);

  expect(await idsOf({ parent_run_id: parent.id })).toEqual([child.id]);
  expect(await idsOf({ prompt_id, model_type: ["transfer"] })).toEqual([parent.id]);
  const family = await getLineage(stage.scene.ctx, child.id);
  expect(family.map(({ id }) => id)).toEqual([parent.id, child.id]);
});

test("hole 42: the rating of a run says nothing about the run that continues it", async () => {
  const { scene, database } = stage;
  const parent = await insertRun(database.db, {
    ...{ status: "completed", rating: 4, outputs: { output_path: "runs/x/out/output.mp4" } },
  });

  const execution_config = { parent_run_id: parent.id };
  const child = await scene.submit(
    {},
    { model_type: "upscale", prompt_id: parent.prompt_id, execution_config },
  );

  expect(child).toMatchObject({ parent_run_id: parent.id, rating: null });
});
