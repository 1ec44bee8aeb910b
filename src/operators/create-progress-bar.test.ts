import { expect, test } from "vitest";
import { formatBar } from "./create-progress-bar";

test("a bar reads as tqdm's, with elapsed time, time left and rate", () => {
  expect(formatBar({ label: "Upscaling", done: 52, total: 120, ms: 12_000 })).toBe(
    "Upscaling:  43%|####      | 52/120 [00:12<00:16,  4.33it/s]",
  );
});

test("an unknown rate is a question mark, a slow one is seconds per step", () => {
  expect(formatBar({ label: "x", done: 0, total: 4, ms: 0 })).toContain("0/4 [00:00<?, ?it/s]");
  expect(formatBar({ label: "x", done: 1, total: 4, ms: 5_000 })).toContain(
    "[00:05<00:15,  5.00s/it]",
  );
});
