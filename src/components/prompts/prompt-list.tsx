import { MessageSquareText } from "lucide-react";
import Link from "next/link";
import type { PromptRecord } from "@/domain/records";
import { TimeAgo } from "../format/time-ago";
import { EnhancedBadge } from "./enhanced-badge";
import { EmptyState } from "../ui/empty-state";

interface PromptListProps {
  prompts: readonly PromptRecord[];
  searched: boolean;
}

export function PromptList({ prompts, searched }: PromptListProps) {
  if (prompts.length === 0 && searched) {
    return <EmptyState icon={<MessageSquareText />} title="No prompt has these words" />;
  }
  if (prompts.length === 0) {
    return (
      <EmptyState
        icon={<MessageSquareText />}
        title="No prompts yet"
        command='npx --no cosmos create prompt "A rainy night drive" ./assets/demo'
      >
        A prompt is a text and the input video it is rendered onto.
      </EmptyState>
    );
  }
  return (
    <ul data-rows className="divide-y divide-line">
      {prompts.map((prompt) => (
        <li key={prompt.id} className="relative space-y-1 px-4 py-3 hover:bg-hover/60">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Link
              href={`/prompts/${prompt.id}`}
              prefetch={false}
              className="min-w-0 truncate font-medium text-sm stretched"
            >
              {prompt.name}
            </Link>
            {prompt.enhanced_by_run_id && <EnhancedBadge />}
            <span className="ml-auto text-muted text-xs">
              {prompt.run_count} {prompt.run_count === 1 ? "run" : "runs"},{" "}
              <TimeAgo at={prompt.created_at} />
            </span>
          </div>
          <p className="line-clamp-2 max-w-[90ch] text-muted text-sm [overflow-wrap:anywhere]">
            {prompt.prompt_text}
          </p>
          <p className="text-muted text-xs">
            <span className="font-mono">{prompt.id}</span>, on {prompt.input_name}
          </p>
        </li>
      ))}
    </ul>
  );
}
