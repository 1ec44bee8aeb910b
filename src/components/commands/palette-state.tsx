interface PaletteStateProps {
  search: string;
  /** How many entries the list has. */
  count: number;
  searching: boolean;
  problem: string | null;
}

/** What the list can't say by itself: that it is not complete yet, empty, or could not be read. */
export function PaletteState({ problem, ...state }: PaletteStateProps) {
  return (
    <div className="border-line border-t px-4 py-2 text-muted text-xs">
      {problem && !state.searching && (
        <p role="alert" className="text-danger [overflow-wrap:anywhere]">
          Runs and prompts can't be searched now. {problem}
        </p>
      )}
      <p role="status">{problem && state.count === 0 ? "" : describe(state)}</p>
    </div>
  );
}

function describe({ search, count, searching }: Omit<PaletteStateProps, "problem">): string {
  if (searching) return "Searching …";
  if (count === 0) return `Nothing found for “${search}”.`;
  return count === 1 ? "1 entry" : `${count} entries`;
}
