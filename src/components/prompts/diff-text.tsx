import type { TextPart } from "@/domain/compare-texts";

interface DiffTextProps {
  parts: readonly TextPart[];
  /** Leaves the words of one side out. */
  without?: "added" | "removed";
}

/** What a screen reader hears around a change; it is not part of what is copied. */
const heard = "before:sr-only after:sr-only";
const looks = {
  added: `${heard} rounded-xs bg-success/12 decoration-2 decoration-success underline-offset-3 before:content-['_added:_'] after:content-['_end_of_addition_']`,
  removed: `${heard} rounded-xs bg-danger/10 text-danger decoration-2 before:content-['_removed:_'] after:content-['_end_of_removal_']`,
};

/** A text with its changes: what came is underlined, what went is struck through. */
export function DiffText({ parts, without }: DiffTextProps) {
  return (
    <p className="max-w-prose whitespace-pre-wrap text-sm leading-6 [overflow-wrap:anywhere]">
      {parts.map(({ kind, text }, index) => {
        if (kind === without) return null;
        const key = `${index}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        return kind === "added" ? (
          <ins key={key} className={looks.added}>
            {text}
          </ins>
        ) : (
          <del key={key} className={looks.removed}>
            {text}
          </del>
        );
      })}
    </p>
  );
}
