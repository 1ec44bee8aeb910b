import { expect, test } from "vitest";
import { normaliseView } from "./normalise-view";

test("a query is written in one order, whatever order it came in", () => {
  const one = normaliseView("sort=longest&status=failed&type=upscale");
  const other = normaliseView("type=upscale&status=failed&sort=longest");

  expect(one).toBe("type=upscale&status=failed&sort=longest");
  expect(other).toBe(one);
});

test.each([
  ["the page of the list", "cursor=abc&run=x&all=1&bulk=delete"],
  ["an address of elsewhere", "next=https%3A%2F%2Fexample.com&%2F%2Fexample.com"],
  ["values that mean nothing", "type=paint&status=odd&sort=newest&view=table&rating=9&upscaled=1"],
  ["days that do not exist", "from=2026-02-31&to=tomorrow"],
  ["empty fields of a form", "search=&prompt=%20&sort="],
])("%s is left out", (_, query) => {
  expect(normaliseView(`${query}&status=failed`)).toBe("status=failed");
});

test("text is kept as it is, with what an address must escape", () => {
  expect(new URLSearchParams(normaliseView("search=50%25+of+a%26b")).get("search")).toBe(
    "50% of a&b",
  );
});

test("what is given twice is kept once, or its last value", () => {
  expect(normaliseView("type=upscale&type=upscale&type=transfer&rating=2&rating=4")).toBe(
    "type=upscale&type=transfer&rating=4",
  );
});
