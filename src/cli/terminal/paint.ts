const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const;

export type Style = keyof typeof codes;

/** Colours text for stdout; plain when that is no terminal, or NO_COLOR is set. */
export function paint(style: Style, text: string): string {
  // Node's hasColors() heeds NO_COLOR, FORCE_COLOR and TERM=dumb.
  if (!text || !process.stdout.isTTY || !process.stdout.hasColors()) return text;
  const [on, off] = codes[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
