import Link from "next/link";
import type { PromptRecord } from "@/domain/records";
import { Card } from "../ui/card";
import { EnhancedBadge } from "./enhanced-badge";

/** Prompts that were made from this one. */
export function RelatedPrompts({ prompts }: { prompts: readonly PromptRecord[] }) {
  if (prompts.length === 0) return null;
  return (
    <Card title="Enhanced versions">
      <ul className="divide-y divide-line">
        {prompts.map((prompt) => (
          <li
            key={prompt.id}
            className="relative flex items-center gap-2.5 px-4 py-2.5 text-sm hover:bg-hover/60"
          >
            <EnhancedBadge />
            <Link
              href={`/prompts/${prompt.id}`}
              prefetch={false}
              className="min-w-0 flex-1 truncate stretched"
            >
              {prompt.name}
            </Link>
            <span className="text-muted text-xs">
              {prompt.run_count} {prompt.run_count === 1 ? "run" : "runs"}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
