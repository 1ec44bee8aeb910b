"use client";
import { Bookmark } from "lucide-react";
import { saveViewAction } from "@/app/actions/save-view";
import { useFormAction } from "../forms/use-form-action";
import { ViewMenu } from "./view-menu";
import { ViewNameForm } from "./view-name-form";

interface SaveViewMenuProps {
  /** What is to be kept. */
  query: string;
  label: string;
}

/** Keeps what the page shows under a name. */
export function SaveViewMenu({ query, label }: SaveViewMenuProps) {
  const binding = useFormAction(saveViewAction);
  return (
    <ViewMenu
      open={binding.state.error !== undefined}
      button={
        <>
          <Bookmark aria-hidden />
          {label}
        </>
      }
    >
      <ViewNameForm binding={binding} fields={{ query }} verb="Save view" />
    </ViewMenu>
  );
}
