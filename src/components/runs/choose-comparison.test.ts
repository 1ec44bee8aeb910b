import { expect, test } from "vitest";
import type { RunRecord } from "@/domain/records";
import { chooseComparison } from "./choose-comparison";

const video = (id: string, more: Partial<RunRecord> = {}) =>
  ({
    id,
    preview: null,
    parent_run_id: null,
    outputs: { output_path: `runs/${id}/out/output.mp4` },
    execution_config: { input_video: "inputs/city/color.mp4" },
    ...more,
  }) as RunRecord;

const parent = video("parent000000");
const child = video("child0000000", {
  parent_run_id: parent.id,
  execution_config: { input_video: "runs/parent000000/out/output.mp4" },
});
const nothing = { compare: undefined, compared: null };

test("a run is compared with what it continues unless something else is asked for", () => {
  const { chosen, video } = chooseComparison({ run: child, parent, ...nothing });
  expect(chosen).toBe(parent.id);
  expect(video?.src).toContain(parent.id);
});

test("a run that continues nothing stands alone", () => {
  expect(chooseComparison({ run: parent, parent: undefined, ...nothing }).video).toBeNull();
});

test("its own input can be asked for", () => {
  const asked = { run: parent, parent: undefined, compare: "input", compared: null };
  expect(chooseComparison(asked).video?.src).toBe("/api/inputs/city/color.mp4");
});

test("any other run can be asked for by its id", () => {
  const other = video("other0000000");
  const asked = { run: child, parent, compare: other.id, compared: other };
  expect(chooseComparison(asked)).toMatchObject({
    chosen: other.id,
    video: { label: "Other: run other0000000" },
  });
});

test.each([
  ["a run that does not exist", null, /no run “what”/],
  ["the run itself", child, /this run itself/],
  ["a run without a video", video("novideo00000", { outputs: {} }), /has no video/],
])("%s is refused in words", (_name, compared, sentence) => {
  const { video, problem } = chooseComparison({ run: child, parent, compare: "what", compared });
  expect(video).toBeNull();
  expect(problem).toMatch(sentence);
});
