import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { checkDecodes } from "@/media/check-decodes";
import { makePoster } from "@/media/make-poster";
import { probeVideo } from "@/media/probe-video";
import { type Ffmpeg, resolveFfmpeg } from "@/media/resolve-ffmpeg";
import { listProcesses } from "@/server/engine/local/list-processes";
import { bundleScript } from "../harness/run-script";

vi.setConfig({ testTimeout: 400_000 });

const clip = join(import.meta.dirname, "../fixtures/clip.mp4");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cosmos-ffmpeg-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that writes its process id, and ends once the file `go` is there. */
function writeSlowProgram(): string {
  const script = join(folder, "slow.mjs");
  const [pid, go] = ["pid", "go"].map((name) => JSON.stringify(join(folder, name)));
  const lines = [
    'import { existsSync, writeFileSync } from "node:fs";',
    `writeFileSync(${pid}, String(process.pid));`,
    `setInterval(() => existsSync(${go}) && process.exit(0), 50);`,
  ];
  writeFileSync(script, lines.join("\n"));
  return script;
}

test("a still is made while the clips of imports are being checked", async () => {
  const slow: Ffmpeg = {
    command: [process.execPath, writeSlowProgram()],
    kind: "given",
    version: "",
  };
  const checks = [1, 2, 3].map(() => checkDecodes(slow, clip));
  const target = join(folder, "poster.jpg");

  await makePoster(await resolveFfmpeg(), { path: clip, facts: await probeVideo(clip) }, target);
  writeFileSync(join(folder, "go"), "");
  await Promise.all(checks);

  expect(existsSync(target)).toBe(true);
});

test("a program does not outlive the process that started it", async () => {
  rmSync(join(folder, "go"), { force: true });
  rmSync(join(folder, "pid"), { force: true });
  const bundle = await bundleScript("inputs/scripts/start-ffmpeg.ts");
  const args = [bundle, process.execPath, writeSlowProgram()];
  const starter = spawn(process.execPath, args, { stdio: ["pipe", "ignore", "inherit"] });
  const pid = () => Number(readFileSync(join(folder, "pid"), "utf8"));
  await expect.poll(pid, { timeout: 60_000 }).toBeGreaterThan(0);

  starter.stdin.end();

  // Nobody may reap it here, so that its number can stay.
  const runs = async () =>
    (await listProcesses()).some((each) => each.pid === pid() && !each.zombie);
  await expect.poll(runs, { timeout: 60_000 }).toBe(false);
});
