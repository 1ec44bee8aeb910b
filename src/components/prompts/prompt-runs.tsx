import Link from "next/link";
import type { RunRecord } from "@/domain/records";
import { LiveRunTable } from "../runs/live-run-table";
import { NoRuns } from "../runs/no-runs";
import { filterHref } from "../runs/run-filters";
import { toRunRow } from "../runs/run-row";
import { buttonVariants } from "../ui/button-variants";

interface PromptRunsProps {
  prompt_id: string;
  /** The newest of them. */
  runs: readonly RunRecord[];
  /** True when there are older ones. */
  more: boolean;
  /** The newest change that the page knows of. */
  change_seq: number;
}

/** The runs of one prompt, kept up to date. */
export function PromptRuns({ prompt_id, runs, more, change_seq }: PromptRunsProps) {
  const filters = { types: [], statuses: [], prompt_id, search: undefined };
  return (
    <section aria-label="Runs of this prompt" className="min-w-0">
      <LiveRunTable
        initial={runs.map(toRunRow)}
        cursor={change_seq}
        filters={filters}
        newest
        title="Runs"
        level={2}
        empty={<NoRuns filtered={false} />}
      />
      {more && (
        <Link
          href={filterHref("/runs", filters)}
          prefetch={false}
          className={`mt-3 ${buttonVariants()}`}
        >
          All its runs
        </Link>
      )}
    </section>
  );
}
