import { expect, test } from "vitest";
import { describeStill, toStillLog } from "./still-log";

test("a short log is shown whole, with its unfinished line and one line for each bar", () => {
  const still = toStillLog({ text: "one\n 10%\r100%\nth", lines_before: 0 });
  expect(still).toEqual({ lines: ["one", "100%", "th"], first: 0 });
  expect(describeStill(still)).toBe("3 lines");
});

test("of a long one the last 200 lines keep their numbers", () => {
  const text = Array.from({ length: 1000 }, (_, index) => `line ${5001 + index}\n`).join("");
  const still = toStillLog({ text, lines_before: 5000 });
  expect(still.lines).toHaveLength(200);
  expect([still.first, still.lines.at(-1)]).toEqual([5800, "line 6000"]);
  expect(describeStill(still)).toBe("Last 200 of 6,000 lines");
});

test("what was not counted is not called a number", () => {
  const still = toStillLog({ text: "a\nb\n", lines_before: null });
  expect(still.first).toBe(null);
  expect(describeStill(still)).toBe("Last 2 lines");
});

test("an empty log says so", () => {
  expect(describeStill(toStillLog({ text: "", lines_before: 0 }))).toBe("No line yet");
});
