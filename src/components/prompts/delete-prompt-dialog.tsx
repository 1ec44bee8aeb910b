"use client";
import { deletePromptAction } from "@/app/actions/delete-prompt";
import { formatBytes } from "../format/format-bytes";
import { ConfirmDialog } from "../ui/confirm-dialog";

/** What deleting would remove, or why it can't be done. */
export type PromptDeletion = { runs: number; files: number; bytes: number } | { refusal: string };

interface DeletePromptDialogProps {
  id: string;
  preview: PromptDeletion;
  /** The page without the question. */
  back: string;
}

export function DeletePromptDialog({ id, preview, back }: DeletePromptDialogProps) {
  const refused = "refusal" in preview;
  return (
    <ConfirmDialog
      title={refused ? "This prompt can't be deleted now" : "Delete this prompt?"}
      verb="Delete prompt"
      action={refused ? null : deletePromptAction}
      fields={{ id }}
      back={back}
    >
      {refused ? (
        <p>{preview.refusal}</p>
      ) : (
        <p>
          With it go its {preview.runs} runs and {preview.files} files ({formatBytes(preview.bytes)}
          ). The input videos stay.
        </p>
      )}
    </ConfirmDialog>
  );
}
