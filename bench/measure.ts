import type { Summary } from "./statistics";

/** One line of the table. */
export interface Figure extends Summary {
  what: string;
  unit: "ms" | "s" | "kB" | "MB" | "requests/s" | "frames/s";
  aim?: Aim;
  /** How many times as much as what it is compared with, by the medians. */
  ratio?: number;
}

type Aim = { of: "p50" | "p95" | "max" } & ({ at_most: number } | { at_least: number });

export interface Measured {
  figures: Figure[];
  /** Where the time goes, by figure: medians in ms, counted from the same moment. */
  steps?: Record<string, Record<string, number>>;
  notes?: string[];
}

/** One of the things that `npm run bench` measures. Throws when what it drives does something wrong. */
export interface Measure {
  name: string;
  title: string;
  run(): Promise<Measured>;
}

/** Whether a figure is what it is meant to be; undefined when nothing is asked of it. */
export function meetsAim({ aim, ...figure }: Figure): boolean | undefined {
  if (!aim) return undefined;
  const value = figure[aim.of];
  return "at_most" in aim ? value <= aim.at_most : value >= aim.at_least;
}
