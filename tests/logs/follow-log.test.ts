import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { followLog } from "@/server/logs/follow-log";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cosmos-log-"));
  path = join(folder, "run.log");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reads a log to its end; `write` is called once it waits, and ends the run. */
async function readToEnd(offset: number, write: () => void) {
  let ended = false;
  let text = "";
  const signal = AbortSignal.timeout(10_000);
  const hasEnded = async () => {
    if (!ended) write();
    const was = ended;
    ended = true;
    return was;
  };
  const pieces = [];
  for await (const piece of followLog({ path, offset, hasEnded, signal })) {
    pieces.push(piece);
    text += piece.text;
  }
  return { text, pieces };
}

test("a follower gets what is there, what comes, and the word that it is sealed", async () => {
  writeFileSync(path, "one\n");

  const { text, pieces } = await readToEnd(0, () => appendFileSync(path, "two\nno newline"));

  expect(text).toBe("one\ntwo\nno newline");
  expect(pieces.at(-1)).toEqual({ offset: 18, offset_after: 18, text: "", sealed: true });
  expect(pieces.filter((piece) => piece.sealed)).toHaveLength(1);
});

test("a follower that comes back continues at its byte, in the middle of multi-byte text", async () => {
  writeFileSync(path, "größer → 日本\n");
  const offset = Buffer.byteLength("größer → ");

  const { text } = await readToEnd(offset, () => appendFileSync(path, "語"));

  expect(text).toBe("日本\n語");
});

test("a character written in two halves arrives whole", async () => {
  const bytes = Buffer.from("日");
  writeFileSync(path, bytes.subarray(0, 1));

  const { text } = await readToEnd(0, () => appendFileSync(path, bytes.subarray(1)));

  expect(text).toBe("日");
});

test("a log that ends in the middle of a character still ends", async () => {
  writeFileSync(path, Buffer.concat([Buffer.from("ok "), Buffer.from("日").subarray(0, 2)]));

  const { text, pieces } = await readToEnd(0, () => {});

  expect(text).toBe("ok \uFFFD");
  expect(pieces.at(-1)).toMatchObject({ offset: 5, sealed: true });
});

test("a log larger than one window arrives whole", async () => {
  const big = "0123456789é".repeat(100_000);
  writeFileSync(path, big);

  const { text, pieces } = await readToEnd(0, () => {});

  expect(text === big).toBe(true);
  expect(pieces.length).toBeGreaterThan(3);
});

test("the log of a run that never began is empty and sealed", async () => {
  const { text, pieces } = await readToEnd(0, () => {});

  expect(text).toBe("");
  expect(pieces).toEqual([{ offset: 0, offset_after: 0, text: "", sealed: true }]);
});
