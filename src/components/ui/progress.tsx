"use client";
import { Progress as BaseProgress } from "@base-ui/react/progress";

interface ProgressProps {
  /** 0..1, or null when it can't be known. */
  value: number | null;
  label: string;
}

/** A bar in the tone of its surroundings (`data-tone`). */
export function Progress({ value, label }: ProgressProps) {
  return (
    <BaseProgress.Root
      data-slot="progress"
      aria-label={label}
      value={value === null ? null : Math.round(value * 100)}
      className="w-full"
    >
      <BaseProgress.Track className="h-1.5 overflow-hidden rounded-full bg-tone/15">
        <BaseProgress.Indicator className="h-full rounded-full bg-tone transition-[width] duration-300 data-indeterminate:w-1/3 data-indeterminate:breathing" />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
