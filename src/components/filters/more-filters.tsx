import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Field } from "../ui/field";
import { fieldStyles } from "../ui/field-styles";

interface MoreFiltersProps {
  /** Days as `2026-11-29`, in UTC. */
  from: string | undefined;
  to: string | undefined;
  /** Further fields, and the button that applies them all. */
  children: ReactNode;
}

/** The filters of a list that are wanted seldom: folded fields of its GET form. */
export function MoreFilters({ from, to, children }: MoreFiltersProps) {
  return (
    <details className="peer group relative max-sm:col-span-2 max-sm:open:col-span-6">
      <summary className="flex h-8 list-none items-center gap-1 rounded-md border border-line bg-surface px-2.5 text-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
        More
        <ChevronDown aria-hidden className="size-3.5 text-muted group-open:rotate-180" />
      </summary>
      <div className="mt-2 grid grid-cols-2 gap-3 rounded-lg border border-line bg-surface p-4 sm:absolute sm:right-0 sm:z-20 sm:w-80 sm:shadow-2xl">
        <Day name="from" label="From (UTC)" value={from} />
        <Day name="to" label="To (UTC)" value={to} />
        {children}
      </div>
    </details>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <Field id={name} label={label}>
      <input
        id={name}
        type="date"
        name={name}
        defaultValue={value}
        className={`${fieldStyles} h-8`}
      />
    </Field>
  );
}
