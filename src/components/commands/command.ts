import type { ComponentType } from "react";

/** Something that can be chosen in the palette. */
export interface Command {
  /** Unlike that of any other. */
  label: string;
  group: "This run" | "Pages" | "Commands";
  icon: ComponentType<{ className?: string; "aria-hidden"?: boolean }>;
  /** Other words that it is looked for by. */
  words?: string;
  /** The shortcut that does the same. */
  keys?: readonly string[];
  perform: () => void;
}
