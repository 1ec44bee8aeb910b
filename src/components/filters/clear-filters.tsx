import { X } from "lucide-react";
import Link from "next/link";

/** The way to a list without filters. */
export function ClearFilters({ href }: { href: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="flex h-8 items-center gap-1 text-muted text-sm hover:text-foreground"
    >
      <X aria-hidden className="size-3.5" />
      Clear filters
    </Link>
  );
}
