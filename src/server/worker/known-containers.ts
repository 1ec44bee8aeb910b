import type { Container } from "../engine/engine";
import type { RunRow } from "../runs/run-record";
import { attemptOf } from "./prepare-run";
import type { Seen } from "./worker-context";

/**
 * What one worker knows of its engine's containers, to look at the right ones first. All of it was true
 * when it was seen, and nothing is concluded from it alone.
 */
export class KnownContainers {
  /** Ids as last listed, by run and attempt. */
  #listed = new Map<string, string>();
  /** Run ids by container. */
  readonly #runOf = new Map<string, string>();
  /** Runs whose program was seen to run, by container. */
  readonly #begun = new Map<string, RunRow>();
  /** Gated containers known to wait, by run. */
  readonly #staged = new Map<string, string>();

  /** Ids of the gated containers that wait. */
  get staged(): string[] {
    return [...this.#staged.values()];
  }

  /** Of all containers that it knows. */
  get containerIds(): string[] {
    return [...this.#runOf.keys()];
  }

  runOf(containerId: string): string | undefined {
    return this.#runOf.get(containerId);
  }

  /** The run whose program runs in it. */
  begunIn(containerId: string): RunRow | undefined {
    return this.#begun.get(containerId);
  }

  /** Id of the container of a run's present attempt, if it was there when all were listed. */
  listedFor(run: RunRow): string | undefined {
    return this.#listed.get(keyOf({ run_id: run.id, attempt: attemptOf(run) }));
  }

  isStaged(runId: string): boolean {
    return this.#staged.has(runId);
  }

  /** The gated container that waits for a run; from now on it does not. */
  takeStaged(runId: string): string | undefined {
    const id = this.#staged.get(runId);
    this.#staged.delete(runId);
    return id;
  }

  noteSeen(run: RunRow, seen: Seen): void {
    this.#staged.delete(run.id);
    if (typeof seen === "string") return;
    this.#runOf.set(seen.id, run.id);
    if (run.status === "running" && seen.state === "running") this.#begun.set(seen.id, run);
    if (run.status === "pending" && seen.state === "gated") this.#staged.set(run.id, seen.id);
  }

  /** @param before the `containerIds` before the list was asked for: what came since is not in it */
  noteListed(containers: readonly Container[], before: readonly string[]): void {
    this.#listed = new Map(containers.map((container) => [keyOf(container), container.id]));
    const present = new Set(containers.map(({ id }) => id));
    for (const id of before.filter((each) => !present.has(each))) {
      this.#runOf.delete(id);
      this.#begun.delete(id);
    }
  }
}

const keyOf = ({ run_id, attempt }: Pick<Container, "run_id" | "attempt">) =>
  `${run_id}.${attempt}`;
