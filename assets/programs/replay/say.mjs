// The shapes of lines: loguru's on stdout, tqdm's on stderr, redrawn behind a carriage return.
import { setTimeout as wait } from "node:timers/promises";

/** Real seconds, 60 times as fast. */
export const pause = (seconds) => wait((seconds * 1000) / 60);

export function say(line) {
  process.stdout.write(`${line}\n`);
}

export function log(message, level = "INFO", place = "cosmos/inference.py:163:main") {
  const now = new Date().toISOString();
  say(`[${now.slice(5, 10)} ${now.slice(11, 19)}|${level}|${place}] ${message}`);
}

/** One redraw of a progress bar, without a line break, as tqdm leaves it. */
export function bar(label, done, total) {
  const percent = Math.floor((100 * done) / total);
  const full = Math.floor(percent / 10);
  const blocks = `${"█".repeat(full)}${full < 10 ? "▌" : ""}`.padEnd(10);
  const head = label ? `${label}: ` : "";
  process.stderr.write(`\r${head}${String(percent).padStart(3)}%|${blocks}| ${done}/${total} [00:12<00:16,  1.21it/s]`);
}

/** A bar in bytes, as downloads draw it. */
export function byteBar(label, gigabytes, total) {
  const percent = Math.floor((100 * gigabytes) / total);
  process.stderr.write(`\r${label}: ${String(percent).padStart(3)}%|███▏      | ${gigabytes.toFixed(1)}G/${total.toFixed(1)}G [00:56<02:17, 226MB/s]`);
}

export function endBar() {
  process.stderr.write("\n");
}
