"use client";
import { type BenchMode, benchModeNames, benchModes } from "./bench-modes";

interface BenchViewsProps {
  mode: BenchMode;
  onShow: (mode: BenchMode) => void;
}

/** The ways to look at two videos, as links, so that one can be shared. */
export function BenchViews({ mode, onShow }: BenchViewsProps) {
  return (
    <div className="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 noscript:hidden">
      <div
        role="group"
        aria-label="View"
        className="flex max-md:w-full max-md:justify-between rounded-md border border-line bg-sunken/60 p-0.5"
      >
        {benchModeNames.map((name) => {
          const { label, icon: Icon } = benchModes[name];
          return (
            <button
              key={name}
              type="button"
              aria-pressed={name === mode}
              onClick={() => onShow(name)}
              className="flex h-7 items-center whitespace-nowrap gap-1.5 rounded-sm px-2 text-muted text-xs hover:text-foreground aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-foreground aria-pressed:shadow-(--shadow) max-md:h-10"
            >
              <Icon aria-hidden className="size-3.5 max-md:hidden" />
              {label}
            </button>
          );
        })}
      </div>
      <p className="text-muted text-xs">{benchModes[mode].hint}</p>
    </div>
  );
}
