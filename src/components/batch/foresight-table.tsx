import { TriangleAlert } from "lucide-react";
import { describeShape } from "@/domain/forecast";
import { type Foresight, sumForesight } from "@/domain/foresight";
import { formatDuration } from "@/domain/format-duration";
import { describePlace } from "../config-form/describe-place";
import { formatRunCount } from "../format/format-run-count";

interface ForesightTableProps {
  foresight: Foresight;
  /** It tells of what the form held a moment ago. */
  waiting: boolean;
}

/** What would come of each prompt, and of all together. */
export function ForesightTable({ foresight, waiting }: ForesightTableProps) {
  return (
    <section
      aria-label="What to expect"
      aria-busy={waiting}
      className={`overflow-hidden rounded-md bg-sunken text-sm ${waiting ? "opacity-70" : ""}`}
    >
      <p className="px-3 py-2.5 font-medium">{describeTotal(foresight)}</p>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto border-line border-t">
        {foresight.runs.map(({ prompt_id, prompt_name, refusal, forecast, usual_seconds }) => (
          <li key={prompt_id} className="space-y-0.5 px-3 py-2">
            <div className="flex justify-between gap-4">
              <span className="min-w-0 truncate">{prompt_name}</span>
              {!refusal && (
                <span className="shrink-0 text-muted">
                  {usual_seconds === null ? "no like runs yet" : formatDuration(usual_seconds)}
                </span>
              )}
            </div>
            {refusal && (
              <p className="flex gap-1.5 text-warning text-xs">
                <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
                <span>Would be refused: {refusal}</span>
              </p>
            )}
            {forecast && <p className="text-muted text-xs">{describeShape(forecast.output)}</p>}
          </li>
        ))}
      </ul>
      <p className="border-line border-t px-3 py-2 text-muted text-xs">
        Start: {describePlace(foresight)}.
      </p>
    </section>
  );
}

function describeTotal({ runs }: Foresight): string {
  const { run_count, refused, usual_seconds, unknown } = sumForesight(runs);
  const parts = [
    formatRunCount(run_count),
    usual_seconds !== null && `usually ${formatDuration(usual_seconds)} of work`,
    usual_seconds !== null && unknown > 0 && `not known for ${unknown}`,
    usual_seconds === null && run_count > 0 && "no like runs here yet to tell how long",
    refused > 0 && `${refused} would be refused`,
  ];
  return parts.filter(Boolean).join(", ");
}
