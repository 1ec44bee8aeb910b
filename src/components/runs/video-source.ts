import type { MediaFacts, RunRecord } from "@/domain/records";
import type { FrameRate } from "@/domain/video/frame-clock";
import { inputFileUrl } from "../inputs/input-file-url";
import { runFileUrl } from "./run-file-url";

/** A video to look at and what is known of it. */
export interface VideoSource {
  label: string;
  src: string;
  poster: string | undefined;
  /** Empty where it was not measured. */
  media: Partial<MediaFacts>;
}

/** Path of a completed run's video, relative to the data folder. */
export function videoPath(run: Pick<RunRecord, "outputs">): string | null {
  const { output_path } = run.outputs;
  return typeof output_path === "string" ? output_path : null;
}

/** The video that a run made; null where it made none. */
export function resultVideo(run: RunRecord, label: string): VideoSource | null {
  const path = videoPath(run);
  if (!path) return null;
  const poster = run.preview ? runFileUrl(run.id, run.preview.poster_path) : undefined;
  const media = run.outputs as Partial<MediaFacts>;
  return { label, src: runFileUrl(run.id, path), poster, media };
}

/** The video that a run was given; null where that is another run's result. */
export function inputVideo(run: RunRecord, label: string): VideoSource | null {
  const path = run.execution_config.input_video;
  if (typeof path !== "string" || !path.startsWith("inputs/")) return null;
  return { label, src: inputFileUrl(path), poster: undefined, media: {} };
}

/** What counting its pictures needs; null where it is not known. */
export function frameRateOf({ media }: VideoSource): FrameRate | null {
  const { fps, frames } = media;
  return fps && frames ? { fps, frames } : null;
}
