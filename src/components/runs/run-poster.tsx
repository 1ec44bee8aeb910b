"use client";
import { OperationIcon } from "../operations/operation-icon";
import { useOperation } from "../operations/operations-context";
import type { RunRow } from "./run-row";

interface RunPosterProps {
  run: Pick<RunRow, "model_type" | "poster_url">;
  className?: string;
}

/** A frame of the result, or the operation's sign where there is none. */
export function RunPoster({ run, className = "" }: RunPosterProps) {
  const operation = useOperation(run.model_type);
  if (run.poster_url) {
    return (
      <img
        src={run.poster_url}
        alt=""
        loading="lazy"
        className={`aspect-video bg-video object-cover ${className}`}
      />
    );
  }
  return (
    <span
      aria-hidden
      data-tone={operation?.tone}
      className={`tinted flex aspect-video items-center justify-center ${className}`}
    >
      {operation && <OperationIcon type={operation.type} className="size-4 opacity-70" />}
    </span>
  );
}
