import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resolveFfmpeg } from "./resolve-ffmpeg";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cosmos-ffmpeg-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A program that answers `-version` as an ffmpeg built with these options would. */
async function pretend(name: string, options: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\necho "ffmpeg version ${name} Copyright"\necho "${options}"\n`);
  await chmod(path, 0o755);
  return path;
}

test.skipIf(process.platform === "win32")("a given ffmpeg wins over the one on PATH", async () => {
  const given = await pretend("7.0", "--enable-libx264");
  const onPath = await pretend("6.0", "--enable-libx264");
  const found = await resolveFfmpeg({ given, onPath });
  expect(found).toEqual({ command: [given], kind: "given", version: "7.0" });
  expect((await resolveFfmpeg({ onPath })).kind).toBe("path");
});

test.skipIf(process.platform === "win32")(
  "an ffmpeg on PATH without libx264 is passed over",
  async () => {
    const onPath = await pretend("6.1", "--enable-libvpx");
    expect((await resolveFfmpeg({ onPath })).kind).toBe("bundled");
  },
);

test("without any ffmpeg the bundled one is used", async () => {
  const found = await resolveFfmpeg({ onPath: join(folder, "none") });
  expect(found).toMatchObject({ kind: "bundled", version: "5.1.4" });
  expect(found.command[0]).toBe(process.execPath);
});

test("a given ffmpeg that does not work is an error, never replaced silently", async () => {
  await expect(resolveFfmpeg({ given: join(folder, "none") })).rejects.toThrow(
    /^FFMPEG_PATH is .*none, but that is no ffmpeg with libx264\. Correct it or unset it\.$/,
  );
});

test("with nothing left it says what to do", async () => {
  const nowhere = { onPath: join(folder, "none"), shim: join(folder, "none.mjs") };
  await expect(resolveFfmpeg(nowhere)).rejects.toThrow(
    /Run npm install again .* or set FFMPEG_PATH/,
  );
});
