import { expect, test } from "vitest";
import { normaliseView } from "@/domain/views/normalise-view";
import type { ViewRecord } from "@/domain/views/view-record";
import { parseListFilters } from "../runs/parse-run-filters";
import { filterFields } from "../runs/run-filters";
import { placeViews, viewHref } from "./place-views";

const view = (id: string, query: string): ViewRecord => ({
  id,
  name: id,
  query,
  created_by: "web",
  created_at: "2026-01-01T00:00:00.000Z",
  updated_at: "2026-01-01T00:00:00.000Z",
});
const failed = view("failed", "status=failed");
const twin = view("twin", "status=failed");
const all = view("all", "");
const filtersOf = (href: string) =>
  parseListFilters(Object.fromEntries(new URL(href, "http://here").searchParams));

test("a view that is opened is the current one, also beside another that shows the same", () => {
  expect(placeViews([failed, twin], filtersOf(viewHref(twin)))).toMatchObject({ current: twin });
  expect(placeViews([all, failed], filtersOf(viewHref(all)))).toMatchObject({ current: all });
});

test("filters that were chosen by hand mark the view that equals them", () => {
  expect(placeViews([all, failed], filtersOf("/runs?status=failed"))).toMatchObject({
    current: failed,
    changed: undefined,
  });
});

test("a view that was opened and then filtered further has changed", () => {
  expect(placeViews([failed], filtersOf(`${viewHref(failed)}&rating=4`))).toEqual({
    query: "status=failed&rating=4",
    current: undefined,
    changed: failed,
  });
});

test("everything that the page can filter, sort and lay out is kept in a view", () => {
  const query =
    "type=upscale&status=failed&prompt=p1&search=50%25&from=2026-01-01&to=2026-02-01&rating=4&upscaled=no&sort=longest&view=gallery";
  const filters = filtersOf(`/runs?${query}`);
  expect(new URLSearchParams(filterFields(filters)).toString()).toBe(query);
  expect(normaliseView(query)).toBe(query);
});
