import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDecodes } from "@/media/check-decodes";
import { probeVideo } from "@/media/probe-video";
import { resolveFfmpeg } from "@/media/resolve-ffmpeg";
import { stopEmbedded } from "@/server/db/embedded/stop-embedded";
import { cloneEnv } from "./clone-env";
import { type NpmResult, runNpm } from "./run-npm";

const repository = join(import.meta.dirname, "../..");
const commandMs = 900_000;
/** Set where a clone runs its own tests: it must not clone again. */
const isClone = process.env.COSMOS_IN_CLONE === "1";
const reason = isClone
  ? "this is such a clone already"
  : !existsSync(join(repository, ".git")) && "this is no git checkout";

const folder = join(tmpdir(), "cosmos-clone-");
let clone: string;
let dataDir: string;

/** Runs an npm command of the README in the clone and prints how long it took. */
async function readmeCommand(args: string[]): Promise<NpmResult> {
  const env = cloneEnv(join(clone, ".."), { COSMOS_DATA_DIR: dataDir, COSMOS_IN_CLONE: "1" });
  const result = await runNpm(args, { cwd: clone, env });
  print(`npm ${args.join(" ")}: ${result.seconds} s`);
  for (const [line] of result.output.matchAll(/^Built the .*$/gm)) print(`  ${line}`);
  expect(result.code, result.output).toBe(0);
  return result;
}

const print = (line: string) => process.stdout.write(`clone test: ${line}\n`);

describe.skipIf(reason)(reason ? `a fresh clone (skipped: ${reason})` : "a fresh clone", () => {
  beforeAll(() => {
    const root = mkdtempSync(folder);
    clone = join(root, "cosmos");
    dataDir = join(root, "data");
    execFileSync("git", ["clone", "--quiet", `file://${repository}`, clone]);
  });
  afterAll(async () => {
    await stopEmbedded(dataDir);
    rmSync(join(clone, ".."), { recursive: true, force: true });
  });

  test("names no folder of the machine it comes from, and no package registry", () => {
    const files = execFileSync("git", ["ls-files", "-z"], { cwd: clone, encoding: "utf8" })
      .split("\0")
      .filter((name) => name !== "");
    const cacheInImages = "/root/.cache/huggingface";
    const machine = [repository, homedir()].filter((place) => place !== "/");
    const naming = files.filter((name) => {
      // The models' images have their cache in a home that is theirs.
      const text = readFileSync(join(clone, name), "latin1").replaceAll(cacheInImages, "");
      return machine.some((place) => text.includes(`${place}/`));
    });
    expect(files.length).toBeGreaterThan(100);
    expect(naming).toEqual([]);
    const lock = readFileSync(join(clone, "package-lock.json"), "utf8");
    expect(lock).not.toMatch(/"resolved"|registry\./);
  });

  test(
    "npm run demo makes its videos with nothing installed, not even ffmpeg",
    async () => {
      expect(existsSync(join(clone, "node_modules"))).toBe(false);

      const { output } = await readmeCommand(["run", "demo", "--", "--exit"]);

      const rows = readTable(output);
      expect(rows.map(({ type, status }) => `${type} ${status}`)).toEqual([
        "enhance completed",
        "transfer completed",
        "upscale completed",
      ]);
      for (const { type, took } of rows) print(`  ${type} ${took}`);
      const size = async (path = "") => {
        const { width, height } = await probeVideo(path);
        await checkDecodes(await resolveFfmpeg(), path);
        return { width, height };
      };
      const input = await size(join(clone, "assets/demo/color.mp4"));
      expect(await size(rows[1]?.path)).toEqual(input);
      expect(await size(rows[2]?.path)).toEqual({
        width: 2 * input.width,
        height: 2 * input.height,
      });
      const manifest = JSON.parse(
        readFileSync(join(`${rows[1]?.path}`, "../../manifest.json"), "utf8"),
      );
      expect(JSON.stringify(manifest)).toContain("bundled");
    },
    commandMs,
  );

  test(
    "npm test runs there",
    async () => {
      const { output } = await readmeCommand(["test", "--", "--project", "unit"]);
      expect(output).toMatch(/^[1-9]\d* passed, 0 failed/m);
    },
    commandMs,
  );
});

interface Row {
  type: string | undefined;
  status: string | undefined;
  took: string | undefined;
  path: string | undefined;
}

/** The table that the demo prints at its end. */
function readTable(output: string): Row[] {
  const rows = output.matchAll(/^[a-z0-9]{12} {2}(\w+) +(\w+) +([\d.]+ s) +(\S+)$/gm);
  return [...rows].map(([, type, status, took, path]) => ({ type, status, took, path }));
}
