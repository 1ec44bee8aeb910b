import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAnsi, stripAnsi } from "./parse-ansi";

const ESC = "\u001b";

test.each([
  ["one of the 16", "31", { colour: 1 }],
  ["a bright one", "97", { colour: 15 }],
  ["a background", "44", { background: 4 }],
  ["one of the 256 that is one of the 16", "38;5;9", { colour: 9 }],
  ["one of the cube", "38;5;208", { colour: [255, 135, 0] }],
  ["a grey", "48;5;244", { background: [128, 128, 128] }],
  ["a true colour", "38;2;1;2;3", { colour: [1, 2, 3] }],
  ["a true colour with colons", "38:2:1:2:3", { colour: [1, 2, 3] }],
  ["several at once", "1;4;38;5;1;42", { bold: true, underline: true, colour: 1, background: 2 }],
  ["a colour that does not exist", "38;5;999", {}],
  ["a code that means nothing", "77", {}],
])("%s", (_name, codes, style) => {
  expect(parseAnsi(`${ESC}[${codes}mtext`)).toEqual([{ text: "text", style }]);
});

test("a line is split where its look changes", () => {
  expect(parseAnsi(`a${ESC}[1;31mb${ESC}[22mc${ESC}[39md${ESC}[0m`)).toEqual([
    { text: "a", style: {} },
    { text: "b", style: { bold: true, colour: 1 } },
    { text: "c", style: { colour: 1 } },
    { text: "d", style: {} },
  ]);
});

test("an empty code resets, as a terminal does", () => {
  expect(parseAnsi(`${ESC}[31mred${ESC}[mplain`).at(-1)).toEqual({ text: "plain", style: {} });
});

test("whatever the line, no character of its text is lost", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(`${ESC}[31m`, `${ESC}[0m`, `${ESC}[38;5m`, `${ESC}[48;2;1m`, `${ESC}[`, ESC),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const line = pieces.join("");
      const text = parseAnsi(line).map((span) => span.text);
      expect(text.join("")).toBe(stripAnsi(line));
    }),
  );
});
