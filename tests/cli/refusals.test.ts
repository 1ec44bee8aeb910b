import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCosmosClient } from "@/client/create-cosmos-client";
import type { PromptRecord, RunRecord } from "@/domain/records";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { runCosmos } from "../harness/run-cosmos";
import { startServer, type TestServer } from "../harness/server";

let database: TestDatabase;
let server: TestServer;
let prompt: PromptRecord;
const folder = mkdtempSync(join(tmpdir(), "cosmos-inputs-"));

const cosmos = (...args: string[]) => runCosmos({ url: server.url, cwd: folder }, ...args);
/** Stands for the id of a prompt that exists. */
const PROMPT = "PROMPT";
const oneLine = /^cosmos: .+\n$/;
const weights = (...values: string[]) => ["inference", PROMPT, "--weights", ...values];

beforeAll(async () => {
  for (const name of ["city", "empty", "text"]) mkdirSync(join(folder, name));
  copyFileSync(join(import.meta.dirname, "../fixtures/clip.mp4"), join(folder, "city/color.mp4"));
  writeFileSync(join(folder, "text/color.mp4"), "this is no video");
  database = await createTestDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  const created = await cosmos("create", "prompt", "A city", "city", "--json");
  prompt = created.json<PromptRecord>();
});
afterAll(async () => {
  await server?.remove();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything a refused command must leave as it was. */
async function everything() {
  const client = createCosmosClient({ url: server.url });
  return Promise.all([
    client.runs.list.query(),
    client.prompts.list.query(),
    client.inputs.list.query(),
  ]);
}

const withPrompt = (args: string[]) => args.map((arg) => (arg === PROMPT ? prompt.id : arg));

describe("exit code 2: refused, in one line, with nothing left behind", () => {
  test.each<[what: string, args: string[], reason: string]>([
    ["a blank text", ["create", "prompt", "  ", "city"], "blank"],
    ["a text too long", ["create", "prompt", "x".repeat(10_001), "city"], "10000"],
    ["a folder without color.mp4", ["create", "prompt", "A city", "empty"], "color.mp4"],
    ["no folder", ["create", "prompt", "A city", "nowhere"], "nowhere"],
    ["a file that is no video", ["create", "prompt", "A city", "text"], "color.mp4"],
    ["a weight of 1.1", weights("1.1", "0", "0", "0"), "vis must be a number from 0 to 1, not 1.1"],
    ["a negative weight", weights("0", "-0.1", "0", "0"), "edge must be a number from 0 to 1"],
    ["two weights", weights("1", "1"), "It takes 4 numbers: vis, edge, depth, seg."],
    ["no steps", ["inference", PROMPT, "--steps", "0"], "must be a whole number from 1 to 100"],
    ["an unknown model", ["inference", PROMPT, "--model", "nothing"], "nothing"],
    [
      "an upscale weight of 2",
      ["inference", PROMPT, "--upscale", "--upscale-weight", "2"],
      "--upscale-weight must be a number from 0 to 1",
    ],
    ["a lone upscale weight", ["inference", PROMPT, "--upscale-weight", "1"], "needs --upscale"],
    ["a control weight of 1.5", ["upscale", "abc", "--control-weight", "1.5"], "from 0 to 1"],
    ["an unknown fault", ["enhance", PROMPT, "--fault", "rain"], "one of bad_input"],
  ])("%s", async (_, args, reason) => {
    const before = await everything();

    const result = await cosmos(...withPrompt(args));

    expect(result).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(oneLine) });
    expect(result.stderr).toContain(reason);
    expect(await everything()).toEqual(before);
  });

  test("a run that is not completed cannot be upscaled, nor one of another type", async () => {
    await cosmos("queue", "pause");
    const run = (await cosmos("inference", prompt.id, "--json")).json<RunRecord>();
    const text = (await cosmos("enhance", prompt.id, "--json")).json<RunRecord>();

    const pending = await cosmos("upscale", run.id);
    const other = await cosmos("upscale", text.id);
    await cosmos("cancel", run.id, text.id, "--wait");
    await cosmos("queue", "resume");

    expect(pending).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/must be completed .+ pending/),
    });
    expect(other).toMatchObject({ code: 2, stderr: expect.stringMatching(/type enhance/) });
    expect(await cosmos("cancel", run.id)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/already cancelled/),
    });
  });

  test("the beginning of several ids is refused, with every command that takes one", async () => {
    const client = createCosmosClient({ url: server.url });
    const ids = [prompt.id];
    // Ids begin with one of 36 characters, so among 37 prompts two begin alike.
    while (new Set(ids.map((id) => id[0])).size === ids.length) {
      const text = { prompt_text: "Another", input_name: prompt.input_name };
      ids.push((await client.prompts.create.mutate(text)).id);
    }
    const beginning = ids.at(-1)?.[0] ?? "";

    for (const args of [["show"], ["enhance"], ["delete", "prompt"]]) {
      const result = await cosmos(...args, beginning);

      expect(result).toMatchObject({ code: 2, stderr: expect.stringMatching(oneLine) });
      expect(result.stderr).toContain("more characters");
    }
  });
});

