import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { runStatuses } from "@/domain/run-status";
import { Chip, Chips } from "../filters/chips";
import { ClearFilters } from "../filters/clear-filters";
import { SubmitButton } from "../forms/submit-button";
import { OperationIcon } from "../operations/operation-icon";
import type { OperationInfo } from "../operations/operation-info";
import { fieldStyles } from "../ui/field-styles";
import { filterHref, isFiltered, type RunFilters, toggled, withoutFilters } from "./run-filters";
import { statusLabel } from "./run-status-badge";

interface FilterBarProps {
  path: "/" | "/runs";
  filters: RunFilters;
  operations: readonly OperationInfo[];
  /** Prompts to choose from. */
  prompts: readonly { id: string; name: string }[];
  /** Further fields of the form. */
  children?: ReactNode;
}

/** Filters as links and one GET form: the address is the whole state. */
export function FilterBar({ path, filters, operations, prompts, children }: FilterBarProps) {
  const hrefWith = (change: Partial<RunFilters>) => filterHref(path, { ...filters, ...change });
  return (
    <search className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2.5">
      <Chips label="Type">
        {operations.map(({ type, label, tone }) => (
          <Chip
            key={type}
            href={hrefWith({ types: toggled(filters.types, type) })}
            on={filters.types.includes(type)}
          >
            <span data-tone={tone} className="text-tone">
              <OperationIcon type={type} className="size-3.5" />
            </span>
            {label}
          </Chip>
        ))}
      </Chips>
      <Chips label="Status">
        {runStatuses.map((status) => (
          <Chip
            key={status}
            href={hrefWith({ statuses: toggled(filters.statuses, status) })}
            on={filters.statuses.includes(status)}
          >
            {statusLabel(status)}
          </Chip>
        ))}
      </Chips>
      <form
        action={path}
        className={`flex min-w-0 flex-1 flex-wrap gap-2 sm:flex-nowrap ${children ? "max-sm:grid max-sm:basis-full max-sm:grid-cols-6 md:min-w-2xl" : "md:min-w-80"}`}
      >
        {filters.types.map((type) => (
          <input key={type} type="hidden" name="type" value={type} />
        ))}
        {filters.statuses.map((status) => (
          <input key={status} type="hidden" name="status" value={status} />
        ))}
        {filters.span && <input type="hidden" name="span" value={filters.span} />}
        <select
          name="prompt"
          aria-label="Prompt"
          defaultValue={filters.prompt_id ?? ""}
          className={`${fieldStyles} select-control h-8 max-sm:col-span-3 sm:max-w-44`}
        >
          <option value="">Every prompt</option>
          {prompts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <input
          type="search"
          name="search"
          aria-label="Search prompts and run ids"
          placeholder="Search text or run id"
          defaultValue={filters.search}
          className={`${fieldStyles} h-8 min-w-0 flex-1 max-sm:col-span-3`}
        />
        {children}
        <SubmitButton size="icon" aria-label="Apply search" className="max-sm:peer-open:hidden">
          <Search aria-hidden />
        </SubmitButton>
      </form>
      {isFiltered(filters) && <ClearFilters href={filterHref(path, withoutFilters(filters))} />}
    </search>
  );
}
