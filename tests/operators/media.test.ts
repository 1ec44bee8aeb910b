import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDecodes } from "@/media/check-decodes";
import { createFrameWriter } from "@/media/create-frame-writer";
import { makePoster } from "@/media/make-poster";
import { makeStrip } from "@/media/make-strip";
import { probeVideo } from "@/media/probe-video";
import { readFrames } from "@/media/read-frames";
import type { Ffmpeg } from "@/media/resolve-ffmpeg";
import { sha256File } from "@/media/sha256-file";
import { engines } from "./engines";
import { clipShape, makeClip } from "./make-clip";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cosmos media "));
});
afterAll(() => rm(folder, { recursive: true }));

test("a text file named .mp4 is refused in one sentence", async () => {
  const path = join(folder, "text.mp4");
  await writeFile(path, "this is no video, whatever its name says\n");
  await expect(probeVideo(path)).rejects.toThrow(/^The file is no readable video: .*\.$/);
});

test("a playlist that names other files is refused", async () => {
  const path = join(folder, "list.mp4");
  await writeFile(path, "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
  await expect(probeVideo(path)).rejects.toThrow(/^The file is no readable video: /);
});

test("the hash of a file is its SHA-256", async () => {
  const path = join(folder, "abc");
  await writeFile(path, "abc");
  expect(await sha256File(path)).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

describe.each(engines)("with $name", ({ name, skip, open }) => {
  let ffmpeg: Ffmpeg;
  let clip: string;
  beforeAll(async () => {
    if (skip) return;
    ffmpeg = await open();
    clip = join(folder, `${name}.mp4`);
    await makeClip(ffmpeg, clip);
  });

  test.skipIf(skip)("a written clip is H.264 with the facts it was made with", async () => {
    expect(await probeVideo(clip)).toEqual({
      width: 64,
      height: 48,
      fps: 12,
      frames: 12,
      duration_seconds: 1,
      codec: "avc",
    });
    const bytes = await readFile(clip, "latin1");
    expect(bytes.indexOf("moov")).toBeLessThan(bytes.indexOf("mdat"));
  });

  test.skipIf(skip)("frames come back as they were written, at another rate too", async () => {
    const request = { ...clipShape, fps: 6, pixels: "rgb24", scaling: "area" } as const;
    const frames: Uint8Array[] = [];
    for await (const frame of readFrames(ffmpeg, clip, request)) frames.push(frame);
    expect(frames).toHaveLength(6);
    const corner = frames[0]?.subarray(0, 3) ?? [];
    expect(Math.abs((corner[0] ?? 0) - 40)).toBeLessThan(12);
    expect(Math.abs((corner[2] ?? 0) - 140)).toBeLessThan(12);
  });

  test.skipIf(skip)("a whole clip decodes, a cut one and random bytes do not", async () => {
    await checkDecodes(ffmpeg, clip);
    const cut = join(folder, `cut ${name}.mp4`);
    await writeFile(cut, await readFile(clip));
    await truncate(cut, Math.round((await readFile(clip)).length * 0.7));
    await expect(checkDecodes(ffmpeg, cut)).rejects.toThrow(
      /^The video is damaged or incomplete: /,
    );
    const noise = join(folder, "noise.mp4");
    await writeFile(noise, Buffer.alloc(5000, 7));
    await expect(checkDecodes(ffmpeg, noise)).rejects.toThrow("The file is not an MP4");
  });

  test.skipIf(skip)("an abandoned video leaves no file", async () => {
    const writer = createFrameWriter(ffmpeg, join(folder, "abandoned.mp4"), clipShape);
    await writer.write(new Uint8Array(64 * 48 * 3));
    await writer.abandon();
    expect((await readdir(folder)).filter((file) => file.startsWith("abandoned"))).toEqual([]);
  });

  test.skipIf(skip)("posters and strips are JPEGs", async () => {
    const video = { path: clip, facts: await probeVideo(clip) };
    await makePoster(ffmpeg, video, join(folder, "poster.jpg"));
    await makeStrip(ffmpeg, video, join(folder, "strip.jpg"));
    expect(jpegSize(await readFile(join(folder, "poster.jpg")))).toEqual([64, 48]);
    expect(jpegSize(await readFile(join(folder, "strip.jpg")))).toEqual([1600, 120]);
  });
});

/** Width and height from a baseline JPEG's frame header. */
function jpegSize(bytes: Buffer): [number, number] {
  const header = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  return [bytes.readUInt16BE(header + 7), bytes.readUInt16BE(header + 5)];
}
