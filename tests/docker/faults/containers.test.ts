import { beforeAll, expect } from "vitest";
import { requestCancel } from "@/server/runs/request-cancel";
import { describeWithDocker } from "../../harness/describe-with-docker";
import { waitFor } from "../../harness/wait-for";
import { createFault } from "./fault";
import type { FaultStage } from "./fault-stage";
import { buildScriptedImage, scriptedImage } from "./scripted-image";

const start = { method: "POST", path: /^\/containers\/\w+\/start$/ } as const;
const inspect = { method: "GET", path: /^\/containers\/\w+\/json$/ } as const;

const named = (id: string) => `cosmos_transfer_${id.slice(0, 8)}`;

async function removeByHand({ docker }: FaultStage, id: string): Promise<void> {
  await docker.getContainer(named(id)).remove({ force: true });
}

describeWithDocker("containers behind the worker's back", ({ socket }) => {
  const fault = createFault(() => socket);
  beforeAll(() => buildScriptedImage(socket));

  fault(
    "a container removed while it is created is made again, and its run completes",
    async (stage) => {
      const id = await stage.submit({ lines: 5 });
      const held = stage.proxy.hold({ ...start, when: "before" });
      await stage.startWorker();
      await held.reached();
      expect(await stage.stateOf(id)).toBe("created");

      await removeByHand(stage, id);
      held.release();

      await stage.reconciled();
      await stage.expectStatuses({ [id]: "completed" });
    },
  );

  fault(
    "a gated container removed while it waits is made again, and its run completes",
    async (stage) => {
      const blocker = await stage.submit({ hang: true });
      await stage.startWorker();
      await stage.begun(blocker);
      const id = await stage.submit({ lines: 5 });
      await waitFor(async () => (await stage.row(id)).container_id, "it to be staged");

      await removeByHand(stage, id);

      await stage.reconciled();
      await requestCancel(stage.scene.ctx, { id: blocker });
      await stage.expectStatuses({ [blocker]: "cancelled", [id]: "completed" });
    },
  );

  fault("a running container removed is a failed run that says so", async (stage) => {
    const id = await stage.submit({ lines: 5, hang: true });
    await stage.startWorker();
    await stage.begun(id);
    await waitFor(async () => (await stage.row(id)).container_id, "its container to be noted");

    await removeByHand(stage, id);

    await stage.reconciled();
    await stage.expectStatuses({ [id]: "failed" });
    expect(await stage.row(id)).toMatchObject({ error_code: "container_vanished" });
  });

  fault(
    "a container removed after it exited is a failed run, as nobody knows its exit code",
    async (stage) => {
      const id = await stage.submit({ lines: 5 });
      const held = stage.proxy.hold({ ...inspect, when: "after", answer: /"Status":"exited"/ });
      const worker = await stage.startWorker();
      await held.reached();
      await worker.kill();
      await removeByHand(stage, id);
      held.release();

      await stage.startWorker();

      await stage.reconciled();
      await stage.expectStatuses({ [id]: "failed" });
      expect(await stage.row(id)).toMatchObject({ error_code: "container_vanished" });
    },
  );

  fault("a container removed while its run is settled changes nothing", async (stage) => {
    const id = await stage.submit({ lines: 5 });
    const held = stage.proxy.hold({
      method: "DELETE",
      path: /^\/containers\/\w+$/,
      when: "before",
    });
    await stage.startWorker();
    await held.reached();

    await removeByHand(stage, id);
    held.release();

    await stage.reconciled();
    await stage.expectStatuses({ [id]: "completed" });
  });

  fault(
    "a container stopped by hand is a failed run, and the next one completes",
    async (stage) => {
      const id = await stage.submit({ hang: true });
      const next = await stage.submit({ lines: 5 });
      await stage.startWorker();
      await stage.begun(id);

      await stage.docker.getContainer(named(id)).stop({ t: 1 });

      await stage.reconciled();
      await stage.expectStatuses({ [id]: "failed", [next]: "completed" });
    },
  );

  fault(
    "a foreign container with our name stays, and the run completes under its full name",
    async (stage) => {
      const id = await stage.submit({ lines: 5 });
      const foreign = await stage.docker.createContainer({
        name: named(id),
        Image: scriptedImage,
        Cmd: ["true"],
        HostConfig: { NetworkMode: "none" },
      });
      try {
        await stage.startWorker();

        await stage.reconciled();
        await stage.expectStatuses({ [id]: "completed" });
        expect(await stage.row(id)).toMatchObject({ container_name: `cosmos_transfer_${id}` });
        expect((await foreign.inspect()).State.Status).toBe("created");
      } finally {
        await foreign.remove({ force: true });
      }
    },
  );

  fault(
    "an image that is missing fails the run and names it",
    async (stage) => {
      const id = await stage.submit({ lines: 5 });

      await stage.startWorker();

      await stage.reconciled();
      await stage.expectStatuses({ [id]: "failed" });
      expect(await stage.row(id)).toMatchObject({
        error_code: "engine_no_image",
        error_message: expect.stringContaining("no image nowhere/model:1"),
      });
    },
    { image: "nowhere/model:1" },
  );

  fault(
    "a GPU asked of an engine without the toolkit fails the run and says what to install",
    async (stage) => {
      const ids = [await stage.submit({ lines: 5 }), await stage.submit({ lines: 5 })];

      await stage.startWorker();

      await stage.reconciled();
      await stage.expectStatuses(Object.fromEntries(ids.map((id) => [id, "failed" as const])));
      expect(await stage.row(ids[0] ?? "")).toMatchObject({
        error_code: "engine_no_gpu_toolkit",
        error_message: expect.stringContaining("nvidia-container-toolkit"),
      });
      expect(await stage.containers()).toEqual([]);
    },
    { gpus: "GPU-0" },
  );
});
