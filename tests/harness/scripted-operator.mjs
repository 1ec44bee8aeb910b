// Plays an operator in tests: does what the prompt, read as JSON, tells it to.
//   lines: how many numbered lines to print · pause_ms: between them · exit: its exit code
//   video: "clip" (default), "garbage" or "none" · ignore_signals: true
import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const { values } = (await import("node:util")).parseArgs({
  options: { spec: { type: "string" }, out: { type: "string" } },
});
const spec = JSON.parse(readFileSync(values.spec, "utf8"));
const script = readScript(spec.prompt);
const operation = basename(process.argv[1], ".mjs");

if (script.ignore_signals) for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => {});
// One line per execution: a run that was executed twice has two.
appendFileSync(join(values.out, "executions.txt"), `${process.pid}\n`);
process.stdout.write("Starting diffusion sampling\n");
process.stdout.write(`GPU ${process.env.CUDA_VISIBLE_DEVICES ?? "none"}\n`);
for (let line = 1; line <= (script.lines ?? 0); line++) {
  process.stdout.write(`line ${line}\n`);
  process.stderr.write(
    `Generating samples: ${Math.floor((100 * line) / script.lines)}%|#| ${line}/${script.lines} [00:01<00:01, 1.0it/s]\r`,
  );
  if (script.pause_ms) await new Promise((resolve) => setTimeout(resolve, script.pause_ms));
}
if (script.say) process.stdout.write(`${script.say}\n`);
if (script.hang) setInterval(() => {}, 1000);
else finish();

function finish() {
  if (operation === "enhance") {
    const result = { prompt: `${spec.prompt} enhanced`, enhancer: "scripted" };
    writeFileSync(join(values.out, "result.json"), JSON.stringify(script.result ?? result));
  } else if (script.video === "garbage") {
    writeFileSync(join(values.out, "output.mp4"), "no video at all");
  } else if (script.video !== "none") {
    const clip = new URL("../fixtures/clip.mp4", import.meta.url);
    copyFileSync(clip, join(values.out, "output.mp4"));
  }
  process.exit(script.exit ?? 0);
}

function readScript(prompt) {
  try {
    return JSON.parse(prompt);
  } catch {
    return {};
  }
}
