import { expect, test } from "vitest";
import { panView, viewOf, viewSpan, windowToRead, zoomView } from "./timeline-view";

const HOUR = 3_600_000;
const now = 1_000 * HOUR;
const hour = { length: HOUR, end: null };

test("a view that follows ends a little after the present", () => {
  expect(viewSpan(hour, now).end).toBe(now + 0.02 * HOUR);
});

test("going back leaves the present, and coming back follows it again", () => {
  const back = panView(hour, -0.5, now);
  expect(back.end).not.toBeNull();
  expect(panView(back, 0.5, now)).toEqual(hour);
});

test("zooming keeps the moment under the pointer in its place", () => {
  const view = { length: HOUR, end: now - 2 * HOUR };
  const { start } = viewSpan(view, now);
  const anchor = start + HOUR / 4;
  const closer = viewSpan(zoomView(view, { factor: 0.5, anchor, now }), now);
  expect((anchor - closer.start) / (closer.end - closer.start)).toBeCloseTo(0.25);
});

test("zooming without a pointer goes on following the present", () => {
  expect(zoomView(hour, { factor: 2, now })).toEqual({ length: 2 * HOUR, end: null });
});

test("nobody gets lost in seconds or in years", () => {
  expect(zoomView(hour, { factor: 1e-9, now }).length).toBe(10_000);
  expect(zoomView(hour, { factor: 1e9, now }).length).toBe(31 * 24 * HOUR);
});

test("a span is shown whole", () => {
  const span = { start: now - 5 * HOUR, end: now - 4 * HOUR };
  const shown = viewSpan(viewOf(span, now), now);
  expect(shown.start).toBeLessThan(span.start);
  expect(shown.end).toBeGreaterThan(span.end);
});

test("what is read holds what is seen, and stays the same a moment later", () => {
  const span = viewSpan(hour, now);
  const read = windowToRead(span);
  expect(read.start).toBeLessThanOrEqual(span.start);
  expect(read.end).toBeGreaterThanOrEqual(span.end);
  expect(read.end - read.start).toBeLessThanOrEqual(2 * HOUR);
  expect(windowToRead({ start: span.start + 1000, end: span.end + 1000 })).toEqual(read);
});
