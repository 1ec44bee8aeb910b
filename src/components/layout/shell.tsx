import type { ReactNode } from "react";
import { CommandHost } from "../commands/command-host";
import { RunWatcher } from "../notices/run-watcher";
import { Brand } from "./brand";
import { Nav } from "./nav";
import { NavigationMark } from "./navigation-mark";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

interface ShellProps {
  theme: Theme;
  version: string;
  children: ReactNode;
}

/** The frame of every page: skip link, navigation, content. */
export function Shell({ theme, version, children }: ShellProps) {
  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[13rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="-translate-y-16 fixed top-2 left-2 z-30 rounded-md bg-primary px-3 py-2 font-medium text-on-primary text-sm focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="flex items-center justify-between border-line border-b bg-surface px-4 py-2.5 md:sticky md:top-0 md:h-dvh md:flex-col md:items-stretch md:justify-start md:gap-5 md:border-r md:border-b-0 md:bg-background md:px-3 md:py-4">
        <div className="md:px-2.5">
          <Brand />
        </div>
        <CommandHost />
        <RunWatcher />
        <NavigationMark />
        <Nav />
        <div className="flex items-center justify-between gap-3 md:mt-auto md:px-2">
          <ThemeSwitch initial={theme} />
          <span className="hidden text-muted text-xs md:inline">v{version}</span>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full min-w-0 max-w-[100rem] px-4 pt-4 pb-24 outline-none md:px-7 md:pt-6 md:pb-12"
      >
        {children}
      </main>
    </div>
  );
}
