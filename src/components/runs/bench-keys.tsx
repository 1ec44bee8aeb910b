"use client";
import { Keyboard } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { benchRates } from "./bench-transport";
import type { PlaybackControls } from "./use-playback";

interface BenchKeysProps {
  controls: PlaybackControls;
  rate: number;
  children: ReactNode;
}

interface Bound {
  controls: PlaybackControls;
  rate: number;
}

interface Binding {
  keys: string[];
  /** As people read the keys. */
  shown: string[];
  does: string;
  act: (bound: Bound) => void;
}

const MUCH = 10;

const bindings: Binding[] = [
  {
    keys: [" ", "k"],
    shown: ["Space", "K"],
    does: "Play or pause",
    act: (at) => at.controls.toggle(),
  },
  { keys: [","], shown: [","], does: "One frame back", act: (at) => at.controls.step(-1) },
  { keys: ["."], shown: ["."], does: "One frame on", act: (at) => at.controls.step(1) },
  {
    keys: ["ArrowLeft"],
    shown: ["←"],
    does: "Ten frames back",
    act: (at) => at.controls.step(-MUCH),
  },
  {
    keys: ["ArrowRight"],
    shown: ["→"],
    does: "Ten frames on",
    act: (at) => at.controls.step(MUCH),
  },
  { keys: ["Home"], shown: ["Home"], does: "To the beginning", act: (at) => at.controls.seek(0) },
  { keys: ["l"], shown: ["L"], does: "Loop or not", act: (at) => at.controls.toggleLoop() },
  { keys: ["<"], shown: ["<"], does: "Slower", act: (at) => changeRate(at, -1) },
  { keys: [">"], shown: [">"], does: "Faster", act: (at) => changeRate(at, 1) },
];

/** Whether a control that has the focus uses the key itself. */
const takers = [
  { selector: "select, textarea, input:not([type=range]):not([type=radio])", takes: () => true },
  { selector: "button, a, summary", takes: (key: string) => key === " " },
  {
    selector: "input[type=range], input[type=radio]",
    takes: (key: string) => /^(Arrow|Home|End|Page)/.test(key),
  },
];

/** Lets the keyboard play what is inside, while the focus is there, and says which keys do what. */
export function BenchKeys({ controls, rate, children }: BenchKeysProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as Element;
    if (takers.some(({ selector, takes }) => target.matches(selector) && takes(event.key))) return;
    const binding = bindings.find(({ keys }) => keys.includes(event.key));
    if (!binding) return;
    event.preventDefault();
    event.stopPropagation();
    binding.act({ controls, rate });
  };
  return (
    <div
      role="group"
      aria-label="Video bench"
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="rounded-md"
    >
      {children}
      <details className="mt-1 text-xs noscript:hidden">
        <summary className="inline-flex items-center gap-1.5 rounded-sm py-1 text-muted hover:text-foreground">
          <Keyboard aria-hidden className="size-3.5" />
          Keys
        </summary>
        <dl className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4 gap-y-1">
          {bindings.map(({ shown, does }) => (
            <div key={does} className="flex items-baseline gap-2">
              <dt className="flex gap-1">
                {shown.map((key) => (
                  <kbd
                    key={key}
                    className="min-w-5 rounded-sm border border-line bg-sunken px-1 text-center font-mono"
                  >
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd className="text-muted">{does}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-1 text-muted">
          1 to 5 rate the result, 0 removes the rating. The keys work while the focus is in here.
        </p>
      </details>
    </div>
  );
}

function changeRate({ controls, rate }: Bound, by: number): void {
  const next = benchRates[benchRates.findIndex((each) => each >= rate) + by];
  if (next !== undefined) controls.setRate(next);
}
