import { Monitor, Moon, Sun } from "lucide-react";
import type { Theme } from "./theme";

/** How each theme is named and drawn where it can be chosen. */
export const themeLooks = {
  system: { label: "System theme", icon: Monitor },
  light: { label: "Light theme", icon: Sun },
  dark: { label: "Dark theme", icon: Moon },
} as const satisfies Record<Theme, object>;
