import { expect, test } from "vitest";
import { inputsHref, parseInputQuery } from "./input-address";

test("an address says the same after it was read and written", () => {
  const href = "/inputs?search=street&has=depth&order=name&after=street-04";
  const params = Object.fromEntries(new URL(href, "http://localhost").searchParams);
  expect(inputsHref(parseInputQuery(params))).toBe(href);
});

test("what means nothing, or the usual, is left out", () => {
  const query = parseInputQuery({ search: " ", has: "colour?", order: "newest" });
  expect(inputsHref(query)).toBe("/inputs");
});
