import { expect, test } from "vitest";
import { parseProcStat, parsePsLine } from "./parse-process";

const rest = "1 42 41 0 -1 4194304 90 168 0 1 0 0 0 0 20 0 1 0 165486 2654208 387";

test("a program's name may hold spaces and brackets", () => {
  expect(parseProcStat(`42 (a) R (b) S ${rest}`)).toEqual({
    pid: 42,
    ppid: 1,
    pgid: 42,
    sid: 41,
    started: "165486",
    zombie: false,
  });
});

test("a zombie is told from a living process", () => {
  expect(parseProcStat(`42 (x) Z ${rest}`)?.zombie).toBe(true);
  expect(parsePsLine("42 1 42 Z+ Tue Nov 24 03:00:00 2026")?.zombie).toBe(true);
});

test("the day of the month may be padded", () => {
  const padded = parsePsLine("  42     1    42 Ss   Tue Dec  1 03:00:00 2026");
  expect(padded).toMatchObject({ pid: 42, pgid: 42, started: "Tue Dec 1 03:00:00 2026" });
});

test.each(["", "sh", "42 (sh) S 1 2"])("%j is no line of /proc", (line) => {
  expect(parseProcStat(line)).toBeNull();
});

test.each(["", "sh", "42 1 42 S"])("%j is no line of ps", (line) => {
  expect(parsePsLine(line)).toBeNull();
});
