import Link from "next/link";
import { formatDuration } from "@/domain/format-duration";
import type { ModelType } from "@/domain/operations/registry";
import type { AverageRating as Average } from "@/domain/prompt-facts";
import type { RunStatus } from "@/domain/run-status";
import { OperationBadge } from "../operations/operation-badge";
import { RatingStars } from "../runs/rating-stars";
import { RunPoster } from "../runs/run-poster";
import type { RunRow } from "../runs/run-row";
import { Card } from "../ui/card";
import { AverageRating } from "./average-rating";
import { RunCounts } from "./run-counts";

interface PromptStatisticsProps {
  operations: readonly {
    model_type: ModelType;
    runs: Partial<Record<RunStatus, number>>;
    success: number | null;
    rating: Average | null;
    median_seconds: number | null;
  }[];
  /** The result that was rated best. */
  best: RunRow | null;
}

const absent = <span className="text-muted">none yet</span>;

/** What became of a prompt's runs, and the best of it. */
export function PromptStatistics({ operations, best }: PromptStatisticsProps) {
  if (operations.length === 0) return null;
  return (
    <Card title="How its runs went">
      <div className="flex flex-col sm:flex-row">
        <table className="w-full text-left text-sm [&_td]:px-4 [&_td]:py-2 [&_th]:px-4 [&_th]:py-2 max-sm:[&_td]:px-3 max-sm:[&_th]:px-3">
          <thead className="text-muted text-xs">
            <tr className="border-line border-b">
              <th className="font-normal">Type</th>
              <th className="font-normal">Runs</th>
              <th className="font-normal">Success</th>
              <th className="font-normal max-sm:hidden">Rating</th>
              <th className="text-right font-normal">Median time</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {operations.map(({ model_type, runs, success, rating, median_seconds }) => (
              <tr key={model_type}>
                <td>
                  <OperationBadge type={model_type} />
                </td>
                <td>
                  <RunCounts runs={runs} />
                </td>
                <td>{success === null ? absent : `${Math.round(success * 100)}%`}</td>
                <td className="max-sm:hidden">
                  {rating ? <AverageRating rating={rating} /> : absent}
                </td>
                <td className="whitespace-nowrap text-right">
                  {median_seconds === null ? absent : formatDuration(median_seconds)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {best && <BestResult run={best} />}
      </div>
    </Card>
  );
}

function BestResult({ run }: { run: RunRow }) {
  return (
    <div className="relative shrink-0 space-y-1.5 border-line p-3 text-xs max-sm:border-t sm:w-52 sm:border-l">
      <RunPoster run={run} className="w-full rounded-md" />
      <div className="flex items-center justify-between gap-2">
        <Link href={`/runs/${run.id}`} prefetch={false} className="font-medium stretched">
          {run.rating === null ? "Newest result" : "Best result"}
        </Link>
        <RatingStars rating={run.rating} />
      </div>
    </div>
  );
}
