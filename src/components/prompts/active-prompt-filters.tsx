import { FilterMarks } from "../runs/filter-marks";
import { type PromptFilters, promptsHref } from "./prompt-filters";

/** What the library's filters say. */
export function ActivePromptFilters({ filters }: { filters: PromptFilters }) {
  const { search, input_name, enhanced, completed, from, to, rating_min } = filters;
  const all: (Partial<Record<keyof PromptFilters, string>> | false)[] = [
    search !== undefined && { search: `Search: “${search}”` },
    input_name !== undefined && { input_name: `Input: ${input_name}` },
    enhanced !== undefined && { enhanced: enhanced ? "Enhanced" : "Not enhanced" },
    completed !== undefined && { completed: completed ? "With results" : "Without results" },
    from !== undefined && { from: `From ${from}` },
    to !== undefined && { to: `To ${to}` },
    rating_min !== undefined && {
      rating_min: `Rated ${rating_min}${rating_min < 5 ? " or more" : ""} on average`,
    },
  ];
  const marks = all
    .flatMap((each) => (each ? Object.entries(each) : []))
    .map(([name, label]) => ({ label, href: promptsHref({ ...filters, [name]: undefined }) }));
  return <FilterMarks marks={marks} />;
}
