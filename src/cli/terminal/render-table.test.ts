import { expect, test } from "vitest";
import { clip, displayWidth } from "./display-width";
import { renderTable } from "./render-table";

interface Fruit {
  name: string;
  count: string;
  remark: string;
}

const columns = [
  { title: "NAME", cell: (fruit: Fruit) => fruit.name },
  { title: "COUNT", cell: (fruit: Fruit) => fruit.count, align: "right" as const },
  { title: "REMARK", cell: (fruit: Fruit) => fruit.remark },
];

test("columns line up and no line ends in blanks", () => {
  const table = renderTable(columns, [
    { name: "fig", count: "1000000", remark: "" },
    { name: "pomegranate", count: "2", remark: "red" },
  ]);

  expect(table.split("\n")).toEqual([
    "NAME           COUNT  REMARK",
    "fig          1000000",
    "pomegranate        2  red",
  ]);
});

test("a column without content is left out", () => {
  expect(renderTable(columns, [{ name: "fig", count: "1", remark: "" }])).not.toContain("REMARK");
});

test.each([
  ["abc", 3],
  ["日本", 4],
  ["e\u0301", 1],
  ["\u001b[31mred\u001b[39m", 3],
])("%j takes %i columns", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test("clipped text ends in an ellipsis and fits", () => {
  expect(clip("a long name", 6)).toBe("a lon…");
  expect(clip("日本語", 4)).toBe("日…");
  expect(clip("fits", 4)).toBe("fits");
});
