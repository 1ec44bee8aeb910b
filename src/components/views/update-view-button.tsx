"use client";
import { saveViewAction } from "@/app/actions/save-view";
import type { ViewRecord } from "@/domain/views/view-record";
import { ActionForm } from "../forms/action-form";

interface UpdateViewButtonProps {
  view: ViewRecord;
  /** What it shall show from now on. */
  query: string;
}

/** Has a view that was opened and changed show what the page shows now. */
export function UpdateViewButton({ view: { id, name }, query }: UpdateViewButtonProps) {
  return (
    <ActionForm action={saveViewAction} fields={{ id, name, query }} variant="ghost" size="sm">
      <span className="max-w-52 truncate">Update “{name}”</span>
    </ActionForm>
  );
}
