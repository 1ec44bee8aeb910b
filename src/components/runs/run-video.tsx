import type { MediaFacts, RunRecord } from "@/domain/records";
import { runFileUrl } from "./run-file-url";

interface RunVideoProps {
  run: Pick<RunRecord, "id" | "outputs" | "preview">;
  label: string;
}

/** Path of a completed run's video, relative to the data folder. */
export function videoPath(run: Pick<RunRecord, "outputs">): string | null {
  const { output_path } = run.outputs;
  return typeof output_path === "string" ? output_path : null;
}

/** The result of a run, playing and seeking. Null where it has none. */
export function RunVideo({ run, label }: RunVideoProps) {
  const path = videoPath(run);
  if (!path) return null;
  const { width, height, fps, frames } = run.outputs as Partial<MediaFacts>;
  return (
    <figure className="min-w-0">
      <video
        controls
        loop
        playsInline
        preload="metadata"
        aria-label={label}
        src={runFileUrl(run.id, path)}
        poster={run.preview ? runFileUrl(run.id, run.preview.poster_path) : undefined}
        width={width}
        height={height}
        className="h-auto max-h-[70vh] w-full rounded-md bg-video"
      />
      <figcaption className="mt-1.5 flex flex-wrap justify-between gap-x-3 text-muted text-xs">
        <span>{label}</span>
        {width && height && (
          <span>
            {width} × {height}, {frames} frames at {fps} frames/s
          </span>
        )}
      </figcaption>
    </figure>
  );
}
