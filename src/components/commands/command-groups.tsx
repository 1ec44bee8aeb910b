"use client";
import { CommandGroup, CommandItem } from "../ui/command";
import { Kbd } from "../ui/kbd";
import type { Command } from "./command";

interface CommandGroupsProps {
  commands: readonly Command[];
  choose: (perform: () => void) => () => void;
}

/** The commands of the palette under their headings. */
export function CommandGroups({ commands, choose }: CommandGroupsProps) {
  const groups = [...new Set(commands.map(({ group }) => group))];
  return groups.map((heading) => (
    <CommandGroup key={heading} heading={heading}>
      {commands
        .filter(({ group }) => group === heading)
        .map(({ label, icon: Icon, keys = [], perform }) => (
          <CommandItem key={label} value={label} onSelect={choose(perform)}>
            <Icon aria-hidden className="size-4 shrink-0 text-muted" />
            <span className="min-w-0 flex-1 truncate">{label}</span>
            <span aria-hidden className="flex gap-1 max-md:hidden">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </span>
          </CommandItem>
        ))}
    </CommandGroup>
  ));
}
