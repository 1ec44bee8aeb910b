import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  ActivityRecord,
  InputRecord,
  PromptRecord,
  QueueRecord,
  RunRecord,
} from "@/domain/records";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { type CosmosResult, runCosmos, startCosmos } from "../harness/run-cosmos";
import { startServer, type TestServer } from "../harness/server";

let database: TestDatabase;
let server: TestServer;
let prompt: PromptRecord;

const cosmos = (...args: string[]) =>
  runCosmos({ url: server.url, cwd: database.env.dataDir }, ...args);

/** Runs a command that must succeed and returns what `--json` printed. */
async function record<T>(...args: string[]): Promise<T> {
  const result = await cosmos(...args, "--json");
  expect(result).toMatchObject({ code: 0, stderr: "" });
  return result.json<T>();
}

const createPrompt = (text: string, ...options: string[]) =>
  record<PromptRecord>("create", "prompt", text, "city", ...options);

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  const city = join(database.env.dataDir, "city");
  mkdirSync(city);
  copyFileSync(join(import.meta.dirname, "../fixtures/clip.mp4"), join(city, "color.mp4"));
  prompt = await createPrompt("A neon city at night", "--name", "city", "--negative", "blurry");
});
afterAll(async () => {
  await server?.remove();
  await database?.drop();
});

describe("create prompt", () => {
  test("makes a prompt from a folder named relative to where the command was given", () => {
    expect(prompt).toMatchObject({
      name: "city",
      prompt_text: "A neon city at night",
      negative_prompt: "blurry",
      inputs: { video: expect.stringMatching(/^inputs\/.+\/color\.mp4$/) },
    });
  });

  test("as a dry run checks everything and makes nothing", async () => {
    const before = await record<PromptRecord[]>("list", "prompts");

    const { code, stdout } = await cosmos("create", "prompt", "A dry desert", "city", "--dry-run");

    expect(code).toBe(0);
    expect(stdout).toContain("A dry desert");
    expect(await record("list", "prompts")).toEqual(before);
  });
});

describe("operations", () => {
  test("inference --upscale makes two linked runs and waits for both", async () => {
    const weights = ["--weights", "0.5", "0", "0", "1"];
    const runs = await record<RunRecord[]>(
      ...["--json", "inference", ...weights, prompt.id.slice(0, 11), "--steps", "2"],
      ...["--upscale", "--upscale-weight", "0.8", "--wait"],
    );

    expect(runs).toMatchObject([
      {
        model_type: "transfer",
        status: "completed",
        prompt_id: prompt.id,
        execution_config: { weights: { vis: 0.5, edge: 0, depth: 0, seg: 1 }, num_steps: 2 },
      },
      {
        model_type: "upscale",
        status: "completed",
        parent_run_id: runs[0]?.id,
        execution_config: { control_weight: 0.8 },
      },
    ]);
    expect(runs[1]?.outputs.width).toBe(2 * Number(runs[0]?.outputs.width));
  });

  test("several prompts make several runs, in the order given", async () => {
    const other = await createPrompt("A quiet harbour");

    const runs = await record<RunRecord[]>("enhance", other.id, prompt.id, "--wait");

    expect(runs.map((run) => run.prompt_id)).toEqual([other.id, prompt.id]);
    expect(runs.map((run) => run.status)).toEqual(["completed", "completed"]);
  });

  test("enhance tells its text and the prompt it saved", async () => {
    const { code, stdout } = await cosmos("enhance", prompt.id, "--wait");

    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ completed[\s\S]+text {8}\S+[\s\S]+new prompt {2}[0-9a-z]{12}\n/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours would begin with one
    expect(stdout).not.toMatch(/\u001b/);
  });

  test("enhance --overwrite replaces the prompt's own text", async () => {
    const own = await createPrompt("A red balloon");

    const run = await record<RunRecord>("enhance", own.id, "--overwrite", "--wait");

    const { prompt_text } = await record<PromptRecord>("show", own.id);
    expect(prompt_text).toBe(run.outputs.enhanced_text);
    expect(prompt_text).not.toBe("A red balloon");
  });

  test("upscale continues a completed transfer run", async () => {
    const [parent] = await record<RunRecord[]>("list", "runs", "--type", "transfer");
    const id = parent?.id ?? "";

    const run = await record<RunRecord>(
      "upscale",
      id,
      "--prompt",
      "sharp",
      "--control-weight",
      "1",
    );

    expect(run).toMatchObject({
      parent_run_id: id,
      execution_config: { control_weight: 1, prompt: "sharp" },
    });
  });

  test("as a dry run shows the runs with all their settings and makes none", async () => {
    const before = (await record<RunRecord[]>("list", "runs")).length;

    const runs = await record<RunRecord[]>("inference", prompt.id, "--upscale", "--dry-run");
    const { stdout } = await cosmos("inference", prompt.id, "--upscale", "--dry-run");

    expect(runs.map((run) => run.model_type)).toEqual(["transfer", "upscale"]);
    expect(runs[0]?.execution_config).toMatchObject({ num_steps: 35, guidance: 5, seed: 1 });
    expect(stdout).toMatch(/^ {2}64x\d+ in, 64x\d+ out.+\n.+\n {2}64x\d+ in, 128x/m);
    expect(await record("list", "runs")).toHaveLength(before);
  });

  test("a run that fails makes --wait fail, with its reason in one line", async () => {
    const { code, stdout, stderr } = await cosmos(
      "enhance",
      prompt.id,
      "--fault",
      "crash",
      "--wait",
    );

    expect(code).toBe(1);
    expect(stdout).toContain("✗ failed");
    expect(stderr).toMatch(/^cosmos: run [0-9a-z]{12} failed: .+\n$/);
  });
});

