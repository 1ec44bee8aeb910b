import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutFamily } from "./lay-out-family";

const member = (id: string, parent_run_id: string | null = null) => ({ id, parent_run_id });
const drawn = (family: { id: string; parent_run_id: string | null }[]) =>
  layOutFamily(family).map(({ member, column, row }) => `${member.id} ${column},${row}`);

test("a chain is one row", () => {
  expect(drawn([member("a"), member("b", "a"), member("c", "b")])).toEqual([
    "a 0,0",
    "b 1,0",
    "c 2,0",
  ]);
});

test("siblings stand below each other, each beside what came from it", () => {
  const family = [
    member("enhance"),
    member("first", "enhance"),
    member("second", "enhance"),
    member("up1", "first"),
    member("up2", "first"),
    member("up3", "second"),
  ];
  expect(drawn(family)).toEqual([
    "enhance 0,0",
    "first 1,0",
    "up1 2,0",
    "up2 2,1",
    "second 1,2",
    "up3 2,2",
  ]);
});

test("a run whose parent is gone begins a row of its own", () => {
  expect(drawn([member("a"), member("b", "deleted")])).toEqual(["a 0,0", "b 0,1"]);
});

test("every run has one cell of its own, right of its parent and not above it", () => {
  // Each run's parent is one of those before it, or none.
  const family = fc
    .array(fc.nat({ max: 40 }), { maxLength: 40 })
    .map((parents) =>
      parents.map((parent, index) => member(`${index}`, parent < index ? `${parent}` : null)),
    );
  fc.assert(
    fc.property(family, (members) => {
      const places = layOutFamily(members);

      expect(new Set(places.map((place) => place.member.id)).size).toBe(members.length);
      expect(new Set(places.map(({ column, row }) => `${column},${row}`)).size).toBe(
        members.length,
      );
      for (const { column, row, parent } of places) {
        if (!parent) continue;
        expect(column).toBe(parent.column + 1);
        expect(row).toBeGreaterThanOrEqual(parent.row);
      }
    }),
  );
});
