interface PaletteStateProps {
  search: string;
  /** How many entries the list has. */
  count: number;
  searching: boolean;
  error: string | undefined;
}

/** What the list can't say by itself: that it is not complete yet, empty, or could not be read. */
export function PaletteState({ search, count, searching, error }: PaletteStateProps) {
  const words = searching
    ? "Searching …"
    : count === 0 && !error
      ? `Nothing found for “${search}”.`
      : count === 1
        ? "1 entry"
        : `${count} entries`;
  return (
    <div className="border-line border-t px-4 py-2 text-muted text-xs">
      {error && !searching && (
        <p role="alert" className="mb-1 text-danger [overflow-wrap:anywhere]">
          Runs and prompts can't be searched now: {error}
        </p>
      )}
      <p role="status">{words}</p>
    </div>
  );
}
