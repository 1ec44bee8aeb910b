import type { InputKind } from "../models/define-model";
import type { MediaFacts } from "../records";
import { kindLabels } from "./kind-labels";

/** One thing that was looked at, in words. */
export interface InputCheck {
  /** `bad`: no model can use it; `odd`: some can't, or not wholly; `good`: nothing to say against it. */
  verdict: "good" | "odd" | "bad";
  text: string;
}

interface CheckedVideo {
  kind: InputKind;
  media: MediaFacts;
}

/** Fewer make no video: Cosmos Transfer1 ends with an error. */
const FRAMES_MIN = 2;
/** The 4K upscaler of Cosmos Transfer1 fails beyond its first clip. */
const UPSCALE_FRAMES_MAX = 121;
/** What Cosmos Transfer reads of a video. */
const TRANSFER_FRAMES_MAX = 5000;
/** What every browser can play. */
const playable: ReadonlySet<string> = new Set(["avc", "vp8", "vp9", "av1"]);

/** Everything that an operator should know of an input's videos before they are used, worst first. */
export function checkInput(videos: readonly CheckedVideo[]): InputCheck[] {
  const checks = [...checkLimits(videos), ...checkAgreement(videos), checkPlayable(videos)];
  const order = ["bad", "odd", "good"];
  return checks.sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
}

/** How the videos of an input differ from its colour video, one sentence each. */
export function findDifferences(videos: readonly CheckedVideo[]): string[] {
  const colour = videos.find(({ kind }) => kind === "video");
  if (!colour) return [];
  return videos.flatMap(({ kind, media }) =>
    measures
      .filter((read) => read(media) !== read(colour.media))
      .map((read) => `${kindLabels[kind]} has ${read(media)}, colour has ${read(colour.media)}.`),
  );
}

const measures: readonly ((media: MediaFacts) => string)[] = [
  ({ frames }) => (frames === 1 ? "1 frame" : `${frames} frames`),
  ({ width, height }) => `${width} × ${height} pixels`,
  ({ fps }) => `${fps} frames/s`,
];

function checkAgreement(videos: readonly CheckedVideo[]): InputCheck[] {
  const differences = findDifferences(videos);
  if (differences.length > 0) {
    return differences.map((text) => ({ verdict: "odd", text }));
  }
  const text = "All videos have the same frame count, size and frame rate.";
  return videos.length > 1 ? [{ verdict: "good", text }] : [];
}

function checkLimits(videos: readonly CheckedVideo[]): InputCheck[] {
  const colour = videos.find(({ kind }) => kind === "video");
  if (!colour) return [{ verdict: "bad", text: "There is no colour video: every run needs one." }];
  const frames = Math.min(...videos.map(({ media }) => media.frames));
  if (frames < FRAMES_MIN) {
    return [
      { verdict: "bad", text: `A video has ${frames} frame: models need ${FRAMES_MIN} at least.` },
    ];
  }
  if (frames > TRANSFER_FRAMES_MAX) {
    const text = `Transfers read the first ${TRANSFER_FRAMES_MAX} of the ${frames} frames.`;
    return [{ verdict: "odd", text }];
  }
  if (frames > UPSCALE_FRAMES_MAX) {
    const text = `${frames} frames: transfers work in several clips, and the 4K upscaler takes ${UPSCALE_FRAMES_MAX} frames at most.`;
    return [{ verdict: "odd", text }];
  }
  return [{ verdict: "good", text: "The length suits every operation." }];
}

function checkPlayable(videos: readonly CheckedVideo[]): InputCheck {
  const strange = videos.filter(({ media }) => !playable.has(media.codec));
  if (strange.length === 0) return { verdict: "good", text: "Every video can be read and played." };
  const names = strange.map(({ kind, media }) => `${kindLabels[kind]} (${media.codec})`);
  return {
    verdict: "odd",
    text: `Not every browser plays ${names.join(", ")}; models can read it.`,
  };
}
