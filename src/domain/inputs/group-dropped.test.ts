import { expect, test } from "vitest";
import { groupDropped } from "./group-dropped";

const file = (path: string) => {
  const parts = path.split("/");
  return { name: parts.pop() ?? "", folder: parts.join("/") };
};

test("videos stand alone, numbered pictures are gathered by folder and series", () => {
  const dropped = ["color.mp4", "seq/depth.0001.png", "seq/depth.0002.png", "seq/seg.0001.png"];
  const { groups, refused } = groupDropped(dropped.map(file));

  expect(groups.map(({ shape, label, files }) => [shape, label, files.length])).toEqual([
    ["video", "color.mp4", 1],
    ["sequence", "seq depth.", 2],
    ["sequence", "seq seg.", 1],
  ]);
  expect(refused).toEqual([]);
});

test("what is neither is told, except what systems leave in folders by themselves", () => {
  const { groups, refused } = groupDropped(["notes.txt", "cover.png", ".DS_Store"].map(file));
  expect(groups).toEqual([]);
  expect(refused.map(({ name }) => name)).toEqual(["notes.txt", "cover.png"]);
});
