"use client";
import { Star } from "lucide-react";
import { startTransition, useActionState, useEffect, useRef, useState } from "react";
import { rateRunAction } from "@/app/actions/rate-run";

interface RunRatingProps {
  id: string;
  /** 1 to 5; null while there is none. */
  rating: number | null;
}

const stars = [1, 2, 3, 4, 5];

/**
 * Five stars: by mouse, by arrows, and anywhere in the card by the keys 1 to 5; 0 takes the rating
 * back. Without scripts it is a form with a button.
 */
export function RunRating({ id, rating }: RunRatingProps) {
  const [state, dispatch, pending] = useActionState(rateRunAction, {});
  const [chosen, setChosen] = useState(rating ?? 0);
  const root = useRef<HTMLFormElement>(null);
  const shown = pending || state.error === undefined ? chosen : (rating ?? 0);

  const rate = (value: number) => {
    setChosen(value);
    const form = new FormData();
    form.set("id", id);
    form.set("rating", String(value));
    startTransition(() => dispatch(form));
  };
  const rateByKey = useRef(rate);
  useEffect(() => {
    rateByKey.current = rate;
  });
  useEffect(() => {
    const card = root.current?.closest<HTMLElement>("[data-slot=card]");
    if (!card) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = (event.target as Element).matches("select, textarea, input:not([type=radio])");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!/^[0-5]$/.test(event.key)) return;
      event.preventDefault();
      rateByKey.current(Number(event.key));
    };
    card.addEventListener("keydown", onKeyDown);
    return () => card.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <form ref={root} action={dispatch} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="id" value={id} />
      <fieldset title="Keys 1 to 5; 0 removes the rating" className="group flex items-center">
        <legend className="sr-only">Rating</legend>
        <label className="cursor-pointer rounded-sm px-1 text-muted text-xs hover:text-foreground has-focus-visible:outline-2 has-focus-visible:outline-focus">
          <input
            type="radio"
            name="rating"
            value={0}
            checked={shown === 0}
            onChange={() => rate(0)}
            className="sr-only"
          />
          {shown === 0 ? "Not rated" : "Clear"}
        </label>
        {stars.map((star) => (
          <label
            key={star}
            data-tone="warning"
            className="flex size-7 cursor-pointer items-center justify-center rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-focus max-md:size-9"
          >
            <input
              type="radio"
              name="rating"
              value={star}
              checked={shown === star}
              onChange={() => rate(star)}
              className="peer sr-only"
            />
            <span className="sr-only">{star === 1 ? "1 star" : `${star} stars`}</span>
            <Star
              aria-hidden
              className={`size-4.5 ${star <= shown ? "fill-tone text-tone" : "text-control hover:text-tone"}`}
            />
          </label>
        ))}
      </fieldset>
      <noscript>
        <button type="submit" className="button-base h-7 border border-line px-2 text-xs">
          Save rating
        </button>
      </noscript>
      {state.error && !pending && (
        <p role="alert" className="text-danger text-xs">
          {state.error}
        </p>
      )}
    </form>
  );
}
