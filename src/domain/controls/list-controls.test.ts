import { expect, test } from "vitest";
import { listControls } from "./list-controls";

const inputs = { video: "inputs/city/color.mp4", edge: "inputs/city/edge.mp4" };
const config = {
  input_video: "inputs/city/color.mp4",
  weights: { vis: 0, edge: 0.6, depth: 0.4, seg: 0.4 },
};

test("what was given is told from what the run made itself", () => {
  const files = [
    { path: "runs/a/out/output.mp4", role: "result" },
    { path: "runs/a/out/output_control_depth.mp4", role: "control" },
    { path: "runs/a/out/seg_input_control_0.mp4", role: "control" },
  ];
  expect(listControls({ config, inputs, files })).toEqual([
    { control: "vis", weight: 0, given: null, made: null },
    { control: "edge", weight: 0.6, given: "inputs/city/edge.mp4", made: null },
    { control: "depth", weight: 0.4, given: null, made: "runs/a/out/output_control_depth.mp4" },
    { control: "seg", weight: 0.4, given: null, made: "runs/a/out/seg_input_control_0.mp4" },
  ]);
});

test("a video made from the prompt's own takes none of its controls", () => {
  const made = { ...config, input_video: "runs/b/out/output.mp4" };
  expect(listControls({ config: made, inputs, files: [] })[1]?.given).toBe(null);
});

test("a run without weights has no controls", () => {
  expect(listControls({ config: { control_weight: 0.5 }, inputs, files: [] })).toEqual([]);
});
