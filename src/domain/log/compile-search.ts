export interface SearchWish {
  text: string;
  /** Whether the text is a regular expression. */
  regex: boolean;
}

/** Either a pattern or why there can be none; both null when nothing is searched. */
export interface CompiledSearch {
  /** Global, so that it can mark every place of a line. */
  pattern: RegExp | null;
  problem: string | null;
}

/** What to look for, upper and lower case alike. */
export function compileSearch({ text, regex }: SearchWish): CompiledSearch {
  if (text === "") return { pattern: null, problem: null };
  const source = regex ? text : text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  try {
    return { pattern: new RegExp(source, "gi"), problem: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(": ").at(-1) : "";
    return { pattern: null, problem: `Not a valid regular expression: ${reason}.` };
  }
}
