import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sweepDrafts } from "./sweep-drafts";

test("only drafts that were abandoned are swept", () => {
  const root = mkdtempSync(join(tmpdir(), "cosmos-drafts-"));
  for (const name of [".new-abc", "cosmos_transfer_x"])
    mkdirSync(join(root, name, "tmp"), { recursive: true });

  sweepDrafts(root);
  expect(readdirSync(root).sort()).toEqual([".new-abc", "cosmos_transfer_x"]);

  sweepDrafts(root, Date.now() + 3_600_000);
  expect(readdirSync(root)).toEqual(["cosmos_transfer_x"]);
  rmSync(root, { recursive: true });
});
