import Link from "next/link";
import type { RunRecord } from "@/domain/records";
import { comparedInput, comparedNone } from "./choose-comparison";
import { inputVideo, videoPath } from "./video-source";

interface CompareLinksProps {
  run: RunRecord;
  family: readonly RunRecord[];
  /** The value of `?compare=` that is shown now. */
  chosen: string;
  view: string;
}

const RELATIVES_MAX = 5;

/** What a run's video can be compared with, as links and as a field for any run's id. */
export function CompareLinks({ run, family, chosen, view }: CompareLinksProps) {
  const relatives = family.filter((each) => each.id !== run.id && videoPath(each));
  const choices: [value: string, label: string][] = [
    [comparedNone, "Nothing"],
    ...(inputVideo(run, "") ? [[comparedInput, "Input"] as [string, string]] : []),
    ...relatives
      .slice(0, RELATIVES_MAX)
      .map((each): [string, string] => [each.id, nameOf(each, run)]),
  ];
  const known = choices.some(([value]) => value === chosen);
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t px-3 py-2 text-xs">
      <nav aria-label="Compare with" className="flex flex-wrap items-center gap-1">
        <span className="mr-1 text-muted">Compare with</span>
        {choices.map(([value, label]) => (
          <Link
            key={value}
            href={`?compare=${value}&view=${view}`}
            prefetch={false}
            scroll={false}
            aria-current={value === chosen}
            className="flex h-7 items-center rounded-md px-2 text-muted hover:bg-hover hover:text-foreground aria-[current=true]:bg-hover aria-[current=true]:font-medium aria-[current=true]:text-foreground max-md:h-10"
          >
            {label}
          </Link>
        ))}
      </nav>
      <form method="get" className="flex items-center gap-1.5">
        <input type="hidden" name="view" value={view} />
        <input
          name="compare"
          required
          aria-label="Id of another run"
          placeholder="Another run’s id"
          defaultValue={known ? "" : chosen}
          key={chosen}
          className="h-7 w-36 rounded-md border border-control/70 bg-surface px-2 font-mono text-xs placeholder:font-sans placeholder:text-muted max-md:h-10"
        />
        <button
          type="submit"
          className="button-base h-7 border border-line bg-surface px-2 text-xs hover:bg-hover max-md:h-10"
        >
          Compare
        </button>
      </form>
    </div>
  );
}

function nameOf(relative: RunRecord, run: RunRecord): string {
  const id = relative.id.slice(0, 8);
  if (relative.id === run.parent_run_id) return `Before ${id}`;
  return relative.parent_run_id === run.id ? `After ${id}` : id;
}