describe("reading", () => {
  test("list runs filters by type, status, prompt and text", async () => {
    const runs = await record<RunRecord[]>(
      ...["list", "runs", "--type", "enhance,upscale", "--status", "completed"],
      ...["--prompt", prompt.id, "--search", "neon"],
    );

    expect(runs.length).toBeGreaterThan(1);
    for (const run of runs) {
      expect(run).toMatchObject({ status: "completed", prompt_id: prompt.id });
      expect(["enhance", "upscale"]).toContain(run.model_type);
    }
  });

  test("list goes on page by page, with the cursor on stderr", async () => {
    const all = await record<RunRecord[]>("list", "runs");
    const first = await cosmos("list", "runs", "--limit", "2", "--json");
    const cursor = /^next: --cursor (\S+)\n$/.exec(first.stderr)?.[1] ?? "";

    const rest = await record<RunRecord[]>("list", "runs", "--cursor", cursor);

    expect([...first.json<RunRecord[]>(), ...rest].map(({ id }) => id)).toEqual(
      all.map(({ id }) => id),
    );
  });

  test("list inputs and list prompts show what there is", async () => {
    const inputs = await record<InputRecord[]>("list", "inputs");
    const { stdout } = await cosmos("list", "prompts", "--search", "neon");

    expect(inputs).toMatchObject([{ files: [{ kind: "video", media: { width: 64 } }] }]);
    expect(stdout).toMatch(new RegExp(`^ID +NAME .+\n(.+\n)*${prompt.id} +city `));
  });

  test("show tells a run's settings, outputs, timeline and children", async () => {
    const [child] = await record<RunRecord[]>(
      "list",
      "runs",
      "--type",
      "upscale",
      "--status",
      "completed",
    );
    const { stdout } = await cosmos("show", child?.parent_run_id ?? "");

    for (const part of ["weights.vis", "output_path", "Timeline", "Children", child?.id]) {
      expect(stdout).toContain(part);
    }
  });

  test("logs prints the log byte for byte", async () => {
    const [run] = await record<RunRecord[]>(
      "list",
      "runs",
      "--type",
      "transfer",
      "--status",
      "completed",
    );
    const log = readFileSync(join(server.dataDir, run?.log_path ?? ""), "utf8");

    expect((await cosmos("logs", run?.id ?? "")).stdout).toBe(log);
    expect((await cosmos("logs", run?.id ?? "", "-f")).stdout).toBe(log);
    expect(log.length).toBeGreaterThan(100);
  });

  test("status shows a healthy engine and its slots", async () => {
    const { stdout } = await cosmos("status");
    const activity = await record<ActivityRecord>("status", "--type", "upscale");

    expect(stdout).toMatch(/^Engine local {2}✓ healthy .+slots: /);
    expect(activity.engines).toMatchObject([{ name: "local", health: "healthy" }]);
    expect(new Set(activity.recent.map((run) => run.model_type))).toEqual(new Set(["upscale"]));
  });

  test("a reader that has seen enough is no failure", () => {
    const command = `node bin/cosmos.mjs list runs --json | head -1; echo "\${PIPESTATUS[0]}"`;
    const env = { ...process.env, COSMOS_URL: server.url };

    expect(execFileSync("bash", ["-c", command], { env, encoding: "utf8" })).toBe("[\n0\n");
  });
});

