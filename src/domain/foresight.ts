import type { Forecast } from "./forecast";

/** What is known of a prompt's run, and of those that continue it, before they are made. */
export interface RunForesight {
  prompt_id: string;
  prompt_name: string;
  /** Why it would be refused, in one sentence; null when nothing speaks against it. */
  refusal: string | null;
  /** What will come of it; null when nothing is known of its input, or when it makes no video. */
  forecast: Forecast | null;
  /** How many runs it makes: itself and those that continue it. */
  run_count: number;
  /** How long like runs took here, all of them together; null when one of them has no like. */
  usual_seconds: number | null;
}

/** What would come of sending a form. */
export interface Foresight {
  runs: RunForesight[];
  /** Runs that are in the queue already. */
  waiting: number;
  paused: boolean;
}

export interface ForesightTotal {
  /** Runs that would be made. */
  run_count: number;
  /** Prompts whose run would be refused. */
  refused: number;
  /** How long they usually take together, as far as that is known; null when it is of none. */
  usual_seconds: number | null;
  /** Prompts of whose runs it is not known. */
  unknown: number;
}

/** Everything together. */
export function sumForesight(runs: readonly RunForesight[]): ForesightTotal {
  const made = runs.filter(({ refusal }) => refusal === null);
  const known = made.flatMap(({ usual_seconds }) => usual_seconds ?? []);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    run_count: sum(made.map(({ run_count }) => run_count)),
    refused: runs.length - made.length,
    usual_seconds: known.length > 0 ? sum(known) : null,
    unknown: made.length - known.length,
  };
}
