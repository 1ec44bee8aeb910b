import { join } from "node:path";

/**
 * Prints the runs as a small table, each with the place of its files.
 * @param {object[]} runs
 * @param {string} dataDir
 */
export function printRuns(runs, dataDir) {
  const rows = runs.map((run) => [
    run.id,
    run.model_type,
    run.status,
    duration(run),
    place(run, dataDir),
  ]);
  const table = [["run", "operation", "status", "took", "files"], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  console.log();
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    );
  }
  for (const run of runs.filter(({ error_message }) => error_message)) {
    console.log(`${run.id}: ${run.error_message}`);
  }
}

function duration({ started_at, completed_at }) {
  if (!started_at || !completed_at) return "-";
  return `${((Date.parse(completed_at) - Date.parse(started_at)) / 1000).toFixed(1)} s`;
}

/** The video of a run that made one, else its folder. */
function place({ id, outputs }, dataDir) {
  return join(dataDir, outputs.output_path ?? `runs/${id}`);
}
