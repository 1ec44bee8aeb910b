import { Activity, Clapperboard, Film, MessageSquareText } from "lucide-react";

/** The places of the console, in the order of the sidebar; `g` and then `key` goes there. */
export const navItems = [
  { href: "/", label: "Activity", icon: Activity, key: "a" },
  { href: "/runs", label: "Runs", icon: Clapperboard, key: "r" },
  { href: "/prompts", label: "Prompts", icon: MessageSquareText, key: "p" },
  { href: "/inputs", label: "Inputs", icon: Film, key: "i" },
] as const;
