import { expect, test } from "vitest";
import { newId } from "./new-id";

test("ids are 12 lower-case base36 characters and differ in the first 8", () => {
  const ids = Array.from({ length: 2000 }, newId);

  expect(ids.filter((id) => !/^[0-9a-z]{12}$/.test(id))).toEqual([]);
  expect(new Set(ids.map((id) => id.slice(0, 8))).size).toBe(ids.length);
});

test("every character may stand anywhere", () => {
  const letters = new Set(Array.from({ length: 500 }, newId).join(""));

  expect(letters.size).toBe(36);
});
