import { diffWords } from "diff";

/** A stretch of two texts: in both, only in the later one, or only in the earlier one. */
export interface TextPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Beyond so many changed words the texts have too little in common to be worth the search. */
const CHANGES_MAX = 800;

/** Two texts word by word; white space alone makes no difference. Texts that have nearly nothing in common are told as a whole. */
export function compareTexts(before: string, after: string): TextPart[] {
  const changes = diffWords(before, after, { maxEditLength: CHANGES_MAX });
  if (!changes) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

/** How many words came and went. */
export function countChanges(parts: readonly TextPart[]): { added: number; removed: number } {
  const count = (kind: TextPart["kind"]) =>
    parts
      .filter((part) => part.kind === kind)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  return { added: count("added"), removed: count("removed") };
}
