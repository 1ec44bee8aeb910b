// Shows what a program was given: prints its spec on one line and returns the video that the spec names.
// With the prompt "wait" it does so only once its out folder has a file "finish"; with "stubborn" when it is
// interrupted; with "fail" not at all.
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { spec: { type: "string" }, out: { type: "string" } } });
const spec = JSON.parse(readFileSync(values.spec, "utf8"));

function finish() {
  copyFileSync(spec.input_video_path, join(values.out, "output.mp4"));
  process.stdout.write("finished\n");
  process.exit(0);
}

if (spec.prompt === "stubborn") process.on("SIGINT", finish);
process.stdout.write(`${JSON.stringify(spec)}\n`);
if (spec.prompt === "fail") process.exit(3);
if (!["wait", "stubborn"].includes(spec.prompt)) finish();
setInterval(() => existsSync(join(values.out, "finish")) && finish(), 20);
