import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/ensure-built.mjs";

const repository = join(import.meta.dirname, "../..");
let program: string;

beforeAll(async () => {
  await ensureBuilt({ parts: ["types"] });
  program = await mkdtemp(join(tmpdir(), "cosmos-program-"));
  await mkdir(join(program, "node_modules"));
  await symlink(repository, join(program, "node_modules/cosmos-ops"));
  await writeFile(join(program, "package.json"), '{ "type": "module" }');
});
afterAll(() => rm(program, { recursive: true }));

/** What the compiler says about a program that uses the client; empty when nothing is wrong. */
async function complaints(source: string, moduleSettings: string[]): Promise<string> {
  await writeFile(join(program, "main.ts"), source);
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  const settings = ["--strict", "--noEmit", "--skipLibCheck", "--target", "es2023"];
  try {
    execFileSync(process.execPath, [tsc, ...settings, ...moduleSettings, "main.ts"], {
      cwd: program,
      encoding: "utf8",
    });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

const moduleSettings = [
  ["--module", "nodenext"],
  ["--module", "esnext", "--moduleResolution", "bundler"],
];

test.each(moduleSettings)("another program gets inferred types (%s %s)", async (...settings) => {
  const said = await complaints(
    `import { createCosmosClient } from "cosmos-ops/client";
     const client = createCosmosClient({ url: "http://127.0.0.1:3000" });
     const page = await client.runs.list.query({ limit: 3 });
     export const ids: string[] = page.items.map((run) => run.id);
     // @ts-expect-error there is no such field
     page.items.map((run) => run.nothing);
     // @ts-expect-error a limit is a number
     await client.runs.list.query({ limit: "3" });`,
    settings,
  );

  expect(said).toBe("");
});
