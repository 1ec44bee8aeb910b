export interface ProgressBar {
  /** Reports that `done` of the total are done. */
  update(done: number): void;
  /** Draws the last state and ends the line. */
  close(): void;
}

/**
 * A bar on stderr in tqdm's shape, redrawn with carriage returns at most every `intervalMs`:
 * `Upscaling:  43%|####      | 52/120 [00:12<00:16,  4.21it/s]`.
 */
export function createProgressBar(label: string, total: number, intervalMs = 250): ProgressBar {
  const startedAt = performance.now();
  let drawnAt = Number.NEGATIVE_INFINITY;
  let done = 0;
  const draw = () => {
    drawnAt = performance.now();
    process.stderr.write(`\r${formatBar({ label, done, total, ms: drawnAt - startedAt })}`);
  };
  draw();
  return {
    update(now) {
      done = now;
      if (performance.now() - drawnAt >= intervalMs) draw();
    },
    close() {
      draw();
      process.stderr.write("\n");
    },
  };
}

interface BarState {
  label: string;
  done: number;
  total: number;
  /** Since the bar was made. */
  ms: number;
}

export function formatBar({ label, done, total, ms }: BarState): string {
  const share = total > 0 ? Math.min(1, done / total) : 1;
  const rate = ms > 0 ? (done / ms) * 1000 : 0;
  const left = done > 0 && rate > 0 ? clock((total - done) / rate) : "?";
  const speed =
    done === 0
      ? "?it/s"
      : rate >= 1
        ? `${rate.toFixed(2).padStart(5)}it/s`
        : `${(1 / rate).toFixed(2).padStart(5)}s/it`;
  const bar = "#".repeat(Math.round(share * 10)).padEnd(10);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `${label}: ${percent}%|${bar}| ${done}/${total} [${clock(ms / 1000)}<${left}, ${speed}]`;
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return whole >= 3600 ? `${Math.floor(whole / 3600)}:${minutes}` : minutes;
}
