import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveFfmpeg } from "@/media/resolve-ffmpeg";
import { runFfmpeg } from "@/media/run-ffmpeg";

export interface Picture {
  name: string;
  content: Buffer;
}

/** Numbered PNG pictures of a moving test pattern, 63 pixels wide: an odd size, as renders have. */
export async function makePictures(count: number, size = "63x48"): Promise<Picture[]> {
  const folder = await mkdtemp(join(tmpdir(), "cosmos-pictures-"));
  try {
    const source = ["-f", "lavfi", "-i", `testsrc=size=${size}:rate=24:duration=10`];
    const pictures = ["-frames:v", String(count), "-y", join(folder, "color.%04d.png")];
    await runFfmpeg(await resolveFfmpeg(), [...source, ...pictures], 60_000);
    const names = (await readdir(folder)).sort();
    return await Promise.all(
      names.map(async (name) => ({ name, content: await readFile(join(folder, name)) })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
