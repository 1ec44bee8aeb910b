import type { CSSProperties } from "react";
import type { AnsiColour, AnsiStyle } from "@/domain/log/parse-ansi";

/** The eight colours of a terminal as colours of ours, which can be read in both themes. */
const palette = [
  "var(--muted)",
  "var(--danger)",
  "var(--success)",
  "var(--warning)",
  "var(--tone-1)",
  "var(--tone-0)",
  "var(--tone-3)",
  "var(--foreground)",
];

/** How a piece of a line looks. Other colours keep their hue and become dark or light enough. */
export function ansiLook(style: AnsiStyle): CSSProperties {
  const { colour, background, bold, dim, italic, underline } = style;
  return {
    ...(dim && { color: "var(--muted)" }),
    ...(colour !== undefined && { color: readable(colour) }),
    ...(background !== undefined && {
      background: `color-mix(in oklab, ${plain(background)} 22%, transparent)`,
    }),
    ...(bold && { fontWeight: 600 }),
    ...(italic && { fontStyle: "italic" }),
    ...(underline && { textDecoration: "underline" }),
  };
}

function readable(colour: AnsiColour): string {
  const known = plain(colour);
  if (typeof colour === "number") return known;
  return `light-dark(oklch(from ${known} min(l, 0.48) c h), oklch(from ${known} max(l, 0.78) c h))`;
}

function plain(colour: AnsiColour): string {
  if (typeof colour === "number") return palette[colour % palette.length] ?? "inherit";
  return `rgb(${colour.join(" ")})`;
}
