"use client";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { bulkActions } from "@/domain/bulk/bulk-action";
import { formatRunCount } from "../format/format-run-count";
import { buttonVariants } from "../ui/button-variants";
import { fieldStyles } from "../ui/field-styles";
import { bulkFormId } from "./bulk-form";
import { bulkWords } from "./bulk-words";
import { filterFields, type RunFilters } from "./run-filters";
import type { Selection } from "./use-selection";

interface BulkBarProps {
  filters: RunFilters;
  cursor: string | undefined;
  /** How many runs meet the filters; `more` when there are more than were counted. */
  matching: { count: number; more: boolean };
  selection: Selection;
}

/**
 * What can be done with the ticked runs: a form that asks the same page for a preview. Style sheets
 * show it while a box is ticked, so that it needs no scripts; it stands below a `group/pick`.
 */
export function BulkBar({ filters, cursor, matching, selection }: BulkBarProps) {
  const router = useRouter();
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const fields = [...new FormData(event.currentTarget, submitter)].filter(
      ([name]) => name !== "run" || !selection.all,
    );
    const query = new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
    router.push(`/runs?${query}`, { scroll: false });
  };
  const { ids, all } = selection;
  const matchingCount = `${formatRunCount(matching.count)}${matching.more ? " or more" : ""}`;
  return (
    <form
      id={bulkFormId}
      action="/runs"
      aria-label="Selected runs"
      onSubmit={ask}
      className="sticky bottom-18 z-10 mt-3 hidden flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-4 py-2.5 shadow-2xl group-has-[input[name=run]:checked]/pick:flex md:bottom-4"
    >
      {filterFields(filters).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {cursor && <input type="hidden" name="cursor" value={cursor} />}
      <p aria-live="polite" className="font-medium text-sm">
        {all ? `All ${matchingCount}` : ids.size > 0 ? `${ids.size} selected` : "Selected"}
      </p>
      {(matching.more || matching.count > ids.size || all) && (
        <label className="flex min-h-6 cursor-pointer items-center gap-2 text-muted text-sm">
          <input
            type="checkbox"
            name="all"
            value="1"
            checked={all}
            onChange={(event) => selection.pickAll(event.target.checked)}
            className="size-4 accent-primary"
          />
          All {matchingCount} that match
        </label>
      )}
      <div className="flex flex-wrap items-center gap-2 md:ml-auto">
        {bulkActions.map((action) => {
          const { verb, icon: Icon } = bulkWords[action];
          return (
            <span key={action} className="flex">
              {action === "rate" && (
                <span className="w-26">
                  <select
                    name="rate"
                    aria-label="Stars"
                    defaultValue="5"
                    className={`${fieldStyles} select-control h-8 rounded-r-none border-r-0`}
                  >
                    {[5, 4, 3, 2, 1].map((stars) => (
                      <option key={stars} value={stars}>
                        {stars} {stars === 1 ? "star" : "stars"}
                      </option>
                    ))}
                    <option value="none">None</option>
                  </select>
                </span>
              )}
              <button
                type="submit"
                name="bulk"
                value={action}
                className={`${buttonVariants({ variant: action === "delete" ? "danger" : "outline" })} ${action === "rate" ? "rounded-l-none" : ""}`}
              >
                <Icon aria-hidden />
                {verb}
              </button>
            </span>
          );
        })}
      </div>
    </form>
  );
}