describe("steering", () => {
  test("a hanging run is cancelled, and what waits behind it at once", async () => {
    const running = await record<RunRecord>("enhance", prompt.id, "--fault", "hang");
    const waiting = await record<RunRecord>("enhance", prompt.id);
    const following = startCosmos({ url: server.url }, ["logs", "-f", running.id]);
    await expect.poll(following.stdout, { timeout: 20_000 }).not.toBe("");

    const runs = await record<RunRecord[]>("cancel", running.id, waiting.id, "--wait");

    expect(runs.map((run) => run.status)).toEqual(["cancelled", "cancelled"]);
    expect((await following.ended).code).toBe(0);
  });

  test("retry does an ended run again as a new run", async () => {
    const [old] = await record<RunRecord[]>(
      "list",
      "runs",
      "--status",
      "cancelled",
      "--limit",
      "9",
    );

    const run = await record<RunRecord>("retry", old?.id ?? "", "--wait");

    expect(run.id).not.toBe(old?.id);
    expect(run).toMatchObject({
      status: "completed",
      execution_config: {
        retry_of_run_id: old?.id,
        prompt_text: old?.execution_config.prompt_text,
      },
    });
  });

  test("a paused queue starts nothing until it is resumed", async () => {
    const paused = await record<QueueRecord>("queue", "pause");
    const run = await record<RunRecord>("enhance", prompt.id);
    const queue = await record<QueueRecord>("queue");
    const { stdout } = await cosmos("status");
    const resumed = await record<QueueRecord>("queue", "resume");

    expect(paused).toMatchObject({ paused: true, paused_by: "cli" });
    expect(queue.items.map(({ id }) => id)).toEqual([run.id]);
    expect(stdout).toContain("Queue (1 waiting, paused by cli");
    expect(resumed.paused).toBe(false);
    await waitUntilEnded(run.id);
  });

  test("delete removes exactly what its dry run said", async () => {
    const own = await createPrompt("A short life");
    await record("enhance", own.id, "--overwrite", "--wait");
    const preview = await record<{ runs: string[]; files: number }>(
      "delete",
      "prompt",
      own.id,
      "--dry-run",
    );
    expect((await cosmos("show", own.id)).code).toBe(0);

    const removed = await record<{ runs: string[]; files: number }>("delete", "prompt", own.id);

    expect(removed).toEqual({ ...preview, dry_run: false });
    expect(await notFoundCodes([own.id, ...removed.runs])).toEqual([3, 3]);
  });

  test("delete run takes a run and the runs that continue it in any order", async () => {
    const [child] = await record<RunRecord[]>(
      "list",
      "runs",
      "--type",
      "upscale",
      "--status",
      "completed",
    );
    const family = await record<RunRecord[]>("list", "runs", "--type", "upscale");
    for (const { id } of family) await waitUntilEnded(id);

    const { code, stdout } = await cosmos(
      ...["delete", "run", child?.parent_run_id ?? ""],
      ...family.map(({ id }) => id),
    );

    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Deleted \d runs /),
    });
  });
});

test("completion scripts propose commands, options and choices", async () => {
  const { stdout } = await cosmos("completion", "bash");
  const complete = (words: string) =>
    `COMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _cosmos; echo "\${COMPREPLY[@]}"`;
  const script = [
    stdout,
    complete("cosmos inf"),
    complete("cosmos list pro"),
    complete("cosmos upscale --con"),
  ];

  const proposed = execFileSync("bash", ["-c", script.join("\n")], { encoding: "utf8" });

  expect(proposed).toBe("inference\nprompts\n--control-weight\n");
  expect((await cosmos("completion", "zsh")).stdout).toContain("#compdef cosmos");
});

async function waitUntilEnded(id: string): Promise<void> {
  const status = async () => (await record<RunRecord>("show", id)).status;
  await expect.poll(status, { timeout: 30_000 }).toMatch(/completed|failed|cancelled/);
}

async function notFoundCodes(ids: string[]): Promise<CosmosResult["code"][]> {
  return (await Promise.all(ids.map((id) => cosmos("show", id)))).map(({ code }) => code);
}
