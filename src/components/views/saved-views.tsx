import Link from "next/link";
import type { ReactNode } from "react";
import type { ViewRecord } from "@/domain/views/view-record";
import type { RunFilters } from "../runs/run-filters";
import { CurrentViewMenu } from "./current-view-menu";
import { placeViews, viewHref } from "./place-views";
import { SaveViewMenu } from "./save-view-menu";
import { UpdateViewButton } from "./update-view-button";

interface SavedViewsProps {
  views: readonly ViewRecord[];
  filters: RunFilters;
}

/** The saved views as links, and what can be done with the one that is shown. */
export function SavedViews({ views, filters }: SavedViewsProps) {
  const { query, current, changed } = placeViews(views, filters);
  if (views.length === 0 && query === "") return null;
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-x-3 border-line border-b">
      <nav aria-label="Saved views" className="-mb-px min-w-0 max-sm:basis-full">
        <ul className="flex gap-1 overflow-x-auto [scrollbar-width:none]">
          <ViewLink href="/runs" current={!current && !changed && query === ""}>
            All runs
          </ViewLink>
          {views.map((view) => (
            <ViewLink
              key={view.id}
              href={viewHref(view)}
              current={view === current}
              changed={view === changed}
            >
              {view.name}
            </ViewLink>
          ))}
        </ul>
      </nav>
      <div className="ml-auto flex items-center gap-1 pb-1">
        {changed && <UpdateViewButton view={changed} query={query} />}
        {!current && query !== "" && (
          <SaveViewMenu
            key={query}
            query={query}
            label={changed ? "Save as new view" : "Save this view"}
          />
        )}
        {current && <CurrentViewMenu key={`${current.id} ${current.name}`} view={current} />}
      </div>
    </div>
  );
}

interface ViewLinkProps {
  href: string;
  current: boolean;
  changed?: boolean;
  children: ReactNode;
}

function ViewLink({ href, current, changed = false, children }: ViewLinkProps) {
  return (
    <li className="shrink-0">
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        aria-current={current ? "true" : undefined}
        data-changed={changed || undefined}
        className="flex h-9 items-center gap-1.5 border-transparent border-b-2 px-2 text-muted text-sm hover:text-foreground focus-visible:-outline-offset-2 aria-[current]:border-foreground aria-[current]:font-medium aria-[current]:text-foreground data-changed:border-control data-changed:text-foreground max-md:h-11"
      >
        <span className="max-w-48 truncate">{children}</span>
        {changed && <span className="text-muted text-xs">changed</span>}
      </Link>
    </li>
  );
}
