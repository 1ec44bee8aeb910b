import { beforeAll, expect } from "vitest";
import { getActivity } from "@/server/activity/get-activity";
import { requestCancel } from "@/server/runs/request-cancel";
import { describeWithDocker } from "../../harness/describe-with-docker";
import { waitFor } from "../../harness/wait-for";
import { createFault } from "./fault";
import { buildScriptedImage } from "./scripted-image";

const MANY = 50;

describeWithDocker("many at once", ({ socket }) => {
  const fault = createFault(() => socket);
  beforeAll(() => buildScriptedImage(socket));

  fault(
    "two workers at once execute each run once, and the second takes over from the first",
    async (stage) => {
      const ids: string[] = [];
      for (let n = 0; n < 6; n++) ids.push(await stage.submit({ lines: 20, pause_ms: 10 }));
      const workers = [await stage.startWorker(), await stage.startWorker()];
      await stage.begun(ids[2] ?? "");
      await workers[0]?.kill();

      await stage.reconciled();
      await stage.expectStatuses(Object.fromEntries(ids.map((id) => [id, "completed" as const])));
    },
    { slots: 2 },
  );

  fault(
    "fifty containers at once go on without a worker, are adopted by the next and cancelled",
    async (stage) => {
      const ids: string[] = [];
      for (let n = 0; n < MANY; n++) ids.push(await stage.submit({ lines: 2, hang: true }));
      const worker = await stage.startWorker();
      await waitFor(
        async () =>
          (await stage.containers()).filter((each) => each.State === "running").length === MANY,
        "all containers to run",
        400_000,
      );
      await worker.kill();
      await stage.startWorker();
      await Promise.all(ids.map((id) => stage.begun(id)));
      await stage.reconciled();
      const { engines } = await getActivity(stage.scene.ctx, {});
      expect(engines[0]?.slots.map((slot) => slot.run_id).sort()).toEqual([...ids].sort());

      await Promise.all(ids.map((id) => requestCancel(stage.scene.ctx, { id })));

      await stage.expectStatuses(Object.fromEntries(ids.map((id) => [id, "cancelled" as const])));
    },
    { slots: MANY, timeoutMs: 900_000, endsWithinMs: 400_000 },
  );
});
