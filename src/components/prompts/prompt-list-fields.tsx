import { ChevronDown } from "lucide-react";
import type { PromptSort } from "@/domain/prompt-sort";
import { SubmitButton } from "../forms/submit-button";
import { Field } from "../ui/field";
import { fieldStyles } from "../ui/field-styles";
import type { PromptFilters } from "./prompt-filters";

/** How each order is called. */
const sortLabels: Record<PromptSort, string> = {
  newest: "Newest first",
  most_runs: "Most runs first",
  best_rated: "Best rated first",
};

const ratings = ["1", "2", "3", "4", "5"];

/** Order, days and rating: fields of the library's GET form. */
export function PromptListFields({ filters }: { filters: PromptFilters }) {
  const { from, to, rating_min, sort } = filters;
  return (
    <>
      <select
        name="sort"
        aria-label="Order"
        defaultValue={sort ?? ""}
        className={`${fieldStyles} select-control h-8 max-sm:col-span-3 sm:max-w-38`}
      >
        {Object.entries(sortLabels).map(([value, label]) => (
          <option key={value} value={value === "newest" ? "" : value}>
            {label}
          </option>
        ))}
      </select>
      <details className="peer group relative max-sm:col-span-2 max-sm:open:col-span-6">
        <summary className="flex h-8 list-none items-center gap-1 rounded-md border border-line bg-surface px-2.5 text-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
          More
          <ChevronDown aria-hidden className="size-3.5 text-muted group-open:rotate-180" />
        </summary>
        <div className="mt-2 grid grid-cols-2 gap-3 rounded-lg border border-line bg-surface p-4 sm:absolute sm:right-0 sm:z-20 sm:w-80 sm:shadow-2xl">
          <Field id="from" label="From (UTC)">
            <input
              id="from"
              type="date"
              name="from"
              defaultValue={from}
              className={`${fieldStyles} h-8`}
            />
          </Field>
          <Field id="to" label="To (UTC)">
            <input
              id="to"
              type="date"
              name="to"
              defaultValue={to}
              className={`${fieldStyles} h-8`}
            />
          </Field>
          <Field id="rating" label="Average rating">
            <select
              id="rating"
              name="rating"
              defaultValue={rating_min?.toString() ?? ""}
              className={`${fieldStyles} select-control h-8`}
            >
              <option value="">Any rating</option>
              {ratings.map((stars) => (
                <option key={stars} value={stars}>
                  {stars === "5" ? "5 stars" : `${stars} or more`}
                </option>
              ))}
            </select>
          </Field>
          <div className="flex items-end justify-end">
            <SubmitButton variant="primary">Apply</SubmitButton>
          </div>
        </div>
      </details>
    </>
  );
}
