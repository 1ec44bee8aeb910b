import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { Chip, Chips } from "../filters/chips";
import { ClearFilters } from "../filters/clear-filters";
import { SubmitButton } from "../forms/submit-button";
import { fieldStyles } from "../ui/field-styles";
import {
  isPromptFiltered,
  type PromptFilters,
  parsePromptFilters,
  promptsHref,
} from "./prompt-filters";
import { PromptListFields } from "./prompt-list-fields";

interface PromptFilterBarProps {
  filters: PromptFilters;
  /** Names of the input folders to choose from. */
  inputs: readonly string[];
}

interface Toggle {
  label: string;
  name: "enhanced" | "completed";
  value: boolean;
}

const toggles: { label: string; of: Toggle[] }[] = [
  {
    label: "Origin",
    of: [
      { label: "Enhanced", name: "enhanced", value: true },
      { label: "Not enhanced", name: "enhanced", value: false },
    ],
  },
  {
    label: "Results",
    of: [
      { label: "With results", name: "completed", value: true },
      { label: "Without results", name: "completed", value: false },
    ],
  },
];

/** Filters as links and one GET form: the address is the whole state. */
export function PromptFilterBar({ filters, inputs }: PromptFilterBarProps) {
  const { enhanced, completed, input_name, sort } = filters;
  return (
    <search className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2.5">
      {toggles.map(({ label, of }) => (
        <Chips key={label} label={label}>
          {of.map((toggle) => (
            <ToggleChip key={toggle.label} filters={filters} toggle={toggle} />
          ))}
        </Chips>
      ))}
      <form
        action="/prompts"
        className="flex min-w-0 flex-1 flex-wrap gap-2 max-sm:grid max-sm:basis-full max-sm:grid-cols-6 sm:flex-nowrap md:min-w-2xl"
      >
        <Kept name="enhanced" value={enhanced} />
        <Kept name="completed" value={completed} />
        <select
          name="input"
          aria-label="Input folder"
          defaultValue={input_name ?? ""}
          className={`${fieldStyles} select-control h-8 max-sm:col-span-3 sm:max-w-44`}
        >
          <option value="">Every input</option>
          {inputs.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <input
          type="search"
          name="search"
          aria-label="Search prompts"
          placeholder="Search text or id"
          defaultValue={filters.search}
          className={`${fieldStyles} h-8 min-w-0 flex-1 max-sm:col-span-3`}
        />
        <PromptListFields filters={filters} />
        <SubmitButton size="icon" aria-label="Apply search" className="max-sm:peer-open:hidden">
          <Search aria-hidden />
        </SubmitButton>
      </form>
      {isPromptFiltered(filters) && (
        <ClearFilters href={promptsHref({ ...parsePromptFilters({}), sort })} />
      )}
    </search>
  );
}

/** A filter of the links, for the form to send along. */
function Kept({ name, value }: { name: string; value: boolean | undefined }): ReactNode {
  if (value === undefined) return null;
  return <input type="hidden" name={name} value={value ? "yes" : "no"} />;
}

function ToggleChip({ filters, toggle }: { filters: PromptFilters; toggle: Toggle }) {
  const on = filters[toggle.name] === toggle.value;
  const change = { [toggle.name]: on ? undefined : toggle.value };
  return (
    <Chip href={promptsHref({ ...filters, ...change })} on={on}>
      {toggle.label}
    </Chip>
  );
}
