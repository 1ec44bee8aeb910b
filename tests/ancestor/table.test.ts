import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

interface Row {
  hole: number;
  /** Each as `file: name`. */
  tests: [file: string, name: string][];
  /** Given where there is no test. */
  reason: string | undefined;
}

const rows = readFileSync(join(root, "docs/ancestor-holes.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line))
  .map(readRow);

function readRow(line: string): Row {
  const [, hole = "", , , last = ""] = line.split(" | ").join("|").split("|");
  const tests: Row["tests"] = [];
  let file = "";
  for (const [, path, name] of last.matchAll(/`([\w/.-]+)`: |"([^"]+)"/g)) {
    if (path) file = path;
    if (name) tests.push([file, name]);
  }
  return { hole: Number(hole), tests, reason: /^None: (.+\w)/.exec(last.trim())?.[1] };
}

test("the table of the ancestor's holes has all 44, once and in order", () => {
  expect(rows.map(({ hole }) => hole)).toEqual(Array.from({ length: 44 }, (_, index) => index + 1));
});

test("each hole has a test or a reason why there is none", () => {
  const bare = rows.filter(({ tests, reason }) => tests.length > 0 === (reason !== undefined));

  expect(bare.map(({ hole }) => hole)).toEqual([]);
});

test("each test that the table names exists in its file", () => {
  const named = rows.flatMap(({ tests }) => tests);

  expect(named.filter(([file, name]) => !namesIn(file).includes(name))).toEqual([]);
  expect(named.length).toBeGreaterThan(40);
});

test("each test that is named after a hole is in that hole's row", () => {
  const folder = "tests/ancestor";
  const files = readdirSync(join(root, folder)).map((file) => `${folder}/${file}`);
  const named = [...files, "tests/docker/ancestor.test.ts"]
    .flatMap((file) => namesIn(file))
    .filter((name) => name.startsWith("hole "));

  const holeOf = (name: string) => Number(/^hole (\d+): /.exec(name)?.[1]);
  const strangers = named.filter((name) => {
    const row = rows.find(({ hole }) => hole === holeOf(name));
    return !row?.tests.some(([, known]) => known === name);
  });
  expect(strangers).toEqual([]);
});

/** The names of the tests in a file; none where there is no such file. */
function namesIn(file: string): string[] {
  const path = join(root, file);
  if (!existsSync(path)) return [];
  const found = readFileSync(path, "utf8").matchAll(/^ *test\(\s*"([^"]+)"/gm);
  return [...found].map(([, name = ""]) => name);
}
