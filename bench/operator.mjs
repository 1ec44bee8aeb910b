// Plays an operator that does nothing but say when it began and ended, in milliseconds of the wall
// clock. The prompt, read as JSON, may say for how long it lasts: {"last_ms":150}.
import { copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const now = () => performance.timeOrigin + performance.now();
const script_began = now();
const [, , , spec_path, , out] = process.argv;
const spec = JSON.parse(readFileSync(spec_path, "utf8"));
const { last_ms = 0 } = JSON.parse(spec.prompt);

if (spec.input_video_path) {
  copyFileSync(spec.input_video_path, join(out, "output.mp4"));
} else {
  const result = { prompt: spec.prompt, enhancer: "bench" };
  writeFileSync(join(out, "result.json"), JSON.stringify(result));
}
process.on("exit", () => {
  const times = { process_began: performance.timeOrigin, script_began, ...steps(), ended: now() };
  writeFileSync(join(out, "times.json"), JSON.stringify(times));
});
setTimeout(() => {}, last_ms);

/** When the local engine took the steps that leave a file behind, to the clock's tick (up to 4 ms). */
function steps() {
  const record = join(process.env.TMPDIR ?? "/nowhere", "..");
  const at = (file) => statSync(join(record, file), { throwIfNoEntry: false })?.mtimeMs;
  return {
    container_made: at("record.json"),
    supervisor_began: at("started.1"),
    gate_opened: at("gate"),
    gate_passed: at("gate.begun"),
  };
}
