import { Blend, Columns2, type LucideIcon, Square, SquareSplitHorizontal } from "lucide-react";

interface BenchModeInfo {
  label: string;
  icon: LucideIcon;
  /** How it is to be read. */
  hint: string;
  /** Both videos lie in one frame. */
  overlaid: boolean;
}

/** Ways to look at two videos. */
export const benchModes = {
  single: { label: "Single", icon: Square, hint: "The result alone.", overlaid: false },
  side: {
    label: "Side by side",
    icon: Columns2,
    hint: "Both play at the same moment.",
    overlaid: false,
  },
  wipe: {
    label: "Wipe",
    icon: SquareSplitHorizontal,
    hint: "Drag the divider, or move it with the arrow keys.",
    overlaid: true,
  },
  difference: {
    label: "Difference",
    icon: Blend,
    hint: "Black where both are equal; the rest four times as bright.",
    overlaid: true,
  },
} as const satisfies Record<string, BenchModeInfo>;

export type BenchMode = keyof typeof benchModes;

export const benchModeNames = Object.keys(benchModes) as BenchMode[];

/** Reads `?view=`; side by side when it names none. */
export function readBenchMode(view: string | undefined): BenchMode {
  return benchModeNames.find((name) => name === view) ?? "side";
}
