"use client";
import { ChevronDown, ChevronUp, Regex } from "lucide-react";
import type { KeyboardEvent, RefObject } from "react";
import type { SearchWish } from "@/domain/log/compile-search";
import type { LogLevel } from "@/domain/log/log-level";
import { Button } from "../ui/button";
import { fieldStyles } from "../ui/field-styles";

interface LogToolsProps {
  input: RefObject<HTMLInputElement | null>;
  wish: SearchWish;
  onWish: (wish: SearchWish) => void;
  level: LogLevel;
  onLevel: (level: LogLevel) => void;
  /** Which match is shown, from 1, 0 for none yet, and how many there are; null without a search. */
  counter: { at: number; of: number } | null;
  /** Why nothing can be searched. */
  problem: string | null;
  onStep: (back: boolean) => void;
}

const levels: [LogLevel, string][] = [
  ["other", "All lines"],
  ["warning", "Warnings and errors"],
  ["error", "Errors"],
];

/** Search and filter of a log. */
export function LogTools(props: LogToolsProps) {
  const { input, wish, onWish, level, onLevel, counter, problem, onStep } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onStep(event.shiftKey);
  };
  return (
    <div
      role="search"
      aria-label="Search the log"
      className="flex flex-wrap items-center gap-1.5 border-line border-b px-3 py-1.5 noscript:hidden"
    >
      <input
        ref={input}
        type="search"
        value={wish.text}
        placeholder="Search the log"
        aria-label="Search the log"
        aria-invalid={problem !== null}
        aria-describedby={problem ? "log-search-problem" : undefined}
        onChange={(event) => onWish({ ...wish, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        className={`${fieldStyles} h-8 min-w-40 max-w-72 flex-1 max-md:h-10 max-md:max-w-none`}
      />
      <Button
        size="icon"
        variant="ghost"
        aria-label="Regular expression"
        title="Regular expression"
        aria-pressed={wish.regex}
        onClick={() => onWish({ ...wish, regex: !wish.regex })}
        className="aria-pressed:bg-hover aria-pressed:text-foreground max-md:size-10"
      >
        <Regex aria-hidden />
      </Button>
      <Button
        size="icon"
        variant="ghost"
        aria-label="Previous match"
        disabled={!counter?.of}
        focusableWhenDisabled
        onClick={() => onStep(true)}
        className="max-md:size-10"
      >
        <ChevronUp aria-hidden />
      </Button>
      <Button
        size="icon"
        variant="ghost"
        aria-label="Next match"
        disabled={!counter?.of}
        focusableWhenDisabled
        onClick={() => onStep(false)}
        className="max-md:size-10"
      >
        <ChevronDown aria-hidden />
      </Button>
      <output aria-label="Match" className="min-w-12 text-muted text-xs empty:hidden">
        {counter && `${counter.at.toLocaleString("en")} / ${counter.of.toLocaleString("en")}`}
      </output>
      <select
        aria-label="Level"
        value={level}
        onChange={(event) => {
          const chosen = levels.find(([name]) => name === event.currentTarget.value);
          if (chosen) onLevel(chosen[0]);
        }}
        className="select-control ml-auto h-8 rounded-md border border-control/70 bg-surface pl-2 text-xs max-md:ml-0 max-md:h-10"
      >
        {levels.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      {problem && (
        <p id="log-search-problem" role="alert" className="w-full text-danger text-xs">
          {problem}
        </p>
      )}
    </div>
  );
}
