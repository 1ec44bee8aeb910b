import { expect, test } from "vitest";
import { suggestName } from "./suggest-name";

const file = (name: string, folder = "") => ({ name, folder });

test.each([
  [[file("color.mp4", "Street 04")], "street-04"],
  [[file("color.0001.png", "Street 04/color")], "street-04"],
  [[file("Harbour at dawn.mov"), file("depth.mp4")], "harbour-at-dawn"],
  [[file("color.mp4"), file("depth.mp4")], ""],
  [[file("notes.txt"), file("color.mp4")], ""],
  [[], ""],
])("%j suggest %j", (files, name) => {
  expect(suggestName(files)).toBe(name);
});
