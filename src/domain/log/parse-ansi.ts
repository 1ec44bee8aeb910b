/** One of the 16 colours of a terminal (8 and up are the bright ones), or red, green, blue 0..255. */
export type AnsiColour = number | readonly [red: number, green: number, blue: number];

export interface AnsiStyle {
  colour?: AnsiColour;
  background?: AnsiColour;
  bold?: true;
  dim?: true;
  italic?: true;
  underline?: true;
}

/** A piece of a line that looks the same throughout. */
export interface AnsiSpan {
  text: string;
  style: AnsiStyle;
}

const SGR = /\u001b\[([0-9;:]*)m/g;

/**
 * Splits a line at its colour codes (SGR, ECMA-48 §8.3.117; 16, 256 and true colours). Codes that
 * mean nothing here are left out; every line begins without a style.
 */
export function parseAnsi(line: string): AnsiSpan[] {
  if (!line.includes("\u001b")) return line === "" ? [] : [{ text: line, style: {} }];
  const spans: AnsiSpan[] = [];
  let style: AnsiStyle = {};
  let from = 0;
  const add = (text: string) => {
    if (text !== "") spans.push({ text, style });
  };
  for (const match of line.matchAll(SGR)) {
    add(line.slice(from, match.index));
    style = applyCodes(style, match[1] ?? "");
    from = match.index + match[0].length;
  }
  add(line.slice(from));
  return spans;
}

/** A line without its colour codes. */
export function stripAnsi(line: string): string {
  return line.includes("\u001b") ? line.replace(SGR, "") : line;
}

const switches: Record<number, (style: AnsiStyle) => AnsiStyle> = {
  0: () => ({}),
  1: (style) => ({ ...style, bold: true }),
  2: (style) => ({ ...style, dim: true }),
  3: (style) => ({ ...style, italic: true }),
  4: (style) => ({ ...style, underline: true }),
  22: ({ bold, dim, ...style }) => style,
  23: ({ italic, ...style }) => style,
  24: ({ underline, ...style }) => style,
  39: ({ colour, ...style }) => style,
  49: ({ background, ...style }) => style,
};
/** First code of eight colours, what they colour, and which of the 16 the first one is. */
const ranges = [
  [30, "colour", 0],
  [40, "background", 0],
  [90, "colour", 8],
  [100, "background", 8],
] as const;

function applyCodes(before: AnsiStyle, text: string): AnsiStyle {
  const codes = text.split(/[;:]/).map(Number);
  let style = before;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if (code === 38 || code === 48) {
      const { colour, used } = extendedColour(codes.slice(at + 1));
      if (colour !== null) {
        style = { ...style, [code === 38 ? "colour" : "background"]: colour };
      }
      at += used;
      continue;
    }
    const range = ranges.find(([first]) => code >= first && code < first + 8);
    if (range) style = { ...style, [range[1]]: code - range[0] + range[2] };
    else style = switches[code]?.(style) ?? style;
  }
  return style;
}

/** Reads `5;n` or `2;r;g;b`. */
function extendedColour([kind, ...values]: number[]): { colour: AnsiColour | null; used: number } {
  if (kind === 5) return { colour: fromTable(values[0] ?? 0), used: 2 };
  if (kind !== 2) return { colour: null, used: 1 };
  const [red = 0, green = 0, blue = 0] = values;
  const known = [red, green, blue].every((value) => value >= 0 && value <= 255);
  return { colour: known ? [red, green, blue] : null, used: 4 };
}

const CUBE = [0, 95, 135, 175, 215, 255];
const CUBE_BEGIN = 16;
const GREYS_BEGIN = 232;

/** The 256 colours: the 16, a cube of 6 × 6 × 6, and 24 greys. */
function fromTable(index: number): AnsiColour | null {
  if (index < 0 || index > 255) return null;
  if (index < CUBE_BEGIN) return index;
  if (index >= GREYS_BEGIN) {
    const grey = 8 + (index - GREYS_BEGIN) * 10;
    return [grey, grey, grey];
  }
  const place = index - CUBE_BEGIN;
  const level = (step: number) => CUBE[step % 6] ?? 0;
  return [level(Math.floor(place / 36)), level(Math.floor(place / 6)), level(place)];
}
