import type { Shortcut } from "./shortcuts";

/** Keys pressed so far of what may become a shortcut; `at` in milliseconds. */
export interface Begun {
  keys: readonly string[];
  at: number;
}

const SEQUENCE_MS = 1500;

interface Press {
  key: string;
  at: number;
}

/** The shortcut that a key completes, or what it begins; neither for any other key. */
export function matchKeys(
  shortcuts: readonly Shortcut[],
  before: Begun | null,
  { key, at }: Press,
): { shortcut?: Shortcut; begun?: Begun } {
  const fresh = before !== null && at - before.at <= SEQUENCE_MS ? before.keys : [];
  const keys = [...fresh, key];
  const possible = shortcuts.filter((shortcut) => begins(shortcut.keys, keys));
  const shortcut = possible.find((each) => each.keys.length === keys.length);
  if (shortcut) return { shortcut };
  if (possible.length > 0) return { begun: { keys, at } };
  return fresh.length > 0 ? matchKeys(shortcuts, null, { key, at }) : {};
}

/** Whether it needs no modifier, so that speech input may press it by mistake (WCAG 2.1.4). */
export function isSingleKey({ keys }: Shortcut): boolean {
  return keys.every((key) => key.length === 1);
}

function begins(whole: readonly string[], part: readonly string[]): boolean {
  return part.every((key, index) => whole[index] === key);
}
