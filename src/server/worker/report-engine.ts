import { and, eq, notInArray, sql } from "drizzle-orm";
import { toGpuState } from "@/domain/gpu/to-gpu-state";
import { engines, observations } from "../db/schema";
import type { Container, Engine } from "../engine/engine";
import type { WorkerContext } from "./worker-context";

/** Writes what the worker saw, so that everyone can read it; unchanged facts are not written again. */
export class EngineReporter {
  #lastState = "";
  #lastContainers = "";

  constructor(readonly worker: WorkerContext) {}

  /** Says that the worker lives, and what of the engine: its containers, or why it does not answer. */
  async report(seen: readonly Container[] | Error): Promise<void> {
    const reachable = !(seen instanceof Error);
    await this.#reportState(reachable ? null : seen.message);
    if (reachable) await this.#reportContainers(seen);
  }

  async #reportState(error: string | null): Promise<void> {
    const { db, engine, board, ffmpeg } = this.worker;
    const now = new Date();
    const alive = { heartbeat_at: now, ...(error === null && { observed_at: now }) };
    const state = {
      reachable: error === null,
      error,
      slots: board.slots.map(({ id, label }) => ({ id, label })),
      gpus: board.stale ? [] : board.cards.map(toGpuState),
      details: {
        ...(error === null && (await describe(engine))),
        ...(board.problem && { gpu_problem: board.problem }),
        ffmpeg,
      },
    };
    const key = JSON.stringify(state);
    if (key === this.#lastState) {
      await db.update(engines).set(alive).where(eq(engines.name, engine.name));
      return;
    }
    await db
      .insert(engines)
      .values({ name: engine.name, ...state, ...alive })
      .onConflictDoUpdate({ target: engines.name, set: { ...state, ...alive } });
    this.#lastState = key;
  }

  async #reportContainers(containers: readonly Container[]): Promise<void> {
    const { db, engine } = this.worker;
    const rows = containers.map((container) => ({
      engine: engine.name,
      container_id: container.id,
      container_name: container.name,
      run_id: container.run_id,
      model_type: container.model_type,
      attempt: container.attempt,
      state: container.state,
      exit_code: container.exit_code,
      started_at: container.started_at,
      observed_at: new Date(),
    }));
    const key = JSON.stringify(rows.map(({ observed_at: _, ...facts }) => facts));
    if (key === this.#lastContainers) return;
    const ids = rows.map((row) => row.container_id);
    await db.transaction(async (tx) => {
      const gone = ids.length > 0 ? notInArray(observations.container_id, ids) : sql`true`;
      await tx.delete(observations).where(and(eq(observations.engine, engine.name), gone));
      if (rows.length === 0) return;
      await tx
        .insert(observations)
        .values(rows)
        .onConflictDoUpdate({
          target: [observations.engine, observations.container_id],
          set: {
            state: sql`excluded.state`,
            exit_code: sql`excluded.exit_code`,
            started_at: sql`excluded.started_at`,
            observed_at: sql`excluded.observed_at`,
          },
        });
    });
    this.#lastContainers = key;
  }

  /** How many times people have asked to look, to be answered by `answerPolls`. */
  async pollsRequested(): Promise<number> {
    const [row] = await this.worker.db
      .select({ wanted: engines.polls_requested })
      .from(engines)
      .where(eq(engines.name, this.worker.engine.name));
    return row?.wanted ?? 0;
  }

  /** Says that what was asked up to `wanted` has been looked at. */
  async answerPolls(wanted: number): Promise<void> {
    const mine = eq(engines.name, this.worker.engine.name);
    await this.worker.db.update(engines).set({ polls_done: wanted }).where(mine);
  }
}

/** What an engine says of itself, for people. That it will not is no reason to do nothing. */
async function describe(engine: Engine): Promise<Record<string, unknown>> {
  try {
    return await engine.describe();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [`The engine does not describe itself: ${reason}`] };
  }
}
