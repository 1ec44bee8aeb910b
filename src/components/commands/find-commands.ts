import type { Command } from "./command";

/** The commands in which every word of the search begins a word, in their order. */
export function findCommands<T extends Pick<Command, "label" | "words">>(
  commands: readonly T[],
  search: string,
): T[] {
  const wanted = split(search);
  return commands.filter(({ label, words = "" }) => {
    const there = split(`${label} ${words}`);
    return wanted.every((word) => there.some((each) => each.startsWith(word)));
  });
}

const split = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);
