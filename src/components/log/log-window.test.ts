import { expect, test } from "vitest";
import { LogWindow } from "./log-window";

const whole = Array.from({ length: 40 }, (_, index) => `line ${index} größer\n`).join("");
const bytes = new TextEncoder().encode(whole);
const all = whole.trimEnd().split("\n");

test("a window that begins amid the log starts with a whole line", () => {
  const log = new LogWindow(200);
  log.append(new TextDecoder().decode(bytes.subarray(200)));
  expect(all.slice(-log.shown.length)).toEqual(log.shown);
  expect(new TextDecoder().decode(bytes.subarray(log.begin))).toMatch(/^line \d+ größer\n/);
});

test("reading backwards gives every line once", () => {
  const log = new LogWindow(400);
  log.append(new TextDecoder().decode(bytes.subarray(400)));
  while (log.begin > 0) log.prepend(bytes.subarray(Math.max(0, log.begin - 90), log.begin));
  expect(log.shown).toEqual(all);
});
