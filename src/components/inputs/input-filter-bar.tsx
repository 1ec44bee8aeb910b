import { Search } from "lucide-react";
import type { InputOrder, InputQuery } from "@/domain/inputs/input-query";
import { inputKinds } from "@/domain/models/define-model";
import { ClearFilters } from "../filters/clear-filters";
import { OrderSelect } from "../filters/order-select";
import { SubmitButton } from "../forms/submit-button";
import { fieldStyles } from "../ui/field-styles";
import { inputsHref } from "./input-address";
import { inputKindLabels } from "./input-kinds";

const orderLabels: Record<InputOrder, string> = {
  newest: "Newest first",
  oldest: "Oldest first",
  name: "By name",
  most_used: "Most used first",
  longest: "Longest first",
};

/** Search, filter and order as one GET form: the address is the whole state. */
export function InputFilterBar({ query }: { query: InputQuery }) {
  const { search, kind, order } = query;
  return (
    <search className="mb-4">
      <form
        action="/inputs"
        className="grid grid-cols-[1fr_1fr_auto] items-center gap-2 sm:flex sm:flex-wrap"
      >
        <input
          type="search"
          name="search"
          aria-label="Search inputs"
          placeholder="Search name"
          defaultValue={search}
          className={`${fieldStyles} h-8 min-w-0 flex-1 basis-40 max-sm:col-span-3 sm:max-w-72`}
        />
        <select
          name="has"
          aria-label="Videos"
          defaultValue={kind ?? ""}
          className={`${fieldStyles} select-control h-8 sm:max-w-44`}
        >
          <option value="">With any videos</option>
          {inputKinds
            .filter((each) => each !== "video")
            .map((each) => (
              <option key={each} value={each}>
                With {inputKindLabels[each].toLowerCase()}
              </option>
            ))}
        </select>
        <OrderSelect name="order" labels={orderLabels} value={order} className="sm:max-w-40" />
        <SubmitButton size="icon" aria-label="Apply search">
          <Search aria-hidden />
        </SubmitButton>
        {(search || kind) && <ClearFilters href={inputsHref({ order })} />}
      </form>
    </search>
  );
}
