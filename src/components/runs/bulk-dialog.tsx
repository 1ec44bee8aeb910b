"use client";
import { startTransition, useActionState, useEffect, useRef, useState } from "react";
import { actOnRunsAction } from "@/app/actions/act-on-runs";
import type { BulkReport } from "@/domain/bulk/bulk-report";
import { formatRunCount } from "../format/format-run-count";
import { AddressDialog, BackLink } from "../ui/address-dialog";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { buttonVariants } from "../ui/button-variants";
import { BulkOutcome } from "./bulk-outcome";
import { BulkPreview } from "./bulk-preview";
import type { BulkState } from "./bulk-state";
import { bulkWords } from "./bulk-words";

interface BulkDialogProps {
  /** What a dry run said. */
  preview: BulkReport;
  /** The search parameters of `/runs` that ask for it. */
  query: string;
  /** Address of the list without the question. */
  back: string;
}

const untouched: BulkState = {
  as_of: null,
  done_count: 0,
  done: [],
  refused: [],
  remaining: null,
};

/** Says what an action would touch, does it step by step, and tells what came of it. */
export function BulkDialog({ preview, query, back }: BulkDialogProps) {
  const [state, dispatch, pending] = useActionState(actOnRunsAction, untouched);
  const [stopped, setStopped] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { remaining, error } = state;
  const { verb } = bulkWords[preview.action];
  const goesOn = remaining !== null && remaining > 0 && !error && !stopped;
  useEffect(() => {
    if (pending || !goesOn || !form.current) return;
    const fields = new FormData(form.current);
    startTransition(() => dispatch(fields));
  }, [pending, goesOn, dispatch]);

  const left = remaining ?? preview.remaining;
  const working = pending || goesOn;
  return (
    <AddressDialog title={titleOf(preview, state)} back={back}>
      {remaining === null ? (
        <BulkPreview preview={preview} />
      ) : (
        <BulkOutcome action={preview.action} state={state} />
      )}
      {error && !pending && <Alert className="mt-3">{error}</Alert>}
      <form
        ref={form}
        action={dispatch}
        onSubmit={(event) => {
          event.preventDefault();
          setStopped(false);
          const fields = new FormData(event.currentTarget);
          if (!pending) startTransition(() => dispatch(fields));
        }}
        className="mt-5 flex justify-end gap-2"
      >
        <input type="hidden" name="query" value={query} />
        <input type="hidden" name="as_of" value={preview.as_of} />
        {goesOn ? (
          <Button onClick={() => setStopped(true)} className="noscript:hidden">
            Stop
          </Button>
        ) : (
          <BackLink href={back} className={buttonVariants()}>
            {left > 0 && remaining === null ? "Keep as it is" : "Close"}
          </BackLink>
        )}
        {left > 0 && (
          <Button
            type="submit"
            variant={preview.action === "delete" ? "solidDanger" : "primary"}
            disabled={working}
            focusableWhenDisabled
          >
            {working ? "Working" : remaining === null ? `${verb} ${formatRunCount(left)}` : "Go on"}
          </Button>
        )}
      </form>
    </AddressDialog>
  );
}

function titleOf({ action, remaining }: BulkReport, state: BulkState): string {
  const { verb, outcome } = bulkWords[action];
  if (state.remaining !== null) return `${formatRunCount(state.done_count)} ${outcome}`;
  return remaining > 0
    ? `${verb} ${formatRunCount(remaining)}?`
    : `Nothing to ${verb.toLowerCase()}`;
}
