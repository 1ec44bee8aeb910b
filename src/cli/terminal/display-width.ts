const ansi = /\u001b\[\d+m/g;
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const joining = /[\p{Mn}\p{Me}\u200d\ufe0f]/u;

/** How many columns of a terminal the text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(ansi, "")) {
    if (!joining.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}

/** The text cut to `columns`, the last of them an ellipsis where something is missing. Takes no colours. */
export function clip(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let clipped = "";
  for (const character of text) {
    if (displayWidth(clipped + character) > columns - 1) break;
    clipped += character;
  }
  return `${clipped.trimEnd()}…`;
}
