import { expect, test } from "vitest";
import { framePrefix, orderFrames } from "./order-frames";

const frames = (...names: string[]) => names.map((name) => ({ name }));

test("pictures are put in the order of their numbers, not of their names", () => {
  const ordered = orderFrames(frames("f10.png", "f9.png", "f11.PNG"));
  expect(ordered.map(({ name }) => name)).toEqual(["f9.png", "f10.png", "f11.PNG"]);
});

test("a series may begin anywhere", () => {
  expect(orderFrames(frames("color.1002.png", "color.1001.png"))).toHaveLength(2);
});

test.each([
  [["a.0001.png", "a.0003.png"], "Frame 2 is missing between a.0001.png and a.0003.png."],
  [["a.01.png", "a.05.png"], "Frames 2 to 4 are missing between a.01.png and a.05.png."],
  [["a.1.png", "a.01.png"], "a.01.png and a.1.png have the same number."],
  [["a.1.png", "b.2.png"], "b.2.png and a.1.png are of two series: keep them apart."],
  [["cover.png"], "cover.png is no numbered PNG picture, such as color.0001.png."],
])("%j is refused", (names, sentence) => {
  expect(() => orderFrames(frames(...names))).toThrow(sentence);
});

test("the prefix is what stands before the number", () => {
  expect(framePrefix("shot2_depth.0012.png")).toBe("shot2_depth.");
  expect(framePrefix("0012.png")).toBe("");
  expect(framePrefix("notes.png")).toBeNull();
});
