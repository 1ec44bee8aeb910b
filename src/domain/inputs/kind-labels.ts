import type { InputKind } from "../models/define-model";

/** Words for the kinds of input video. */
export const kindLabels: Record<InputKind, string> = {
  video: "Colour",
  vis: "Visual",
  edge: "Edge",
  depth: "Depth",
  seg: "Segmentation",
};
