import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect } from "vitest";
import { getActivity } from "@/server/activity/get-activity";
import { describeWithDocker } from "../../harness/describe-with-docker";
import { startDockerd, type TestDockerd } from "../../harness/dockerd";
import { loadTestImage } from "../../harness/test-image";
import { waitFor } from "../../harness/wait-for";
import { createFault } from "./fault";
import type { FaultStage } from "./fault-stage";
import { buildScriptedImage } from "./scripted-image";

/** Waits until people are told that nothing is known. */
async function untilUnknown({ scene }: FaultStage) {
  return waitFor(
    async () => {
      const activity = await getActivity(scene.ctx, {});
      return activity.engines[0]?.health === "unreachable" && activity;
    },
    "the engine to be called unreachable",
    60_000,
  );
}

async function untilHealthy({ scene }: FaultStage) {
  await waitFor(
    async () => (await getActivity(scene.ctx, {})).engines[0]?.health === "healthy",
    "the engine to be healthy again",
    60_000,
  );
}

function deaths(liveRestore: boolean, play: (dockerd: () => TestDockerd) => void) {
  const title = `an engine ${liveRestore ? "with" : "without"} live-restore`;
  describeWithDocker(title, () => {
    let dockerd: TestDockerd;
    beforeAll(async () => {
      dockerd = await startDockerd({ liveRestore });
      await loadTestImage(dockerd);
      await buildScriptedImage(dockerd.socket);
    });
    afterAll(() => dockerd?.stop());
    play(() => dockerd);
  });
}

deaths(true, (dockerd) => {
  const fault = createFault(() => dockerd().socket);

  fault(
    "a run goes on while its engine is killed and restarted, with its whole log",
    async (stage) => {
      const id = await stage.submit({ lines: 300, pause_ms: 10 });
      const next = await stage.submit({ lines: 5 });
      await stage.startWorker();
      await stage.begun(id);
      await dockerd().kill();
      const unknown = await untilUnknown(stage);
      expect(unknown.running.map((run) => run.id)).toEqual([id]);
      expect(unknown.missing).toEqual([]);

      await dockerd().start();

      await stage.reconciled();
      await stage.expectStatuses({ [id]: "completed", [next]: "completed" });
    },
  );

  fault("a run that ends while its engine is dead keeps its exit code", async (stage) => {
    const id = await stage.submit({ lines: 150, pause_ms: 10, exit: 7 });
    await stage.startWorker();
    await stage.begun(id);
    const container = stage.docker.getContainer(`cosmos_transfer_${id.slice(0, 8)}`);
    const { Pid } = (await container.inspect()).State;
    await dockerd().kill();
    await waitFor(() => !existsSync(`/proc/${Pid}`), "its program to end");

    await dockerd().start();

    await stage.reconciled();
    await stage.expectStatuses({ [id]: "failed" });
    expect(await stage.row(id)).toMatchObject({ exit_code: 7 });
  });

  fault("worker and engine are killed together", async (stage) => {
    const id = await stage.submit({ lines: 100, pause_ms: 10 });
    const next = await stage.submit({ lines: 5 });
    const worker = await stage.startWorker();
    await stage.begun(id);
    await Promise.all([worker.kill(), dockerd().kill()]);
    await stage.startWorker();

    await dockerd().start();

    await stage.reconciled();
    await stage.expectStatuses({ [id]: "completed", [next]: "completed" });
  });
});

deaths(false, (dockerd) => {
  const fault = createFault(() => dockerd().socket);

  fault(
    "containers die with their engine: the run is failed, those that waited complete",
    async (stage) => {
      const id = await stage.submit({ lines: 5, hang: true });
      const next = await stage.submit({ lines: 5 });
      await stage.startWorker();
      await stage.begun(id);
      await waitFor(async () => (await stage.row(next)).container_id, "the next one to be staged");
      await dockerd().kill();
      const unknown = await untilUnknown(stage);
      expect(unknown.running.map((run) => run.id)).toEqual([id]);

      await dockerd().start();

      await stage.reconciled();
      await stage.expectStatuses({ [id]: "failed", [next]: "completed" });
    },
  );
});

describeWithDocker("an engine out of reach", ({ socket }) => {
  const fault = createFault(() => socket);
  beforeAll(() => buildScriptedImage(socket));

  fault(
    "is unknown meanwhile, nothing is concluded, and all is right when it is back",
    async (stage) => {
      const id = await stage.submit({ lines: 100, pause_ms: 10 });
      const next = await stage.submit({ lines: 5 });
      await stage.startWorker();
      await stage.begun(id);
      stage.proxy.cut();
      const unknown = await untilUnknown(stage);
      expect(unknown.engines[0]?.error).toMatch(/does not answer/);
      expect(unknown.running.map((run) => run.id)).toEqual([id]);
      expect(unknown.pending.map((run) => run.id)).toEqual([next]);
      await waitFor(async () => (await stage.stateOf(id)) === "exited", "its program to end");
      expect(await stage.row(id)).toMatchObject({ status: "running", exited_at: null });

      stage.proxy.mend();

      await stage.reconciled();
      await untilHealthy(stage);
      await stage.expectStatuses({ [id]: "completed", [next]: "completed" });
    },
  );

  fault("is right again after it came and went many times", async (stage) => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(await stage.submit({ lines: 20, pause_ms: 10 }));
    await stage.startWorker();
    for (const id of ids.slice(0, 4)) {
      await stage.begun(id);
      stage.proxy.cut();
      await untilUnknown(stage);
      stage.proxy.mend();
    }

    await stage.reconciled();
    await stage.expectStatuses(Object.fromEntries(ids.map((id) => [id, "completed" as const])));
  });
});
