import { LayoutGrid, Rows3 } from "lucide-react";
import Link from "next/link";
import { filterHref, type RunFilters } from "./run-filters";

const views = [
  { view: undefined, label: "Table", icon: Rows3 },
  { view: "gallery", label: "Gallery", icon: LayoutGrid },
] as const;

/** Links to the same runs as a table and as pictures. */
export function ViewSwitch({ filters }: { filters: RunFilters }) {
  return (
    <nav aria-label="View" className="flex rounded-md border border-line bg-surface p-0.5">
      {views.map(({ view, label, icon: Icon }) => (
        <Link
          key={label}
          href={filterHref("/runs", { ...filters, view })}
          prefetch={false}
          scroll={false}
          aria-current={filters.view === view ? "true" : undefined}
          className="flex h-7 items-center gap-1.5 rounded-sm px-2 text-muted text-xs hover:text-foreground aria-[current]:bg-hover aria-[current]:text-foreground"
        >
          <Icon aria-hidden className="size-3.5" />
          {label}
        </Link>
      ))}
    </nav>
  );
}
