import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readLogTail } from "./read-log-tail";

const folder = mkdtempSync(join(tmpdir(), "log-tail-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function logOf(text: string): string {
  const path = join(folder, "run.log");
  writeFileSync(path, text);
  return path;
}

test("a short log is its own tail", async () => {
  expect(await readLogTail(logOf("one\ntwo\nth"))).toEqual({
    text: "one\ntwo\nth",
    lines_before: 0,
  });
});

test("the tail of a long log begins with a whole line and knows its number", async () => {
  const lines = Array.from({ length: 60_000 }, (_, index) => `Zeile ${index + 1} größer`);
  const { text, lines_before } = await readLogTail(logOf(`${lines.join("\n")}\n`));

  expect(text.length).toBeLessThanOrEqual(256 * 1024);
  expect(text.split("\n").slice(0, -1)).toEqual(lines.slice(lines_before ?? 0));
});

test("a single line without an end is cut at its beginning", async () => {
  const { text, lines_before } = await readLogTail(logOf(`first\n${"x".repeat(300_000)}`));
  expect({ length: text.length, lines_before }).toEqual({ length: 256 * 1024, lines_before: 1 });
});

test("a log that was never written is empty", async () => {
  expect(await readLogTail(join(folder, "none.log"))).toEqual({ text: "", lines_before: 0 });
});
