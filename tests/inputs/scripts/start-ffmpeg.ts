import { runFfmpeg } from "@/media/run-ffmpeg";

/** Runs a program in ffmpeg's place; this process ends as soon as its standard input does. */
const [program = "", script = ""] = process.argv.slice(2);
void runFfmpeg({ command: [program, script], kind: "given", version: "" }, [], 300_000);
process.stdin.once("end", () => process.exit(0)).resume();
