import type { Span } from "./span";

/**
 * Cuts spans at the edges of others into what those cover and what they don't. Both lists are in order
 * and without overlaps, and so are the results.
 */
export function splitSpans(spans: readonly Span[], covers: readonly Span[]) {
  const inside: Span[] = [];
  const outside: Span[] = [];
  let next = 0;
  for (const { start, end } of spans) {
    let at = start;
    while ((covers[next]?.end ?? Infinity) <= start) next += 1;
    for (let index = next; at < end; index += 1) {
      const cover = covers[index];
      if (!cover || cover.start >= end) {
        outside.push({ start: at, end });
        break;
      }
      if (cover.start > at) outside.push({ start: at, end: cover.start });
      const covered = { start: Math.max(at, cover.start), end: Math.min(end, cover.end) };
      inside.push(covered);
      at = covered.end;
    }
  }
  return { inside, outside };
}
