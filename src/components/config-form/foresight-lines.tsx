import { describeShape } from "@/domain/forecast";
import type { Foresight } from "@/domain/foresight";
import { formatDuration } from "@/domain/format-duration";
import { Alert } from "../ui/alert";
import { describePlace } from "./describe-place";

interface ForesightLinesProps {
  foresight: Foresight;
  /** It tells of what the form held a moment ago. */
  waiting: boolean;
  /** Why it can't be told. */
  problem: string | null;
}

/** What would come of one run: its size, how long such runs take here, and when it would start. */
export function ForesightLines({ foresight, waiting, problem }: ForesightLinesProps) {
  const [run] = foresight.runs;
  if (!run) return null;
  if (problem) return <p className="text-muted text-sm">{problem}</p>;
  const { forecast, refusal, usual_seconds } = run;
  const took = run.run_count > 1 ? `${run.run_count} runs together: ` : "";
  const facts = [
    ["Result", forecast && describeShape(forecast.output)],
    [
      "Usual time",
      usual_seconds === null
        ? "No like runs here yet to tell"
        : `${took}${formatDuration(usual_seconds)}, the median of like runs here`,
    ],
    ["Start", describePlace(foresight)],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <section
      aria-label="What to expect"
      aria-busy={waiting}
      className={`text-sm ${waiting ? "opacity-70" : ""}`}
    >
      {refusal ? (
        <Alert tone="warning" title="This would be refused">
          <p>{refusal}</p>
        </Alert>
      ) : (
        <dl className="rounded-md bg-sunken px-3 py-2.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          {facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
