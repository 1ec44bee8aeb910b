import Link from "next/link";

export function Brand() {
  return (
    <Link href="/" prefetch={false} className="flex items-center gap-2 font-semibold text-base">
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5">
        <circle cx="12" cy="12" r="4.5" fill="currentColor" />
        <ellipse
          cx="12"
          cy="12"
          rx="11"
          ry="4.2"
          transform="rotate(-28 12 12)"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
      </svg>
      Cosmos
    </Link>
  );
}
