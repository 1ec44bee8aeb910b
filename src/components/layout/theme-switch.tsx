"use client";
import type { FormEvent } from "react";
import { setTheme } from "@/app/actions/set-theme";
import { applyTheme } from "./apply-theme";
import { isTheme, type Theme, themes } from "./theme";
import { themeLooks } from "./theme-looks";
import { useTheme } from "./use-theme";

/** Three buttons of one form: at once with scripts, by a reload without. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const chosen = useTheme(initial);
  const apply = (event: FormEvent<HTMLFormElement>) => {
    const value = new FormData(event.currentTarget, submitterOf(event)).get("theme");
    if (!isTheme(value)) return;
    event.preventDefault();
    applyTheme(value);
  };
  return (
    <form
      action={setTheme}
      onSubmit={apply}
      aria-label="Theme"
      className="inline-flex rounded-md border border-line bg-surface p-0.5"
    >
      {themes.map((theme) => {
        const { label, icon: Icon } = themeLooks[theme];
        return (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-label={label}
            aria-pressed={theme === chosen}
            title={label}
            className="flex h-6 w-7 items-center justify-center rounded-sm text-muted hover:text-foreground aria-pressed:bg-hover aria-pressed:text-foreground"
          >
            <Icon aria-hidden className="size-3.5" />
          </button>
        );
      })}
    </form>
  );
}

function submitterOf(event: FormEvent<HTMLFormElement>): HTMLElement | null {
  return (event.nativeEvent as SubmitEvent).submitter;
}
