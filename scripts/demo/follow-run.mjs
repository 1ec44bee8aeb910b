import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 500;
const STEP = 0.1;

/**
 * Prints a line whenever a run has come a good deal further, until it has ended; returns its record.
 * @param {string} url Address of the server.
 * @param {string} id
 */
export async function followRun(url, id) {
  let last = "";
  for (;;) {
    const run = await getRun(url, id);
    const line = describe(run);
    if (line !== last) console.log(line);
    last = line;
    if (!["pending", "running"].includes(run.status)) return run;
    await sleep(POLL_MS);
  }
}

async function getRun(url, id) {
  const input = encodeURIComponent(JSON.stringify({ id }));
  const response = await fetch(`${url}/api/trpc/runs.get?input=${input}`);
  const body = await response.json();
  if (!response.ok)
    throw new Error(body.error?.message ?? `The server answered ${response.status}.`);
  return body.result.data;
}

function describe({ model_type, id, status, progress }) {
  const head = `  ${model_type.padEnd(8)} ${id}  ${status.padEnd(9)}`;
  if (status !== "running" || !progress) return head.trimEnd();
  const { phase, fraction } = progress;
  const percent =
    fraction === null ? "" : `${Math.round(Math.floor(fraction / STEP) * STEP * 100)} %`;
  return [head, phase, percent].filter(Boolean).join("  ");
}
