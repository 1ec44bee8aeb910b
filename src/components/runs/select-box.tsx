"use client";
import { bulkFormId } from "./bulk-form";
import type { Selection } from "./use-selection";

interface SelectBoxProps {
  run_id: string;
  selection: Selection;
}

/** Ticks a run for the actions of `BulkBar`; with Shift, all from the one ticked before. */
export function SelectBox({ run_id, selection }: SelectBoxProps) {
  return (
    <label className="relative z-1 flex size-6 shrink-0 cursor-pointer items-center justify-center">
      <input
        type="checkbox"
        form={bulkFormId}
        name="run"
        value={run_id}
        aria-label={`Select run ${run_id}`}
        checked={selection.ids.has(run_id)}
        onChange={(event) => {
          const { shiftKey } = event.nativeEvent as MouseEvent;
          selection.pick(run_id, { on: event.target.checked, range: shiftKey === true });
        }}
        className="size-4 accent-primary"
      />
    </label>
  );
}
