"use client";
import { deleteInputAction } from "@/app/actions/delete-input";
import { formatBytes } from "../format/format-bytes";
import { ConfirmDialog } from "../ui/confirm-dialog";

/** What deleting would remove, or why it can't be done. */
export type InputDeletionPreview = { files: number; bytes: number } | { refusal: string };

export function DeleteInputDialog({
  name,
  preview,
}: {
  name: string;
  preview: InputDeletionPreview;
}) {
  const refused = "refusal" in preview;
  return (
    <ConfirmDialog
      title={refused ? "This input can't be deleted now" : `Delete ${name}?`}
      verb="Delete input"
      action={refused ? null : deleteInputAction}
      fields={{ name }}
      back={`/inputs/${name}`}
    >
      {refused ? (
        <p>{preview.refusal}</p>
      ) : (
        <p>
          Its {preview.files} files ({formatBytes(preview.bytes)}) go with it. No prompt uses it.
        </p>
      )}
    </ConfirmDialog>
  );
}
