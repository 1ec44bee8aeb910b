import fc from "fast-check";
import { expect, it } from "vitest";
import { readArray, writeArray } from "./array-types";

it("reads what it wrote, whatever the texts are", () => {
  const texts = fc.array(fc.option(fc.string({ unit: "binary" })));

  fc.assert(
    fc.property(texts, (values) => {
      expect(readArray(writeArray(values))).toEqual(values);
    }),
  );
});

it("reads arrays as Postgres writes them", () => {
  expect(readArray('{plain,"two words",NULL,"NULL","a\\"b\\\\c",""}')).toEqual([
    "plain",
    "two words",
    null,
    "NULL",
    'a"b\\c',
    "",
  ]);
  expect(readArray("{}")).toEqual([]);
});
