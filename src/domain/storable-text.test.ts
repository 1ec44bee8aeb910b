import { expect, test } from "vitest";
import { storableText } from "./storable-text";

test.each([
  ["plain 日本 😀", "plain 日本 😀"],
  ["a\0b", "ab"],
  ["half \ud83d", "half \uFFFD"],
  ["\ude00 other half", "\uFFFD other half"],
])("%j becomes %j", (text, kept) => {
  expect(storableText(text)).toBe(kept);
});
