import { expect, test } from "vitest";
import { isInputName, toInputName } from "./input-name";

test.each([
  ["Street Scene 04", "street-scene-04"],
  ["  Zürich / Übersicht  ", "zurich-ubersicht"],
  ["../../etc/passwd", "etc-passwd"],
  ["new", "new-input"],
  ["日本", ""],
])("%j becomes %j", (text, name) => {
  expect(toInputName(text)).toBe(name);
  expect(isInputName(toInputName(text))).toBe(name !== "");
});

test.each(["", "-a", "..", "a/b", "A", "new", "a".repeat(61)])("%j is no name", (name) => {
  expect(isInputName(name)).toBe(false);
});
