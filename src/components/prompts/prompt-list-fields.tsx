import type { PromptSort } from "@/domain/prompt-sort";
import { MoreFilters } from "../filters/more-filters";
import { OrderSelect } from "../filters/order-select";
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
      <OrderSelect
        name="sort"
        labels={sortLabels}
        value={sort}
        className="max-sm:col-span-3 sm:max-w-38"
      />
      <MoreFilters from={from} to={to}>
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
      </MoreFilters>
    </>
  );
}
