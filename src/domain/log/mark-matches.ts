import type { AnsiSpan } from "./parse-ansi";

export interface MarkedSpan extends AnsiSpan {
  /** Part of what is searched. */
  match: boolean;
}

/** Splits a line's spans further where a global pattern matches its text. */
export function markMatches(spans: readonly AnsiSpan[], pattern: RegExp | null): MarkedSpan[] {
  if (!pattern) return spans.map((span) => ({ ...span, match: false }));
  const text = spans.map((span) => span.text).join("");
  const hits = [...text.matchAll(pattern)]
    .filter(([hit]) => hit !== "")
    .map((hit) => [hit.index, hit.index + hit[0].length] as const);
  const edges = new Set(hits.flat());
  const marked: MarkedSpan[] = [];
  let at = 0;
  for (const { text: piece, style } of spans) {
    const end = at + piece.length;
    const cuts = [at, ...[...edges].filter((edge) => edge > at && edge < end), end];
    for (let cut = 0; cut + 1 < cuts.length; cut++) {
      const [from = 0, to = 0] = cuts.slice(cut, cut + 2);
      const match = hits.some(([begin, stop]) => begin <= from && to <= stop);
      marked.push({ text: text.slice(from, to), style, match });
    }
    at = end;
  }
  return marked;
}
