const STOP_WORDS = new Set(
  "a an and are as at be by for from in into is it its of on or over that the their through to under with while".split(
    " ",
  ),
);
const MAX_LENGTH = 30;

/** A short name for a prompt: its first 1 to 3 telling words joined by `_`, at most 30 characters. */
export function promptName(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  let name = "";
  for (const word of (telling.length > 0 ? telling : words).slice(0, 3)) {
    const longer = name ? `${name}_${word}` : word;
    if (longer.length > MAX_LENGTH) break;
    name = longer;
  }
  return name || words[0]?.slice(0, MAX_LENGTH) || "sequence";
}
