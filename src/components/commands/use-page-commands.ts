"use client";
import { Keyboard, Link2, Pause, Play, SquarePen } from "lucide-react";
import { useRouter } from "next/navigation";
import { pauseQueueAction } from "@/app/actions/pause-queue";
import { resumeQueueAction } from "@/app/actions/resume-queue";
import { trpc } from "@/trpc/react";
import { performAction } from "../forms/perform-action";
import { applyTheme } from "../layout/apply-theme";
import { navItems } from "../layout/nav-items";
import { themes } from "../layout/theme";
import { themeLooks } from "../layout/theme-looks";
import { tell } from "../notices/tell";
import type { Command } from "./command";
import type { PanelProps } from "./command-host";
import { copyText } from "./copy-text";

/** What can be chosen on every page. The queue's switch shows once its state is known. */
export function usePageCommands({ onOpen }: Pick<PanelProps, "onOpen">): Command[] {
  const router = useRouter();
  const { data: queue } = trpc.queue.state.useQuery(undefined, { retry: false });
  const pages = navItems.map(
    ({ href, label, icon, key }): Command => ({
      label,
      group: "Pages",
      icon,
      words: "go page",
      keys: ["g", key],
      perform: () => router.push(href),
    }),
  );
  const looks = themes.map(
    (theme): Command => ({
      ...themeLooks[theme],
      group: "Commands",
      words: "switch colours mode",
      perform: () => applyTheme(theme),
    }),
  );
  return [
    ...pages,
    {
      label: "New prompt",
      group: "Commands",
      icon: SquarePen,
      words: "create write add",
      perform: () => router.push("/prompts#new"),
    },
    ...(queue ? [queueCommand(queue.paused)] : []),
    {
      label: "Copy link to this page",
      group: "Commands",
      icon: Link2,
      words: "share url address",
      perform: () => void copyLink(),
    },
    ...looks,
    {
      label: "Keyboard shortcuts",
      group: "Commands",
      icon: Keyboard,
      words: "keys help",
      keys: ["?"],
      perform: () => onOpen("shortcuts"),
    },
  ];
}

function queueCommand(paused: boolean): Command {
  return paused
    ? {
        label: "Resume the queue",
        group: "Commands",
        icon: Play,
        words: "start continue",
        perform: () => void performAction(resumeQueueAction),
      }
    : {
        label: "Pause the queue",
        group: "Commands",
        icon: Pause,
        words: "stop hold",
        perform: () => void performAction(pauseQueueAction),
      };
}

async function copyLink(): Promise<void> {
  const copied = await copyText(location.href);
  await tell(
    copied
      ? { text: "The link was copied." }
      : { text: "The browser did not let the link be copied.", tone: "danger" },
  );
}
