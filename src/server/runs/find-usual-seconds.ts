import { usualSeconds } from "@/domain/usual-seconds";
import type { Db } from "../db/open-database";
import { findLikeRuns } from "./find-like-runs";
import type { RunRow } from "./run-record";

/**
 * How long runs like this one took here lately, in seconds: same operation, model, steps and number of
 * GPUs, and about as many frames. Null when there was none.
 */
export async function findUsualSeconds(
  db: Db,
  run: Pick<RunRow, "model_type" | "execution_config">,
  frames: number | null,
): Promise<number | null> {
  return usualSeconds(await findLikeRuns(db, run), frames);
}
