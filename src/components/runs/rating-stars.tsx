import { Star } from "lucide-react";

/** How a run was rated; nothing while it was not. */
export function RatingStars({ rating }: { rating: number | null }) {
  if (rating === null) return null;
  return (
    <span
      role="img"
      aria-label={`Rated ${rating} of 5`}
      data-tone="warning"
      className="inline-flex whitespace-nowrap"
    >
      {[1, 2, 3, 4, 5].map((star) => (
        <Star
          key={star}
          aria-hidden
          className={`size-3.5 ${star <= rating ? "fill-tone text-tone" : "text-control"}`}
        />
      ))}
    </span>
  );
}
