import type { ReactNode } from "react";

interface BadgeProps {
  /** A `data-tone` of globals.css: an operation's number or a state. */
  tone?: string | number;
  icon?: ReactNode;
  children: ReactNode;
}

export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span
      data-slot="badge"
      data-tone={tone}
      className="tinted inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs [&_svg]:size-3.5"
    >
      {icon}
      {children}
    </span>
  );
}
