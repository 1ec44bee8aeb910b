import Link from "next/link";
import type { RunRecord } from "@/domain/records";
import { comparedNone } from "./choose-comparison";

interface ParameterBaseProps {
  run: RunRecord;
  family: readonly RunRecord[];
  /** The run that it was done again from; null for none. */
  origin: RunRecord | null;
  /** The run that is compared with now; null for none. */
  base: RunRecord | null;
  /** The value of `?view=`, which stays as it is. */
  view: string | undefined;
}

const link =
  "flex h-7 items-center rounded-md px-2 text-muted hover:bg-hover hover:text-foreground aria-[current=true]:bg-hover aria-[current=true]:font-medium aria-[current=true]:text-foreground max-md:h-10";

/** Which run's settings are shown beside: part of the address, and the same as for the videos. */
export function ParameterBase({ run, family, origin, base, view }: ParameterBaseProps) {
  const kept = view === undefined ? "" : `&view=${encodeURIComponent(view)}`;
  const parent = run.parent_run_id;
  const others = family.filter(({ id }) => id !== run.id);
  const choices: [value: string, label: string][] = [
    [comparedNone, "Nothing"],
    ...(origin ? [[origin.id, "Where it came from"] as [string, string]] : []),
    ...(parent ? [[parent, "Parent"] as [string, string]] : []),
  ];
  const chosen = base?.id ?? comparedNone;
  return (
    <div className="space-y-1.5 border-line border-t px-4 py-2.5 text-xs">
      <nav aria-label="Compare settings with" className="flex flex-wrap items-center gap-1">
        <span className="mr-1 text-muted">Beside</span>
        {choices.map(([value, label]) => (
          <Link
            key={value}
            href={`?compare=${value}${kept}`}
            prefetch={false}
            scroll={false}
            aria-current={value === chosen}
            className={link}
          >
            {label}
          </Link>
        ))}
      </nav>
      <form method="get" className="flex items-center gap-1.5">
        {view !== undefined && <input type="hidden" name="view" value={view} />}
        <input
          key={chosen}
          name="compare"
          required
          list="parameter-bases"
          aria-label="Compare settings with run"
          placeholder="Any run’s id"
          defaultValue={choices.some(([value]) => value === chosen) ? "" : chosen}
          className="h-7 min-w-0 flex-1 rounded-md border border-control/70 bg-surface px-2 font-mono text-xs placeholder:font-sans placeholder:text-muted max-md:h-10"
        />
        <datalist id="parameter-bases">
          {others.map(({ id, model_type, status }) => (
            <option key={id} value={id}>{`${model_type}, ${status}`}</option>
          ))}
        </datalist>
        <button
          type="submit"
          className="button-base h-7 border border-line bg-surface px-2 text-xs hover:bg-hover max-md:h-10"
        >
          Show differences
        </button>
      </form>
    </div>
  );
}
