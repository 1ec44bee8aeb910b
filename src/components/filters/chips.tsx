import Link from "next/link";
import type { ReactNode } from "react";

/** Filters of one kind, each a link; on a phone they scroll sideways. */
export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      className="-mx-4 flex min-w-0 gap-1 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] md:mx-0 md:flex-wrap md:px-0"
    >
      {children}
    </ul>
  );
}

/** A link that switches one filter on or off. */
export function Chip({ href, on, children }: { href: string; on: boolean; children: ReactNode }) {
  return (
    <li className="shrink-0">
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        aria-current={on ? "true" : undefined}
        className="flex h-8 items-center gap-1.5 rounded-md border border-line bg-surface px-2.5 text-muted text-sm hover:bg-hover hover:text-foreground aria-[current]:border-foreground aria-[current]:text-foreground"
      >
        {children}
      </Link>
    </li>
  );
}
