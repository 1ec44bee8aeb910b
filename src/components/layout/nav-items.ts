import { Activity, Clapperboard, Film, MessageSquareText } from "lucide-react";

/** The places of the console, in the order of the sidebar. */
export const navItems = [
  { href: "/", label: "Activity", icon: Activity },
  { href: "/runs", label: "Runs", icon: Clapperboard },
  { href: "/prompts", label: "Prompts", icon: MessageSquareText },
  { href: "/inputs", label: "Inputs", icon: Film },
] as const;
