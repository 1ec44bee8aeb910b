import type { RunRecord } from "@/domain/records";
import { inputVideo, resultVideo, type VideoSource, videoPath } from "./video-source";

/** What `?compare=` says instead of a run's id. */
export const comparedInput = "input";
export const comparedNone = "none";

interface Asked {
  run: RunRecord;
  /** The run that it continues. */
  parent: RunRecord | undefined;
  /** The value of `?compare=`. */
  compare: string | undefined;
  /** The run that `compare` names; null where there is none. */
  compared: RunRecord | null;
}

interface Comparison {
  /** The value of `?compare=` that means this; undefined where nothing is compared. */
  chosen: string;
  video: VideoSource | null;
  /** Why what was asked for can't be shown. */
  problem?: string;
}

/** What to show beside a run's video: what was asked for, else what it continues. */
export function chooseComparison({ run, parent, compare, compared }: Asked): Comparison {
  if (compare === comparedNone) return { chosen: comparedNone, video: null };
  if (compare === comparedInput) {
    const video = inputVideo(run, "Input video");
    return video
      ? { chosen: comparedInput, video }
      : { chosen: comparedNone, video, problem: "This run has no input video of its own." };
  }
  if (compare === undefined) {
    const video = parent ? resultVideo(parent, `Before: run ${parent.id}`) : null;
    return { chosen: video && parent ? parent.id : comparedNone, video };
  }
  if (!compared) return nothing(`There is no run “${compare}” to compare with.`);
  if (compared.id === run.id) return nothing("That is this run itself.");
  if (!videoPath(compared)) return nothing(`Run ${compared.id} has no video to compare with.`);
  const word = compared.id === parent?.id ? "Before" : "Other";
  return { chosen: compared.id, video: resultVideo(compared, `${word}: run ${compared.id}`) };
}

function nothing(problem: string): Comparison {
  return { chosen: comparedNone, video: null, problem };
}
