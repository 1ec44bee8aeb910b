"use client";
import { Ellipsis, Trash2 } from "lucide-react";
import { deleteViewAction } from "@/app/actions/delete-view";
import { renameViewAction } from "@/app/actions/rename-view";
import type { ViewRecord } from "@/domain/views/view-record";
import { ActionForm } from "../forms/action-form";
import { useFormAction } from "../forms/use-form-action";
import { ViewMenu } from "./view-menu";
import { ViewNameForm } from "./view-name-form";

/** Gives the view that is shown another name, or forgets it. */
export function CurrentViewMenu({ view: { id, name, query } }: { view: ViewRecord }) {
  const binding = useFormAction(renameViewAction);
  return (
    <ViewMenu
      open={binding.state.error !== undefined}
      button={<Ellipsis aria-hidden />}
      label={`Rename or delete the view ${name}`}
    >
      <ViewNameForm binding={binding} fields={{ id, before: name }} name={name} verb="Rename" />
      <div className="border-line border-t pt-3">
        <ActionForm action={deleteViewAction} fields={{ id, name, query }} variant="danger">
          <Trash2 aria-hidden />
          Delete view
        </ActionForm>
      </div>
    </ViewMenu>
  );
}
