"use client";
import { MessageSquareText, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { TrpcProvider } from "@/trpc/provider";
import { OperationIcon } from "../operations/operation-icon";
import { useOperations } from "../operations/operations-context";
import { RunStatusBadge } from "../runs/run-status-badge";
import { Command, CommandGroup, CommandInput, CommandItem, CommandList } from "../ui/command";
import { Panel } from "../ui/panel";
import { CommandGroups } from "./command-groups";
import type { PanelProps } from "./command-host";
import { findCommands } from "./find-commands";
import { PaletteState } from "./palette-state";
import { useFound } from "./use-found";
import { usePageCommands } from "./use-page-commands";
import { useRunCommands } from "./use-run-commands";

/** Everything by name: commands for what is open, pages, and runs and prompts of the database. */
export function Palette(props: PanelProps) {
  return (
    <TrpcProvider>
      <Everything {...props} />
    </TrpcProvider>
  );
}

function Everything({ onClose, onOpen }: PanelProps) {
  const [search, setSearch] = useState("");
  const router = useRouter();
  const operations = useOperations();
  const commands = findCommands([...useRunCommands(), ...usePageCommands({ onOpen })], search);
  const found = useFound(search);
  const toneOf = (type: string) => operations.find((each) => each.type === type)?.tone;
  const choose = (perform: () => void) => () => {
    onClose();
    perform();
  };
  const go = (href: string) => choose(() => router.push(href));
  return (
    <Panel label="Search and commands" onClose={onClose}>
      <Command label="Search and commands">
        <div className="flex items-center gap-2.5 border-line border-b px-4">
          <Search aria-hidden className="size-4 shrink-0 text-muted" />
          <CommandInput
            data-first-focus
            value={search}
            onValueChange={setSearch}
            placeholder="A command, or a run or prompt by text or id"
          />
        </div>
        <CommandList label="Found">
          <CommandGroups commands={commands} choose={choose} />
          {found.runs.length > 0 && (
            <CommandGroup heading="Runs">
              {found.runs.map(({ id, model_type, prompt_name, status }) => (
                <CommandItem key={id} value={`run ${id}`} onSelect={go(`/runs/${id}`)}>
                  <span data-tone={toneOf(model_type)} className="text-tone">
                    <OperationIcon type={model_type} />
                  </span>
                  <span className="min-w-0 flex-1 truncate">{prompt_name}</span>
                  <span className="font-mono text-muted text-xs max-md:hidden">{id}</span>
                  <RunStatusBadge status={status} />
                </CommandItem>
              ))}
            </CommandGroup>
          )}
          {found.prompts.length > 0 && (
            <CommandGroup heading="Prompts">
              {found.prompts.map(({ id, name, prompt_text }) => (
                <CommandItem key={id} value={`prompt ${id}`} onSelect={go(`/prompts/${id}`)}>
                  <MessageSquareText aria-hidden className="size-4 shrink-0 text-muted" />
                  <span className="max-w-[50%] shrink-0 truncate">{name}</span>
                  <span className="min-w-0 flex-1 truncate text-muted text-xs">{prompt_text}</span>
                </CommandItem>
              ))}
            </CommandGroup>
          )}
        </CommandList>
        <PaletteState
          search={search.trim()}
          count={commands.length + found.runs.length + found.prompts.length}
          searching={found.searching}
          problem={found.problem}
        />
      </Command>
    </Panel>
  );
}
