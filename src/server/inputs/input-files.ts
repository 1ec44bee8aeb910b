import type { InputKind } from "@/domain/models/define-model";

/** File names in an input folder; only `color.mp4` is required. */
export const inputFiles: Record<InputKind, string> = {
  video: "color.mp4",
  vis: "vis.mp4",
  edge: "edge.mp4",
  depth: "depth.mp4",
  seg: "segmentation.mp4",
};
