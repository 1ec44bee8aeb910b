import { Check, MessageSquareText, Plus, Search, X } from "lucide-react";
import Link from "next/link";
import type { PromptRecord } from "@/domain/records";
import { SubmitButton } from "../forms/submit-button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { fieldStyles } from "../ui/field-styles";
import { type BatchChoice, batchHref } from "./batch-address";

interface PromptChooserProps {
  choice: BatchChoice;
  chosen: readonly PromptRecord[];
  /** What the search found, the chosen ones among them. */
  found: readonly PromptRecord[];
  /** Whether it found more than is shown. */
  more: boolean;
}

/** Which prompts get a run. The choice is part of the address, so it works without scripts. */
export function PromptChooser({ choice, chosen, found, more }: PromptChooserProps) {
  const ids = choice.prompt_ids;
  const others = found.filter(({ id }) => !ids.includes(id));
  const withAll = [...ids, ...others.map(({ id }) => id)];
  return (
    <Card
      title={ids.length === 1 ? "1 prompt" : `${ids.length} prompts`}
      aside={
        ids.length > 0 && (
          <PlainLink href={batchHref({ ...choice, prompt_ids: [] })}>Take all away</PlainLink>
        )
      }
    >
      {chosen.length > 0 && (
        <ul aria-label="Chosen prompts" className="divide-y divide-line border-line border-b">
          {chosen.map((prompt) => (
            <PromptRow
              key={prompt.id}
              prompt={prompt}
              icon={<Check aria-hidden className="size-4" />}
            >
              <Link
                href={batchHref({ ...choice, prompt_ids: ids.filter((id) => id !== prompt.id) })}
                prefetch={false}
                scroll={false}
                title="Take away"
                className="flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-foreground max-md:size-10"
              >
                <X aria-hidden className="size-4" />
                <span className="sr-only">Take {prompt.name} away</span>
              </Link>
            </PromptRow>
          ))}
        </ul>
      )}
      <form action="/runs/new" role="search" className="flex gap-2 px-4 py-3">
        <input type="hidden" name="type" value={choice.type} />
        {ids.map((id) => (
          <input key={id} type="hidden" name="prompt" value={id} />
        ))}
        <input
          type="search"
          name="search"
          aria-label="Search prompts"
          placeholder="Search name or text"
          defaultValue={choice.search}
          className={`${fieldStyles} h-8 max-md:h-10`}
        />
        <SubmitButton size="icon" aria-label="Apply search" className="max-md:size-10">
          <Search aria-hidden />
        </SubmitButton>
      </form>
      {others.length > 0 ? (
        <ul aria-label="Prompts to add" className="divide-y divide-line border-line border-t">
          {others.map((prompt) => (
            <PromptRow
              key={prompt.id}
              prompt={prompt}
              icon={<Plus aria-hidden className="size-4" />}
            >
              <Link
                href={batchHref({ ...choice, prompt_ids: [...ids, prompt.id] })}
                prefetch={false}
                scroll={false}
                className="text-sm stretched"
              >
                Add<span className="sr-only"> {prompt.name}</span>
              </Link>
            </PromptRow>
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<MessageSquareText />}
          title={choice.search ? "No other prompt has these words" : "There is no other prompt"}
        />
      )}
      {others.length > 1 && (
        <p className="flex flex-wrap gap-x-4 border-line border-t px-4 py-2.5 text-muted text-sm">
          <PlainLink href={batchHref({ ...choice, prompt_ids: withAll })}>
            Add these {others.length}
          </PlainLink>
          {more && <span>There are more: search for them.</span>}
        </p>
      )}
    </Card>
  );
}

interface PromptRowProps {
  prompt: PromptRecord;
  icon: React.ReactNode;
  children: React.ReactNode;
}

function PromptRow({ prompt, icon, children }: PromptRowProps) {
  return (
    <li className="relative flex items-center gap-3 px-4 py-2 hover:bg-hover/60">
      <span className="text-muted">{icon}</span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-sm">{prompt.name}</p>
        <p className="truncate text-muted text-xs">{prompt.prompt_text}</p>
      </div>
      {children}
    </li>
  );
}

function PlainLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      className="text-muted text-sm underline underline-offset-2 hover:text-foreground"
    >
      {children}
    </Link>
  );
}
