import { CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { formatRunCount } from "../format/format-run-count";
import { buttonVariants } from "../ui/button-variants";
import type { MadeRun } from "./made-run";

/** What came of each prompt: a link to its run, or why there is none. */
export function MadeRuns({ made }: { made: readonly MadeRun[] }) {
  const runs = made.filter(({ run_id }) => run_id !== null).length;
  const refused = made.length - runs;
  return (
    <section aria-label="Result" data-slot="made-runs" className="space-y-3">
      <p role="status" className="font-medium text-sm">
        {formatRunCount(runs)} started{refused > 0 && `, ${refused} refused`}
      </p>
      <ul className="divide-y divide-line rounded-md border border-line text-sm">
        {made.map(({ prompt_id, prompt_name, run_id, problem }) => (
          <li key={prompt_id} className="flex items-start gap-2.5 px-3 py-2">
            {run_id ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            ) : (
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
            )}
            <div className="min-w-0 flex-1">
              <p className="truncate">{prompt_name}</p>
              {problem && <p className="text-muted text-xs">{problem}</p>}
            </div>
            {run_id && (
              <Link
                href={`/runs/${run_id}`}
                prefetch={false}
                className="shrink-0 font-mono text-xs underline underline-offset-2"
              >
                {run_id}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Link href="/" prefetch={false} className={buttonVariants({ variant: "primary" })}>
          Watch the queue
        </Link>
        <a href="/runs/new" className={buttonVariants()}>
          Start others
        </a>
      </div>
    </section>
  );
}
