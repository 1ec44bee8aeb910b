import { expect, test } from "vitest";
import { RunManifest } from "./run-manifest";

test("versions are texts, however they were told", () => {
  const { versions } = RunManifest.parse({
    versions: { node: "v22.1.0", ffmpeg: { kind: "bundled", version: "5.1.4" } },
  });
  expect(versions).toEqual({ node: "v22.1.0", ffmpeg: "5.1.4" });
});

test("a part that is not as expected is left out, and the others are told", () => {
  const manifest = RunManifest.parse({ argv: "rm -rf /", image: "cosmos", inputs: [{ path: 1 }] });
  expect(manifest).toEqual({ argv: undefined, image: "cosmos", inputs: undefined });
});
