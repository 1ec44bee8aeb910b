import Link from "next/link";
import { compareTexts, countChanges } from "@/domain/compare-texts";
import type { PromptRecord } from "@/domain/records";
import { Card } from "../ui/card";
import type { Base } from "./choose-base";
import { CompareChoice } from "./compare-choice";
import { DiffText } from "./diff-text";
import { type DiffView, type PromptView, promptAddress } from "./prompt-address";
import { TextChange } from "./text-change";

interface TextCardProps {
  prompt: PromptRecord;
  /** What it is compared with. */
  base: Base | null;
  /** What it can be compared with. */
  bases: readonly Base[];
  /** What the page shows. */
  view: PromptView;
}

const views: { diff: DiffView; label: string }[] = [
  { diff: undefined, label: "Changes" },
  { diff: "split", label: "Side by side" },
  { diff: "off", label: "Text" },
];

/** A prompt's texts, with the words that differ from another version. */
export function TextCard({ prompt, base, bases, view }: TextCardProps) {
  const { diff } = view;
  const compared = diff === "off" ? null : base;
  const shown = { diff, labels: base && ([base.label, "This version"] as const) };
  const negatives = [compared?.negative_prompt, prompt.negative_prompt].filter(Boolean);
  return (
    <Card title="Text" aside={base && <ViewLinks id={prompt.id} base={base} view={view} />}>
      {bases.length > 0 && (
        <CompareChoice id={prompt.id} bases={bases} chosen={base?.id} view={view}>
          {compared && describeChanges(compared.prompt_text, prompt.prompt_text)}
        </CompareChoice>
      )}
      <Compared before={compared?.prompt_text} after={prompt.prompt_text} {...shown} />
      {negatives.length > 0 && (
        <section aria-label="Negative text" className="border-line border-t text-muted">
          <h3 className="px-4 pt-3 font-medium text-xs">Negative</h3>
          <Compared before={compared?.negative_prompt} after={prompt.negative_prompt} {...shown} />
        </section>
      )}
    </Card>
  );
}

interface ComparedProps {
  /** Left out where only one text is shown. */
  before: string | undefined;
  after: string;
  diff: DiffView;
  labels: readonly [string, string] | null;
}

function Compared({ before, after, diff, labels }: ComparedProps) {
  if (before !== undefined && diff === "split") {
    return <TextChange before={before} after={after} {...(labels && { labels })} />;
  }
  return (
    <div className="px-4 py-3">
      <DiffText
        parts={before === undefined ? [{ kind: "same", text: after }] : compareTexts(before, after)}
      />
    </div>
  );
}

function ViewLinks({ id, base, view }: { id: string; base: Base; view: PromptView }) {
  return (
    <nav aria-label="How changes are shown" className="flex gap-1">
      {views.map(({ diff, label }) => (
        <Link
          key={label}
          href={promptAddress(id, { ...view, compare: base.id, diff })}
          prefetch={false}
          scroll={false}
          aria-current={diff === view.diff ? "true" : undefined}
          className="flex h-7 items-center rounded-md px-2 text-muted text-xs hover:bg-hover hover:text-foreground aria-[current]:bg-hover aria-[current]:text-foreground"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

function describeChanges(before: string, after: string): string {
  const { added, removed } = countChanges(compareTexts(before, after));
  if (added + removed === 0) return "No word differs";
  return `${words(added)} added, ${words(removed)} removed`;
}

const words = (count: number) => `${count} ${count === 1 ? "word" : "words"}`;
