import Link from "next/link";
import { promptKind } from "@/domain/prompt-kind";
import { TimeAgo } from "../format/time-ago";
import { runFileUrl } from "../runs/run-file-url";
import { AverageRating } from "./average-rating";
import { KindBadge } from "./kind-badge";
import type { ListedPrompt } from "./prompt-list";
import { RunCounts } from "./run-counts";

const EXCERPT_MAX = 240;

interface PromptRowProps extends ListedPrompt {
  /** Address of a frame of its input. */
  poster: string | undefined;
}

/** A prompt of a list: what goes in, its text, how its runs went, what came out last. */
export function PromptRow({ prompt, facts, poster }: PromptRowProps) {
  const { latest } = facts;
  const kind = promptKind(prompt);
  return (
    <li
      data-prompt={prompt.id}
      className="relative flex gap-3 px-3 py-3 hover:bg-hover/60 sm:gap-4 sm:px-4"
    >
      {poster && (
        <img
          src={poster}
          alt=""
          title={`Input ${prompt.input_name}`}
          loading="lazy"
          className="aspect-video h-fit w-24 shrink-0 rounded-sm bg-video object-cover max-sm:hidden"
        />
      )}
      <div className="min-w-0 flex-1 space-y-1">
        <div className="flex items-center gap-2">
          <Link
            href={`/prompts/${prompt.id}`}
            prefetch={false}
            className="min-w-0 truncate font-medium text-sm stretched"
          >
            {prompt.name}
          </Link>
          {kind !== "original" && <KindBadge kind={kind} />}
          <span className="ml-auto shrink-0 text-muted text-xs">
            <TimeAgo at={prompt.created_at} />
          </span>
        </div>
        <p className="line-clamp-2 max-w-[90ch] text-muted text-sm [overflow-wrap:anywhere]">
          {prompt.prompt_text.slice(0, EXCERPT_MAX)}
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
          <RunCounts runs={facts.runs} />
          <AverageRating rating={facts.rating} />
          <span className="truncate text-muted">
            on {prompt.input_name} <span className="ml-2 font-mono">{prompt.id}</span>
          </span>
        </div>
      </div>
      {latest && (
        <Link
          href={`/runs/${latest.run_id}`}
          prefetch={false}
          title="Newest result"
          className="relative z-1 h-fit shrink-0 rounded-sm"
        >
          <img
            src={runFileUrl(latest.run_id, latest.poster_path)}
            alt={`Newest result of ${prompt.name}`}
            loading="lazy"
            className="aspect-video w-24 rounded-sm bg-video object-cover max-sm:w-20"
          />
        </Link>
      )}
    </li>
  );
}
