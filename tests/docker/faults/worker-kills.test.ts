import { beforeAll, expect } from "vitest";
import { requestCancel } from "@/server/runs/request-cancel";
import { describeWithDocker } from "../../harness/describe-with-docker";
import { waitFor } from "../../harness/wait-for";
import type { Point } from "./engine-proxy";
import { createFault } from "./fault";
import type { FaultStage } from "./fault-stage";
import { buildScriptedImage } from "./scripted-image";

const create = { method: "POST", path: /^\/containers\/create$/ } as const;
const start = { method: "POST", path: /^\/containers\/\w+\/start$/ } as const;
const inspect = { method: "GET", path: /^\/containers\/\w+\/json$/ } as const;
const events = { method: "GET", path: /^\/events$/, when: "before" } as const;
const remove = { method: "DELETE", path: /^\/containers\/\w+$/ } as const;

interface Moment {
  name: string;
  /** Where the worker waits when it is killed, in the life of its first run. */
  point: (stage: FaultStage, first: string) => Point;
  /** The engine's events don't reach it until then. */
  deaf?: true;
  /** The engine's word for the first run's container at that moment. */
  container: string | null;
  /** What the first run's row says then. */
  row: { status: string; exited: boolean };
}

const running = { status: "running", exited: false };
const moments: Moment[] = [
  {
    name: "before create",
    point: () => ({ ...create, when: "before" }),
    container: null,
    row: running,
  },
  {
    name: "after create, before it hears of it",
    point: () => ({ ...create, when: "after" }),
    container: "created",
    row: running,
  },
  {
    name: "between create and start",
    point: () => ({ ...start, when: "before" }),
    container: "created",
    row: running,
  },
  {
    name: "after start, before the gate opens",
    point: () => ({ ...start, when: "after" }),
    container: "running",
    row: running,
  },
  {
    name: "between exit and hearing of it",
    deaf: true,
    point: () => ({ ...inspect, when: "after", answer: /"Status":"exited"/ }),
    container: "exited",
    row: running,
  },
  {
    name: "between the event of the exit and seeing it",
    point: (stage, first) => ({
      ...inspect,
      when: "after",
      answer: /"Status":"exited"/,
      only: async () => (await stage.row(first)).exited_at !== null,
    }),
    container: "exited",
    row: { status: "running", exited: true },
  },
  {
    name: "between exit and settle",
    point: (stage, first) => ({
      ...inspect,
      when: "before",
      only: async () => (await stage.row(first)).exited_at !== null,
    }),
    container: "exited",
    row: { status: "running", exited: true },
  },
  {
    name: "between settle and remove",
    point: () => ({ ...remove, when: "before" }),
    container: "exited",
    row: { status: "completed", exited: true },
  },
  {
    name: "after remove, before it hears of it",
    point: () => ({ ...remove, when: "after" }),
    container: null,
    row: { status: "completed", exited: true },
  },
];

describeWithDocker("kill -9 of the worker", ({ socket }) => {
  const fault = createFault(() => socket);
  beforeAll(() => buildScriptedImage(socket));

  for (const { name, point, deaf, container, row } of moments) {
    fault(`the worker is killed ${name}`, async (stage) => {
      const first = await stage.submit({ lines: 30, pause_ms: 5 });
      const silence = deaf && stage.proxy.hold(events);
      const held = stage.proxy.hold(point(stage, first));
      const worker = await stage.startWorker();
      await held.reached();
      await worker.kill();
      const { status, exited_at } = await stage.row(first);
      expect({ status, exited: exited_at !== null }).toEqual(row);
      // The engine tells that a program has ended before its own records say so.
      await expect.poll(() => stage.stateOf(first)).toBe(container);
      const second = await stage.submit({ lines: 10 });
      held.release();
      silence?.release();

      await stage.startWorker();

      await stage.reconciled();
      await stage.expectStatuses({ [first]: "completed", [second]: "completed" });
    });
  }

  fault("the worker is killed while it follows", async (stage) => {
    const first = await stage.submit({ lines: 300, pause_ms: 10 });
    const second = await stage.submit({ lines: 10 });
    const worker = await stage.startWorker();
    await stage.begun(first);
    await worker.kill();
    expect(await stage.stateOf(first)).toBe("running");

    await stage.startWorker();

    await stage.reconciled();
    await stage.expectStatuses({ [first]: "completed", [second]: "completed" });
  });

  for (const when of ["before", "after"] as const) {
    fault(`the worker is killed ${when} the start of a run that is staged`, async (stage) => {
      const blocker = await stage.submit({ hang: true });
      const worker = await stage.startWorker();
      await stage.begun(blocker);
      const held = stage.proxy.hold({ ...start, when });
      const staged = await stage.submit({ lines: 10 });
      await held.reached();
      await worker.kill();
      expect(await stage.row(staged)).toMatchObject({ status: "pending", container_id: null });
      held.release();

      await stage.startWorker();

      await stage.reconciled();
      await requestCancel(stage.scene.ctx, { id: blocker });
      await stage.expectStatuses({ [blocker]: "cancelled", [staged]: "completed" });
    });
  }

  fault("the worker is killed while it cancels", async (stage) => {
    const id = await stage.submit({ hang: true, ignore_signals: true });
    const worker = await stage.startWorker();
    await stage.begun(id);
    const held = stage.proxy.hold({
      method: "POST",
      path: /^\/containers\/\w+\/kill$/,
      when: "after",
    });
    await requestCancel(stage.scene.ctx, { id });
    await held.reached();
    await worker.kill();
    expect(await stage.stateOf(id)).toBe("running");
    held.release();

    await stage.startWorker();

    await stage.reconciled();
    await stage.expectStatuses({ [id]: "cancelled" });
  });

  fault(
    "the worker is killed while a helper of it runs",
    async (stage) => {
      const id = await stage.submit({ lines: 5 });
      const held = stage.proxy.hold({ ...start, when: "after" });
      const worker = await stage.startWorker();
      await held.reached();
      await worker.kill();
      expect(await stage.helpers()).toHaveLength(1);
      expect(await stage.stateOf(id)).toBe(null);
      held.release();

      await stage.startWorker();

      await stage.reconciled();
      await stage.expectStatuses({ [id]: "completed" });
    },
    { sharedData: "auto" },
  );

  fault("workers are killed again and again", async (stage) => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n++) ids.push(await stage.submit({ lines: 40, pause_ms: 10 }));
    for (const id of ids.slice(0, 3)) {
      const worker = await stage.startWorker();
      await stage.begun(id);
      await worker.kill();
    }

    await stage.startWorker();

    await stage.reconciled();
    await waitFor(async () => (await stage.row(ids[3] ?? "")).started_at, "the last to start");
    await stage.expectStatuses(Object.fromEntries(ids.map((id) => [id, "completed" as const])));
  });
});
