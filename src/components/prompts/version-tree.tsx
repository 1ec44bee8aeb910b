import Link from "next/link";
import type { PromptFacts } from "@/domain/prompt-facts";
import { promptKind } from "@/domain/prompt-kind";
import type { PromptRecord } from "@/domain/records";
import { arrangeVersions } from "@/domain/version-tree";
import { formatRunCount } from "../format/format-run-count";
import { TimeAgo } from "../format/time-ago";
import { Card } from "../ui/card";
import { AverageRating } from "./average-rating";
import { KindBadge } from "./kind-badge";
import { type PromptView, promptAddress } from "./prompt-address";

interface VersionTreeProps {
  versions: readonly PromptRecord[];
  /** By the prompt's id. */
  facts: ReadonlyMap<string, PromptFacts>;
  /** The version whose page this is. */
  current: string;
  /** What that page shows. */
  view: PromptView;
  /** True when there are more than are shown. */
  more: boolean;
}

/** Deeper versions are not moved further to the right: a phone is narrow. */
const DEPTH_MAX = 6;

/** All versions of a prompt, each below the one it was made from. */
export function VersionTree({ versions, facts, current, view, more }: VersionTreeProps) {
  if (versions.length < 2) return null;
  return (
    <Card title="Versions" aside={<span className="text-muted text-sm">{versions.length}</span>}>
      <ul data-rows className="max-h-112 divide-y divide-line overflow-y-auto">
        {arrangeVersions(versions).map(({ version, depth }) => (
          <li
            key={version.id}
            data-version={version.id}
            data-depth={depth}
            aria-current={version.id === current ? "page" : undefined}
            className="relative flex items-start gap-2.5 px-4 py-2 text-sm hover:bg-hover/60 aria-[current]:bg-hover"
          >
            <Branch depth={Math.min(depth, DEPTH_MAX)} />
            <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 gap-y-1">
              <KindBadge kind={promptKind(version)} />
              <Link
                href={`/prompts/${version.id}`}
                prefetch={false}
                className="min-w-0 flex-1 basis-32 truncate font-medium stretched"
              >
                {version.name}
              </Link>
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
                <AverageRating rating={facts.get(version.id)?.rating ?? null} />
                <span>{formatRunCount(version.run_count)}</span>
                <TimeAgo at={version.created_at} />
                <Comparison version={version} current={current} view={view} />
              </span>
            </div>
          </li>
        ))}
      </ul>
      {more && (
        <p className="border-line border-t px-4 py-2 text-muted text-xs">
          There are more versions than these, which are the nearest to the original.
        </p>
      )}
    </Card>
  );
}

interface ComparisonProps {
  version: PromptRecord;
  current: string;
  view: PromptView;
}

function Comparison({ version, current, view }: ComparisonProps) {
  if (version.id === current) {
    return <span className="w-20 text-right font-medium text-foreground">This version</span>;
  }
  return (
    <Link
      href={promptAddress(current, { ...view, compare: version.id })}
      prefetch={false}
      scroll={false}
      aria-label={`Compare this version with ${version.name}`}
      className="relative z-1 inline-block min-h-6 w-20 py-1 text-right underline decoration-line underline-offset-2 hover:text-foreground"
    >
      Compare
    </Link>
  );
}

/** The line that leads from a version to one that was made from it. */
function Branch({ depth }: { depth: number }) {
  if (depth === 0) return null;
  return (
    <span
      aria-hidden
      style={{ marginLeft: `${(depth - 1) * 1.25}rem` }}
      className="-mt-3 h-6 w-3.5 shrink-0 rounded-bl-md border-control/60 border-b border-l"
    />
  );
}
