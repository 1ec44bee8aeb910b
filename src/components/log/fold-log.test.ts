import { expect, test } from "vitest";
import { appendLog, type LogLines, openLine } from "./fold-log";

function fold(...pieces: string[]) {
  const log: LogLines = { lines: [], open: "" };
  for (const piece of pieces) appendLog(log, piece);
  return [...log.lines, openLine(log)];
}

test.each([
  ["plain lines", ["a\nb\n"], ["a", "b", ""]],
  ["a line in two pieces", ["hel", "lo\n"], ["hello", ""]],
  ["a bar that is drawn again", [" 10%\r", " 50%\r", "100%\n", "done\n"], ["100%", "done", ""]],
  ["a bar that begins with the return", ["\r 10%", "\r 50%"], [" 50%"]],
  ["Windows line ends", ["a\r\nb\r", "\nc\n"], ["a", "b", "c", ""]],
  ["a return that ends a bar", ["100%\r\n"], ["100%", ""]],
  ["colours, which are kept", ["\u001b[32mok\u001b[0m\n"], ["\u001b[32mok\u001b[0m", ""]],
  [
    "movements and erasing, which are not",
    ["a\u001b[K\u001b[2Ab\u001b]0;title\u0007c\n"],
    ["abc", ""],
  ],
  ["a bar that only its colour follows", ["50%\r\u001b[0m\n"], ["50%", ""]],
])("%s", (_name, pieces, lines) => {
  expect(fold(...pieces)).toEqual(lines);
});

test("ten thousand redraws of one bar keep one line in memory", () => {
  const log: LogLines = { lines: [], open: "" };
  for (let step = 0; step < 10_000; step++) appendLog(log, `\rstep ${step}`);
  expect(log).toEqual({ lines: [], open: "step 9999" });
});
