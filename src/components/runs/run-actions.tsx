"use client";
import { RotateCcw, SlidersHorizontal, Square, Trash2 } from "lucide-react";
import Link from "next/link";
import { cancelRunAction } from "@/app/actions/cancel-run";
import { retryRunAction } from "@/app/actions/retry-run";
import { isTerminal } from "@/domain/run-status";
import { ActionForm } from "../forms/action-form";
import { buttonVariants } from "../ui/button-variants";
import type { RunRow } from "./run-row";
import { UpscaleButton } from "./upscale-scope";

/** What can be done with a run now; must stand below an `UpscaleScope`. */
export function RunActions({ run }: { run: RunRow }) {
  const fields = { id: run.id };
  if (!isTerminal(run.status)) {
    if (run.cancelling) return null;
    return (
      <ActionForm action={cancelRunAction} fields={fields}>
        <Square aria-hidden />
        Cancel
      </ActionForm>
    );
  }
  return (
    <>
      <UpscaleButton run={run} variant="primary" size="md" />
      <ActionForm action={retryRunAction} fields={fields}>
        <RotateCcw aria-hidden />
        {run.status === "completed" ? "Run again" : "Retry"}
      </ActionForm>
      <Link
        href={`/runs/${run.id}/again`}
        prefetch={false}
        className={`${buttonVariants()} max-md:min-h-10`}
      >
        <SlidersHorizontal aria-hidden />
        Run with changes
      </Link>
      <Link
        href="?confirm=delete"
        prefetch={false}
        scroll={false}
        className={`${buttonVariants({ variant: "danger" })} max-md:min-h-10`}
      >
        <Trash2 aria-hidden />
        Delete
      </Link>
    </>
  );
}
