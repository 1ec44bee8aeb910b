import Link from "next/link";

interface RunLinksProps {
  ids: readonly string[];
  /** How many there are beyond those. */
  more: number;
}

/** Ids of runs, each a link to its page. */
export function RunLinks({ ids, more }: RunLinksProps) {
  return (
    <ul className="mt-1 flex max-h-40 flex-wrap gap-x-3 gap-y-1 overflow-y-auto">
      {ids.map((id) => (
        <li key={id}>
          <Link
            href={`/runs/${id}`}
            prefetch={false}
            className="inline-block min-h-6 font-mono text-xs underline decoration-line underline-offset-2 hover:text-foreground"
          >
            {id}
          </Link>
        </li>
      ))}
      {more > 0 && <li className="text-xs">and {more.toLocaleString("en")} more</li>}
    </ul>
  );
}
