import { expect, test } from "vitest";
import type { UploadItem } from "./upload-item";
import { whatIsMissing } from "./what-is-missing";

const item = (changes: Partial<UploadItem>): UploadItem => ({
  key: "key",
  file_name: "color.mp4",
  kind: "video",
  bytes: 10,
  sent: 10,
  state: "sent",
  problem: null,
  upload_id: "abcdefghij01",
  sequence: null,
  ...changes,
});

test("a colour video that has arrived and a name are all that is needed", () => {
  expect(whatIsMissing([item({})], "street")).toBeNull();
});

test.each([
  [[], "street", "Add a colour video."],
  [[item({ kind: "depth" })], "street", "Add a colour video: every run needs one."],
  [[item({ kind: null })], "street", "Say what color.mp4 is."],
  [[item({}), item({})], "street", "Two files are colour: change one."],
  [[item({ state: "refused" })], "street", "Remove color.mp4."],
  [[item({ state: "failed" })], "street", "Try color.mp4 again, or remove it."],
  [[item({ state: "paused" })], "street", "Wait until all files have arrived."],
  [[item({})], "", "Give it a name of small letters, digits and hyphens."],
] as const)("otherwise it is said what to do (%#)", (items, name, sentence) => {
  expect(whatIsMissing(items, name)).toBe(sentence);
});
