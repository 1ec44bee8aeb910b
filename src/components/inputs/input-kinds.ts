import type { InputKind } from "@/domain/models/define-model";

/** Words for the kinds of input video. */
export const inputKindLabels: Record<InputKind, string> = {
  video: "Colour",
  vis: "Visual",
  edge: "Edge",
  depth: "Depth",
  seg: "Segmentation",
};
