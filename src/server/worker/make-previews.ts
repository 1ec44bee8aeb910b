import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { and, eq, isNull, sql } from "drizzle-orm";
import { makePoster } from "@/media/make-poster";
import { makeStrip } from "@/media/make-strip";
import { probeVideo } from "@/media/probe-video";
import { runs } from "../db/schema";
import { runPlaces } from "./run-places";
import type { WorkerContext } from "./worker-context";

/**
 * Makes poster and scrubber strip of completed videos that have none, one after the other.
 * A video whose pictures cannot be made keeps none until the next start.
 */
export async function makePreviews(worker: WorkerContext, skip: Set<string>): Promise<void> {
  const rows = await worker.db
    .select({ id: runs.id, path: sql<string>`${runs.outputs} ->> 'output_path'` })
    .from(runs)
    .where(
      and(eq(runs.status, "completed"), isNull(runs.preview), sql`${runs.outputs} ? 'output_path'`),
    )
    .limit(20);
  for (const { id, path } of rows.filter((row) => !skip.has(row.id))) {
    try {
      await makePreview(worker, id, join(worker.env.dataDir, path));
    } catch (error) {
      skip.add(id);
      worker.logger.warn("no preview could be made", { run_id: id, error });
    }
  }
}

async function makePreview(worker: WorkerContext, id: string, path: string): Promise<void> {
  const { preview } = runPlaces(worker.env.dataDir, id);
  await mkdir(preview, { recursive: true });
  const video = { path, facts: await probeVideo(path) };
  const poster = join(preview, "poster.jpg");
  const strip = join(preview, "strip.jpg");
  await makePoster(worker.ffmpeg, video, poster);
  await makeStrip(worker.ffmpeg, video, strip);
  const at = (file: string) => relative(worker.env.dataDir, file);
  await worker.db
    .update(runs)
    .set({ preview: { poster_path: at(poster), strip_path: at(strip) } })
    .where(eq(runs.id, id));
}
