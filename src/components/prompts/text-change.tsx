import { compareTexts } from "@/domain/compare-texts";
import { DiffText } from "./diff-text";

interface TextChangeProps {
  before: string;
  after: string;
  /** What the two sides are called. */
  labels?: readonly [before: string, after: string];
}

/** A text before and after, side by side where there is room, with the words that changed. */
export function TextChange({ before, after, labels = ["Before", "After"] }: TextChangeProps) {
  const parts = compareTexts(before, after);
  const sides = [
    { label: labels[0], without: "added" },
    { label: labels[1], without: "removed" },
  ] as const;
  return (
    <dl className="grid grid-cols-1 divide-y divide-line lg:grid-cols-2 lg:divide-x lg:divide-y-0">
      {sides.map(({ label, without }) => (
        <div key={without} className="space-y-1.5 px-4 py-3">
          <dt className="font-medium text-muted text-xs">{label}</dt>
          <dd>
            <DiffText parts={parts} without={without} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
