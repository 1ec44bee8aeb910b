import { join } from "node:path";
import { probeVideo } from "@/media/probe-video";
import type { RunRow } from "../runs/run-record";
import { runPlaces } from "./run-places";
import type { WorkerContext } from "./worker-context";

/** How many frames the input video of a prepared run has; null when that cannot be told. */
export async function countFrames(
  worker: Pick<WorkerContext, "env">,
  run: Pick<RunRow, "id">,
): Promise<number | null> {
  const places = runPlaces(worker.env.dataDir, run.id);
  const media = await probeVideo(join(places.in, "input.mp4")).catch(() => null);
  return media?.frames ?? null;
}
