import { X } from "lucide-react";
import Link from "next/link";

interface FilterMarksProps {
  /** What each filter says, and the address without it. */
  marks: readonly { label: string; href: string }[];
}

/** The filters at work above a list, each a link that takes it away. */
export function FilterMarks({ marks }: FilterMarksProps) {
  if (marks.length === 0) return null;
  return (
    <ul aria-label="Filters at work" className="-mt-1 mb-4 flex flex-wrap gap-1.5">
      {marks.map(({ label, href }) => (
        <li key={label}>
          <Link
            href={href}
            prefetch={false}
            scroll={false}
            aria-label={`Remove the filter ${label}`}
            className="flex min-h-6 items-center gap-1 rounded-md bg-sunken px-2 py-0.5 text-xs hover:bg-hover"
          >
            <span className="max-w-64 truncate">{label}</span>
            <X aria-hidden className="size-3 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
