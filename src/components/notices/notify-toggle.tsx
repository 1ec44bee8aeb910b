"use client";
import { Bell, BellRing } from "lucide-react";
import type { RunRow } from "../runs/run-row";
import { useOperation } from "../operations/operations-context";
import { buttonVariants } from "../ui/button-variants";
import { askPermission, type NotifyMeans } from "./ask-permission";
import { expectNotice, tell } from "./tell";
import { unwatchRun, useIsWatched, watchRun } from "./watched-runs";

const pageInstead = "A message on an open page of Cosmos will tell you instead.";
const words: Record<NotifyMeans, string> = {
  granted:
    "You will be notified when the run ends, while a page of Cosmos is open or when you open one.",
  denied: `This browser blocks notifications of this site; its settings can allow them. ${pageInstead}`,
  undecided: `You did not allow notifications. ${pageInstead}`,
  unsupported: `This browser can't show notifications here. ${pageInstead}`,
};

interface NotifyToggleProps {
  run: Pick<RunRow, "id" | "model_type" | "prompt_name">;
  /** The picture alone, for rows. */
  compact?: boolean;
}

/** Has this browser tell when a run ends. Permission is asked for with the click, never before. */
export function NotifyToggle({ run, compact = false }: NotifyToggleProps) {
  const watched = useIsWatched(run.id);
  const operation = useOperation(run.model_type);
  const toggle = async () => {
    if (watched) {
      unwatchRun(run.id);
      return;
    }
    expectNotice();
    const kept = watchRun({
      id: run.id,
      operation: operation?.label ?? "Run",
      name: run.prompt_name,
    });
    if (kept) await tell({ text: words[await askPermission()] });
    else await tell({ text: "This browser keeps nothing for this site.", tone: "danger" });
  };
  const name = compact ? `Notify me when run ${run.id} ends` : undefined;
  return (
    <button
      type="button"
      aria-pressed={watched}
      aria-label={name}
      title={name ?? "When this run ends"}
      onClick={() => void toggle()}
      className={`${buttonVariants({ variant: compact ? "ghost" : "outline", size: compact ? "icon" : "md" })} aria-pressed:text-foreground max-md:min-h-10 noscript:hidden`}
    >
      {watched ? <BellRing aria-hidden className="fill-current" /> : <Bell aria-hidden />}
      {!compact && "Notify me"}
    </button>
  );
}
