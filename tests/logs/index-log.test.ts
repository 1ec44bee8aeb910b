import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { indexLog } from "@/server/logs/index-log";

const from = { byte: 0, line: 0 };
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cosmos-log-"));
  path = join(folder, "run.log");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines = (count: number, more = "") =>
  Array.from({ length: count }, (_, index) => `line ${index} größer${more}\n`).join("");

test("every place is where the line it names begins", async () => {
  writeFileSync(path, lines(5500));

  const places = await indexLog(path, { from });

  expect(places.map(({ line }) => line)).toEqual([0, 1000, 2000, 3000, 4000, 5000]);
  for (const { byte, line } of places) {
    const rest = readFileSync(path).subarray(byte).toString();
    expect(rest.slice(0, rest.indexOf("\n"))).toBe(`line ${line} größer`);
  }
});

test("long lines make shorter pieces", async () => {
  writeFileSync(path, lines(400, "x".repeat(10_000)));
  const places = await indexLog(path, { from });
  const sizes = places.slice(1).map(({ byte }, index) => byte - (places[index]?.byte ?? 0));
  expect(sizes.length).toBeGreaterThan(10);
  for (const size of sizes) expect(size).toBeLessThan(300_000);
});

test("an index goes on from any of its places when the log has grown", async () => {
  writeFileSync(path, lines(2500));
  const before = await indexLog(path, { from });
  appendFileSync(path, lines(2000));

  const after = await indexLog(path, { from: before[2] ?? from });

  const whole = await indexLog(path, { from });
  expect([...before.slice(0, 2), ...after]).toEqual(whole);
});

test("a log that is not there yet is empty", async () => {
  expect(await indexLog(path, { from })).toEqual([from]);
});
