import type { RunSort } from "@/domain/run-sort";
import { MoreFilters } from "../filters/more-filters";
import { OrderSelect } from "../filters/order-select";
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
      <OrderSelect
        name="sort"
        labels={sortLabels}
        value={sort}
        className="max-sm:col-span-3 sm:max-w-38"
      />
      <MoreFilters from={from} to={to}>
        <Field id="rating" label="Rating">
          <Choice name="rating" value={rating_min?.toString()} />
        </Field>
        <Field id="upscaled" label="Transfers">
          <Choice name="upscaled" value={upscaled === undefined ? "" : upscaled ? "yes" : "no"} />
        </Field>
        <div className="col-span-2 flex justify-end">
          <SubmitButton variant="primary">Apply</SubmitButton>
        </div>
      </MoreFilters>
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
