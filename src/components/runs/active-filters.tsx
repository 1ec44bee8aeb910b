import type { OperationInfo } from "../operations/operation-info";
import { FilterMarks } from "./filter-marks";
import { filterHref, type RunFilters, toggled } from "./run-filters";
import { statusLabel } from "./run-status-badge";

interface ActiveFiltersProps {
  filters: RunFilters;
  operations: readonly OperationInfo[];
  prompts: readonly { id: string; name: string }[];
}

interface Active {
  label: string;
  /** The filters without it. */
  rest: Partial<RunFilters>;
}

/** Every filter that is at work, each a link that takes it away. */
export function ActiveFilters(props: ActiveFiltersProps) {
  const active = describe(props);
  const marks = active.map(({ label, rest }) => ({
    label,
    href: filterHref("/runs", { ...props.filters, ...rest }),
  }));
  return <FilterMarks marks={marks} />;
}

function describe({ filters, operations, prompts }: ActiveFiltersProps): Active[] {
  const { types, statuses, prompt_id, search, from, to, rating_min, upscaled } = filters;
  const label = (type: string) => operations.find((each) => each.type === type)?.label ?? type;
  const prompt = prompts.find(({ id }) => id === prompt_id)?.name ?? prompt_id;
  const all: (Active | false)[] = [
    ...types.map((type) => ({
      label: `Type: ${label(type)}`,
      rest: { types: toggled(types, type) },
    })),
    ...statuses.map((status) => ({
      label: `Status: ${statusLabel(status)}`,
      rest: { statuses: toggled(statuses, status) },
    })),
    prompt_id !== undefined && { label: `Prompt: ${prompt}`, rest: { prompt_id: undefined } },
    search !== undefined && { label: `Search: “${search}”`, rest: { search: undefined } },
    from !== undefined && { label: `From ${from}`, rest: { from: undefined } },
    to !== undefined && { label: `To ${to}`, rest: { to: undefined } },
    rating_min !== undefined && {
      label: `Rated ${rating_min}${rating_min < 5 ? " or more" : ""}`,
      rest: { rating_min: undefined },
    },
    upscaled !== undefined && {
      label: upscaled ? "Upscaled" : "Could be upscaled",
      rest: { upscaled: undefined },
    },
  ];
  return all.filter((each) => each !== false);
}
