"use client";
import { RotateCcw, Sparkles, Square } from "lucide-react";
import { useParams, usePathname, useRouter } from "next/navigation";
import { cancelRunAction } from "@/app/actions/cancel-run";
import { api } from "@/trpc/api";
import { trpc } from "@/trpc/react";
import { performAction } from "../forms/perform-action";
import { useOperation } from "../operations/operations-context";
import { tell } from "../notices/tell";
import type { Command } from "./command";
import { runDeeds } from "./run-deeds";

/** What may be done with the run whose page is open; nothing on other pages. */
export function useRunCommands(): Command[] {
  const router = useRouter();
  const id = useOpenRunId();
  const upscalable = useOperation("upscale")?.parents ?? [];
  const { data: run } = trpc.runs.get.useQuery(
    { id: id ?? "" },
    { enabled: id !== null, retry: false },
  );
  if (!run || id === null) return [];

  const show = async (made: Promise<{ id: string }>) => {
    try {
      router.push(`/runs/${(await made).id}`);
    } catch (error) {
      await tell({ text: error instanceof Error ? error.message : "Not done.", tone: "danger" });
    }
  };
  const commands = {
    upscale: {
      label: "Upscale this run",
      group: "This run",
      icon: Sparkles,
      words: "enlarge bigger",
      perform: () =>
        void show(
          api.runs.create.mutate({
            model_type: "upscale",
            execution_config: { parent_run_id: id },
          }),
        ),
    },
    retry: {
      label: run.status === "completed" ? "Run again" : "Retry this run",
      group: "This run",
      icon: RotateCcw,
      words: "retry repeat again",
      perform: () => void show(api.runs.retry.mutate({ id })),
    },
    cancel: {
      label: "Cancel this run",
      group: "This run",
      icon: Square,
      words: "stop end kill",
      perform: () => void performAction(cancelRunAction, { id }),
    },
  } satisfies Record<string, Command>;
  return runDeeds(run, upscalable).map((deed) => commands[deed]);
}

function useOpenRunId(): string | null {
  const { id } = useParams();
  const isRun = usePathname().startsWith("/runs/");
  return isRun && typeof id === "string" ? id : null;
}
