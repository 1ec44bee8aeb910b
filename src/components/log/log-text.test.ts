import { expect, test } from "vitest";
import type { LogPlace } from "@/domain/log/log-place";
import { LogText } from "./log-text";

const lineAt = (line: number) => `line ${line}\n`;
const textOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => lineAt(from + index)).join("");
const placeOf = (line: number): LogPlace => ({ line, byte: textOf(0, line).length });
const places = [0, 1000, 2000].map(placeOf);

function shown(log: LogText, from: number, to: number) {
  return Array.from({ length: to - from }, (_, index) => log.line(from + index));
}

test("every line can be named before any was read", () => {
  const log = new LogText(places);
  log.append(textOf(2000, 2500));
  expect(log.count).toBe(2500);
  expect(log.loaded).toBe(500);
  expect(log.line(10)).toBeUndefined();
  expect(log.line(2499)).toBe("line 2499");
});

test("the pieces in sight are named, newest first, and shown once they were read", () => {
  const log = new LogText(places);
  const missing = log.missing(990, 1010);
  expect(missing.map(({ begin }) => begin.line)).toEqual([1000, 0]);

  for (const piece of missing) log.put(piece, textOf(piece.begin.line, piece.end.line));

  expect(shown(log, 998, 1002)).toEqual(["line 998", "line 999", "line 1000", "line 1001"]);
  expect(log.missing(0, 2000)).toEqual([]);
});

test("a tail that has become long becomes pieces, and no line is lost or doubled", () => {
  const log = new LogText([placeOf(0)]);
  log.append(textOf(0, 4200));
  expect(log.wantsPlaces).toBe(true);

  log.addPlaces([0, 1000, 2000, 3000, 4000].map(placeOf));

  expect(log.wantsPlaces).toBe(false);
  expect(log.tail).toEqual(placeOf(4000));
  expect([...log.known()].map(([at, line]) => `${at} ${line}`)).toEqual(
    Array.from({ length: 4200 }, (_, at) => `${at} line ${at}`),
  );
});

test("places beyond what has come are not taken", () => {
  const log = new LogText([placeOf(0)]);
  log.append(textOf(0, 1500));
  log.addPlaces([0, 1000, 2000].map(placeOf));
  expect(log.tail).toEqual(placeOf(1000));
  expect(log.count).toBe(1500);
});

test("a line too long to be read whole does not shift those after it", () => {
  const log = new LogText(places);
  const [piece] = log.missing(1000, 1001);
  if (piece) log.put(piece, textOf(1000, 1400));
  expect(log.line(1399)).toBe("line 1399");
  expect(log.line(1999)).toBe("(not shown)");
});

test("what is told anew after a lost connection is there once", () => {
  const log = new LogText([placeOf(0)]);
  log.append(textOf(0, 4200));
  log.addPlaces([0, 1000, 2000, 3000, 4000].map(placeOf));

  log.rewind(0);
  log.append(textOf(0, 4200));

  expect([...log.known()].map(([, line]) => line)).toEqual(shown(log, 0, 4200));
  expect(log.count).toBe(4200);
});
