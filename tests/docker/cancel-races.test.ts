import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AppError } from "@/server/errors";
import type { Container, Engine } from "@/server/engine/engine";
import { readRows } from "@/server/runs/read-rows";
import { requestCancel } from "@/server/runs/request-cancel";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { describeWithDocker } from "../harness/describe-with-docker";
import { createScene, type Script } from "../harness/scene";
import { waitFor } from "../harness/wait-for";
import { startTestWorker, type TestWorker } from "../harness/worker";
import { scriptedDocker } from "./make-scripted-engine";

const ROUNDS = 10 * Number(process.env.COSMOS_FAULT_ROUNDS ?? 1);
const seed = Number(process.env.COSMOS_FAULT_SEED ?? Math.floor(Math.random() * 1e9));

describeWithDocker("cancel", ({ host }) => {
  let database: TestDatabase;
  let scene: ReturnType<typeof createScene>;
  let worker: TestWorker | undefined;

  beforeEach(async () => {
    database = await createTestDatabase();
    scene = createScene(database);
  });
  afterEach(async () => {
    await worker?.stop();
    for (const { id } of (await worker?.engine.list()) ?? []) {
      await worker?.engine.stop(id, { intMs: 0, termMs: 0 });
      await worker?.engine.remove(id);
    }
    await database.drop();
  });

  async function startWorker(wrapEngine = (engine: Engine): Engine => engine): Promise<void> {
    worker = await startTestWorker(database, {
      makeEngine: scriptedDocker(host),
      slots: 2,
      wrapEngine,
    });
  }

  /** Cancels, or is told that the run has ended already. */
  const cancel = (id: string, actor: "web" | "cli") =>
    requestCancel({ ...scene.ctx, actor }, { id }).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== "refused") throw error;
    });

  const containersOf = async (id: string): Promise<Container[]> =>
    ((await worker?.engine.list()) ?? []).filter((container) => container.run_id === id);

  /** It ended as it had to, says so once, and has nothing left on the engine. */
  async function expectEnded(id: string, otherwise: "completed" | "cancelled"): Promise<void> {
    await scene.ended(id);
    await waitFor(async () => (await containersOf(id)).length === 0, `what ${id} left to go`);
    const [row] = await readRows(database.db, [id]);
    const wasAsked = row?.cancel_requested_at != null;
    expect(row).toMatchObject({
      status: wasAsked ? "cancelled" : otherwise,
      cancel_requested_by: wasAsked ? expect.stringMatching(/^(web|cli)$/) : null,
    });
    const events = await database.sql<{ type: string; actor: string }[]>`
      select type, actor from run_events where run_id = ${id}
        and type in ('cancel_requested', 'cancelled', 'completed', 'failed') order by id`;
    expect(events.map((event) => event.type)).toEqual(
      wasAsked ? ["cancel_requested", "cancelled"] : [otherwise],
    );
    if (wasAsked) expect(events[0]?.actor).toBe(row?.cancel_requested_by);
  }

  async function expectUntouched(id: string): Promise<void> {
    expect(await containersOf(id)).toMatchObject([{ state: "running" }]);
    const [row] = await readRows(database.db, [id]);
    expect(row).toMatchObject({ status: "running", cancel_requested_at: null });
  }

  test(`at ${ROUNDS} random moments, twice each, leaves nothing in between (seed ${seed})`, async () => {
    await startWorker();
    const other = await scene.submit({ hang: true });
    await scene.begun(other.id);
    const random = createRandom(seed);

    for (let round = 0; round < ROUNDS; round++) {
      const { id } = await scene.submit({ lines: Math.floor(random() * 20), pause_ms: 5 });
      await sleep(random() * 700);
      const again = sleep(random() * 100).then(() => cancel(id, "cli"));
      await Promise.all([cancel(id, "web"), again]);
      await expectEnded(id, "completed");
    }

    await expectUntouched(other.id);
    await cancel(other.id, "web");
    await expectEnded(other.id, "cancelled");
  }, 600_000);

  /** Holds the first call of a method of the engine, before or after the engine did it. */
  function holdEngine(
    method: "createGated" | "openGate" | "stop" | "collect",
    when: "before" | "after",
  ) {
    let isReached = false;
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const once = async () => {
      if (isReached) return;
      isReached = true;
      await released;
    };
    const wrap = (engine: Engine): Engine => {
      const original = engine[method] as (...args: unknown[]) => Promise<unknown>;
      const held = async (...args: unknown[]) => {
        if (when === "before") await once();
        const result = await original(...args);
        if (when === "after") await once();
        return result;
      };
      return { ...engine, [method]: held };
    };
    return { wrap, release, reached: () => waitFor(() => isReached, `${method} to be held`) };
  }

  test.each([
    ["before its container is made", "createGated", "before"],
    ["after its container was made", "createGated", "after"],
    ["before its program begins", "openGate", "before"],
    ["after its program began", "openGate", "after"],
  ] as const)("%s, a run is cancelled although its start goes on", async (_, method, when) => {
    const held = holdEngine(method, when);
    await startWorker(held.wrap);
    const { id } = await scene.submit({ hang: true });
    await held.reached();

    await cancel(id, "cli");
    held.release();

    await expectEnded(id, "cancelled");
  });

  test("after its program ended well, a run that is being settled is cancelled", async () => {
    const held = holdEngine("collect", "after");
    await startWorker(held.wrap);
    const { id } = await scene.submit({ lines: 3 });
    await held.reached();

    await cancel(id, "web");
    held.release();

    await expectEnded(id, "completed");
    const [row] = await readRows(database.db, [id]);
    expect(row).toMatchObject({ status: "cancelled", exit_code: 0 });
  });

  test("after its program failed, a run that is being settled is cancelled", async () => {
    const held = holdEngine("collect", "after");
    await startWorker(held.wrap);
    const script: Script = { lines: 3, exit: 4 };
    const { id } = await scene.submit(script);
    await held.reached();

    await cancel(id, "web");
    held.release();

    await expectEnded(id, "completed");
    const [row] = await readRows(database.db, [id]);
    expect(row).toMatchObject({ status: "cancelled", exit_code: 4 });
  });

  test("a second time while the first one still stops, the first one stays recorded", async () => {
    const held = holdEngine("stop", "before");
    await startWorker(held.wrap);
    const { id } = await scene.submit({ hang: true, ignore_signals: true });
    await scene.begun(id);
    await cancel(id, "cli");
    await held.reached();
    const [first] = await readRows(database.db, [id]);

    await cancel(id, "web");
    held.release();

    await expectEnded(id, "cancelled");
    const [row] = await readRows(database.db, [id]);
    expect(row).toMatchObject({
      cancel_requested_by: "cli",
      cancel_requested_at: first?.cancel_requested_at,
    });
  });
});

/** The same numbers for the same seed. */
function createRandom(state: number) {
  let current = state;
  return () => {
    current = (Math.imul(current, 1664525) + 1013904223) >>> 0;
    return current / 2 ** 32;
  };
}
