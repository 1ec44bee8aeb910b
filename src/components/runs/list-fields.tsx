import { ChevronDown } from "lucide-react";
import type { RunSort } from "@/domain/run-sort";
import { SubmitButton } from "../forms/submit-button";
import { Field } from "../ui/field";
import { fieldStyles } from "../ui/field-styles";
import type { RunFilters } from "./run-filters";

/** How each order is called. */
const sortLabels: Record<RunSort, string> = {
  newest: "Newest first",
  oldest: "Oldest first",
  longest: "Longest first",
  best_rated: "Best rated first",
};

const choices = {
  rating: [
    ["", "Any rating"],
    ["1", "1 star or more"],
    ["2", "2 stars or more"],
    ["3", "3 stars or more"],
    ["4", "4 stars or more"],
    ["5", "5 stars"],
  ],
  upscaled: [
    ["", "Upscaled or not"],
    ["yes", "Upscaled"],
    ["no", "Could be upscaled"],
  ],
} as const;

/** What `/runs` asks for beyond the filters of `/`: fields of its GET form. */
export function ListFields({ filters }: { filters: RunFilters }) {
  const { from, to, rating_min, upscaled, sort, view, saved } = filters;
  return (
    <>
      {view && <input type="hidden" name="view" value={view} />}
      {saved && <input type="hidden" name="saved" value={saved} />}
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
          <Field id="rating" label="Rating">
            <Choice name="rating" value={rating_min?.toString()} />
          </Field>
          <Field id="upscaled" label="Transfers">
            <Choice name="upscaled" value={upscaled === undefined ? "" : upscaled ? "yes" : "no"} />
          </Field>
          <div className="col-span-2 flex justify-end">
            <SubmitButton variant="primary">Apply</SubmitButton>
          </div>
        </div>
      </details>
    </>
  );
}

function Choice({ name, value }: { name: keyof typeof choices; value: string | undefined }) {
  return (
    <select
      id={name}
      name={name}
      defaultValue={value ?? ""}
      className={`${fieldStyles} select-control h-8`}
    >
      {choices[name].map(([choice, label]) => (
        <option key={choice} value={choice}>
          {label}
        </option>
      ))}
    </select>
  );
}
