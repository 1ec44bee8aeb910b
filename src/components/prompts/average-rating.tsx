import { Star } from "lucide-react";
import type { AverageRating as Average } from "@/domain/prompt-facts";

/** One star and the average of the ratings behind it; nothing without any. */
export function AverageRating({ rating }: { rating: Average | null }) {
  if (rating === null) return null;
  const { average, count } = rating;
  const value = average.toFixed(1);
  const name = `Rated ${value} of 5 on average, in ${count} ${count === 1 ? "rating" : "ratings"}`;
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      data-tone="warning"
      className="inline-flex items-center gap-1 whitespace-nowrap"
    >
      <Star aria-hidden className="size-3.5 fill-tone text-tone" />
      {value}
    </span>
  );
}
