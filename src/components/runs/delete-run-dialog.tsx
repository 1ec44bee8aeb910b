"use client";
import { deleteRunAction } from "@/app/actions/delete-run";
import { formatBytes } from "../format/format-bytes";
import { ConfirmDialog } from "../ui/confirm-dialog";

/** What deleting would remove, or why it can't be done. */
export type DeletePreview = { files: number; bytes: number } | { refusal: string };

export function DeleteRunDialog({ run_id, preview }: { run_id: string; preview: DeletePreview }) {
  const refused = "refusal" in preview;
  return (
    <ConfirmDialog
      title={refused ? "This run can't be deleted now" : "Delete this run?"}
      verb="Delete run"
      action={refused ? null : deleteRunAction}
      fields={{ id: run_id }}
      back={`/runs/${run_id}`}
    >
      {refused ? (
        <p>{preview.refusal}</p>
      ) : (
        <p>
          Its row, its log and {preview.files} files ({formatBytes(preview.bytes)}) are removed for
          good. The prompt and its input stay.
        </p>
      )}
    </ConfirmDialog>
  );
}
