/** What is wrong with a run long before it ends, by what its log says now. */
interface LiveWarning {
  pattern: RegExp;
  /** What happens and what to do; `$1` to `$9` stand for the groups. */
  message: string;
}

/** The first that is seen stays until the run goes on to its next phase. */
export const liveWarnings: readonly LiveWarning[] = [
  {
    pattern:
      /Failed to load T5 model using cache_dir [^\r\n]{0,300}?falling back[^:\r\n]{0,200}: ([^\r\n]{1,200})/,
    message:
      "The text encoder could not be loaded ($1), so the program is downloading 45 GB. Cancel the run, put the checkpoints in place, and start it again.",
  },
  {
    // A progress bar in bytes: one file of 1 GB and more, not finished yet.
    pattern:
      /([^\s|%:\]]{1,120}): +\d{1,2}%\|[^|\r\n]{0,200}\| *[\d.]+[kMGT]?B?\/([\d.]+)([GT])B? *\[/,
    message:
      "The program is downloading model files ($1 has $2 $3B) while it holds its place. If that takes too long, cancel the run, download the models to this host, and start it again.",
  },
];