test.each([
  [["frobnicate"]],
  [["list"]],
  [["list", "things"]],
  [["list", "runs", "--status", "happy"]],
  [["list", "runs", "--limit", "201"]],
  [["list", "prompts", "--type", "upscale"]],
  [["enhance"]],
  [["show", "a", "b"]],
  [["status", "--jsno"]],
  [["queue", "stop"]],
])("exit code 2: %j is wrong usage, explained in one line", async (args) => {
  expect(await cosmos(...args)).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(oneLine),
  });
});

test.each([
  [["show", "nosuchid"]],
  [["enhance", "nosuchid"]],
  [["inference", PROMPT, "nosuchid"]],
  [["upscale", "nosuchid"]],
  [["logs", "nosuchid"]],
  [["logs", "nosuchid", "-f"]],
  [["cancel", "nosuchid"]],
  [["retry", "nosuchid"]],
  [["delete", "run", "nosuchid"]],
  [["delete", "prompt", "../../etc"]],
  [["list", "runs", "--prompt", "nosuchid"]],
])("exit code 3: %j names what there is not", async (args) => {
  const before = await everything();

  const result = await cosmos(...withPrompt(args));

  expect(result).toMatchObject({ code: 3, stdout: "", stderr: expect.stringMatching(oneLine) });
  expect(result.stderr).toMatch(
    /There is no (run|prompt|run or prompt) "(nosuchid|\.\.\/\.\.\/etc)"/,
  );
  expect(await everything()).toEqual(before);
});

describe("exit code 4: the server is not there", () => {
  // Nobody listens at the lowest port.
  const nowhere = { url: "http://127.0.0.1:2" };

  test.each([
    [["status"]],
    [["list", "runs", "--json"]],
    [["create", "prompt", "A city", "."]],
    [["enhance", "abc", "--wait"]],
    [["logs", "abc", "-f"]],
    [["status", "--watch"]],
    [["queue", "pause"]],
  ])("%j", async (args) => {
    const result = await runCosmos(nowhere, ...args);

    expect(result).toMatchObject({ code: 4, stdout: "", stderr: expect.stringMatching(oneLine) });
    expect(result.stderr).toContain("cannot reach http://127.0.0.1:2 (connection refused)");
    expect(result.stderr).toContain("Start it with: npm start");
  });

  test("or something else answers at its address", async () => {
    const other = createServer((_, response) => response.end("<h1>hello</h1>")).listen(0);
    const { port } = other.address() as AddressInfo;

    const result = await runCosmos({ url: `http://127.0.0.1:${port}` }, "status");
    other.close();

    expect(result).toMatchObject({ code: 4, stderr: expect.stringMatching(/not as Cosmos does/) });
  });
});

test("help lists the commands, and of an operation every setting with its range", async () => {
  const { code, stdout } = await cosmos("--help");
  const inference = await cosmos("inference", "--help");

  expect(code).toBe(0);
  for (const name of ["up", "create", "enhance", "inference", "upscale", "list", "show", "logs"]) {
    expect(stdout).toMatch(new RegExp(`^ {2}${name} .+`, "m"));
  }
  expect(inference.stdout.replace(/\s+/g, " ")).toContain(
    "(a whole number from 1 to 100; default 35)",
  );
});
