interface ProgressProps {
  /** 0..1, or null when it can't be known. */
  value: number | null;
  label: string;
}

/** A bar in the tone of its surroundings (`data-tone`). */
export function Progress({ value, label }: ProgressProps) {
  const percent = value === null ? undefined : Math.round(value * 100);
  return (
    <div
      data-slot="progress"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-1.5 overflow-hidden rounded-full bg-tone/15"
    >
      <div
        className={`h-full rounded-full bg-tone transition-[width] duration-300 ${percent === undefined ? "breathing" : ""}`}
        style={{ width: `${percent ?? 30}%` }}
      />
    </div>
  );
}
