import type { ReactNode } from "react";

interface BadgeProps {
  /** A `data-tone` of globals.css: an operation's number or a state. */
  tone?: string | number;
  icon?: ReactNode;
  children: ReactNode;
}

export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span data-slot="badge" data-tone={tone} className="badge-base tinted">
      {icon}
      {children}
    </span>
  );
}
