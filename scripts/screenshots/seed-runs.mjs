import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runCosmos } from "../demo/run-cosmos.mjs";

const input = join(import.meta.dirname, "../../assets/demo");
const POLL_MS = 500;
/** Enhanced versions of each prompt, so that the lists are full. */
const ENHANCED = 3;

const scenes = [
  ["Snow at night", "Heavy snow at night, street lamps, wet asphalt."],
  ["Golden autumn", "A warm autumn afternoon, golden leaves, low sun."],
  ["Harbour fog", "Dense fog in the early morning, pale light, everything grey."],
  ["Neon rain", "A neon street at night in the rain, reflections in every puddle."],
];

/** Makes prompts and their results, good and bad; returns the ids of those worth a picture. */
export async function seedResults(url) {
  const cosmos = (...args) => runCosmos(url, args);
  const prompts = [];
  for (const [name, text] of scenes) {
    const { id } = await cosmos("create", "prompt", text, input, "--name", name);
    for (let count = 0; count < ENHANCED; count++)
      await ended(url, (await cosmos("enhance", id)).id);
    prompts.push(id);
  }
  const [snow, autumn, fog, neon] = prompts;
  const enhanced = await ended(url, (await cosmos("enhance", snow)).id);
  const prompt = enhanced.outputs.enhanced_prompt_id;
  const { id: failed } = await cosmos("inference", fog, "--fault", "crash");
  const families = [];
  for (const [id, ...weights] of [
    [autumn, "0.2", "0.2", "0.2", "0.6"],
    [fog, "0.2", "0.2", "0.8", "0.2"],
    [neon, "0.3", "0.2", "0.3", "0.5"],
    [prompt, "0.3", "0.2", "0.4", "0.6"],
  ]) {
    families.push(await cosmos("inference", id, "--upscale", "--weights", ...weights));
  }
  for (const { id } of [...families.flat(), { id: failed }]) await ended(url, id);
  const [transfer, upscale] = families.at(-1);
  return { prompt, transfer: transfer.id, upscale: upscale.id, failed, prompts };
}

/** Fills both slots and the queue; returns a run that is under way. */
export async function seedWork(url, prompts) {
  const cosmos = (...args) => runCosmos(url, args);
  const runs = [];
  for (const id of prompts) {
    const options = ["--seed", "2", "--steps", "100"];
    runs.push(
      ...[
        await cosmos("inference", id, ...options, ...(runs.length > 1 ? ["--upscale"] : [])),
      ].flat(),
    );
  }
  await reached(url, runs[0].id, ({ progress }) => (progress?.fraction ?? 0) > 0.1);
  return runs[0].id;
}

/** Cancels what is under way, which would outlive its server. */
export async function stopRuns(url) {
  const { items } = await ask(url, "runs.list", { status: ["running", "pending"] });
  for (const { id } of items) {
    // It may have ended at this moment, or with the run it continues.
    await runCosmos(url, ["cancel", id]).catch(() => undefined);
    await ended(url, id);
  }
}

function ended(url, id) {
  return reached(url, id, ({ status }) => !["pending", "running"].includes(status));
}

async function reached(url, id, isThere) {
  for (;;) {
    const run = await ask(url, "runs.get", { id });
    if (isThere(run)) return run;
    await sleep(POLL_MS);
  }
}

async function ask(url, procedure, input) {
  const query = encodeURIComponent(JSON.stringify(input));
  const answer = await fetch(`${url}/api/trpc/${procedure}?input=${query}`);
  return (await answer.json()).result.data;
}
