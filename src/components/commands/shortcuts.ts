import { navItems } from "../layout/nav-items";

/** What a shortcut does. */
export type Deed =
  | { open: "palette" | "shortcuts" }
  | { go: string }
  | { row: 1 | -1 | "select" }
  | { focus: "search" };

export interface Shortcut {
  /** Pressed one after the other. `Mod` is Command on a Mac and Ctrl elsewhere. */
  keys: readonly string[];
  label: string;
  group: "Everywhere" | "Go to" | "Lists";
  /** Absent where the browser, or a part of the page, does it by itself. */
  deed?: Deed;
}

/** Every shortcut of the console: what is listened for and what the list of `?` shows. */
export const shortcuts: readonly Shortcut[] = [
  {
    keys: ["Mod+K"],
    label: "Search and commands",
    group: "Everywhere",
    deed: { open: "palette" },
  },
  { keys: ["?"], label: "This list", group: "Everywhere", deed: { open: "shortcuts" } },
  { keys: ["/"], label: "Search on this page", group: "Everywhere", deed: { focus: "search" } },
  { keys: ["Alt+T"], label: "To the messages in the corner", group: "Everywhere" },
  { keys: ["Esc"], label: "Close or leave", group: "Everywhere" },
  ...navItems.map(
    ({ href, label, key }): Shortcut => ({
      keys: ["g", key],
      label,
      group: "Go to",
      deed: { go: href },
    }),
  ),
  { keys: ["j"], label: "Next row", group: "Lists", deed: { row: 1 } },
  { keys: ["k"], label: "Row before", group: "Lists", deed: { row: -1 } },
  { keys: ["Enter"], label: "Open the row", group: "Lists" },
  { keys: ["x"], label: "Select the row", group: "Lists", deed: { row: "select" } },
];
