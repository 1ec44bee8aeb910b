import { MessageSquareText } from "lucide-react";
import type { PromptFacts } from "@/domain/prompt-facts";
import type { PromptRecord } from "@/domain/records";
import { EmptyState } from "../ui/empty-state";
import { PromptRow } from "./prompt-row";

export interface ListedPrompt {
  prompt: PromptRecord;
  facts: PromptFacts;
}

interface PromptListProps {
  prompts: readonly ListedPrompt[];
  filtered: boolean;
  /** Addresses of frames of inputs, by the input's name. */
  posters?: ReadonlyMap<string, string>;
}

/** Prompts, one below the other, with what became of them. */
export function PromptList({ prompts, filtered, posters }: PromptListProps) {
  if (prompts.length === 0 && filtered) {
    return (
      <EmptyState icon={<MessageSquareText />} title="No prompt matches these filters">
        Take a filter away, or clear them all.
      </EmptyState>
    );
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
      {prompts.map(({ prompt, facts }) => (
        <PromptRow
          key={prompt.id}
          prompt={prompt}
          facts={facts}
          poster={posters?.get(prompt.input_name)}
        />
      ))}
    </ul>
  );
}
