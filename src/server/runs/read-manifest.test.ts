import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Env } from "@/env";
import { readManifest } from "./read-manifest";

const dataDir = mkdtempSync(join(tmpdir(), "manifest-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const ctx = { env: { dataDir } as Env };
const now = new Date().toISOString();

function runWith(id: string, text: string | null) {
  const folder = join(dataDir, "runs", id);
  mkdirSync(folder, { recursive: true });
  if (text !== null) writeFileSync(join(folder, "manifest.json"), text);
  return { id, started_at: now, completed_at: now };
}

test("a manifest is told, with its text as it is", async () => {
  const text = '{ "argv": ["node", "main.mjs"], "spec": { "seed": 1 } }\n';
  expect(await readManifest(ctx, runWith("written", text))).toMatchObject({
    state: "written",
    manifest: { argv: ["node", "main.mjs"], spec: { seed: 1 } },
    text,
  });
});

test("half of a file is said to be unreadable", async () => {
  expect(await readManifest(ctx, runWith("half", '{ "argv": ['))).toMatchObject({
    state: "unreadable",
  });
});

test("where there is none it says whether it is to come, came never, or is gone", async () => {
  const gone = runWith("gone", null);
  const states = [
    { ...gone, started_at: null, completed_at: null },
    { ...gone, started_at: null },
    gone,
  ].map(async (run) => (await readManifest(ctx, run)).state);
  expect(await Promise.all(states)).toEqual(["awaited", "never", "gone"]);
});
