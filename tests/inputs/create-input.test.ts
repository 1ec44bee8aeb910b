import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { resolveFfmpeg } from "@/media/resolve-ffmpeg";
import { deleteInput } from "@/server/inputs/delete-input";
import { findInputs } from "@/server/inputs/find-inputs";
import { importInput } from "@/server/inputs/import-input";
import { readImportProgress } from "@/server/inputs/import-progress";
import { layOutFile } from "@/server/inputs/lay-out-file";
import { readInputPoster } from "@/server/inputs/read-input-poster";
import { insertPrompt, insertRun } from "../harness/factories";
import { clipShape, makeClip } from "../operators/make-clip";
import { makePictures, type Picture } from "./make-pictures";
import { upload } from "./send-upload";
import { openUploadStage, type UploadStage } from "./upload-stage";

// Every file is decoded wholly, by the bundled ffmpeg where there is no other.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 120_000 });

const clip = join(import.meta.dirname, "../fixtures/clip.mp4");
let stage: UploadStage;
let folder: string;

beforeAll(async () => {
  stage = await openUploadStage();
  folder = mkdtempSync(join(tmpdir(), "cosmos-clips-"));
});
afterAll(async () => {
  await stage.remove();
  rmSync(folder, { recursive: true, force: true });
});

type Kind = "video" | "depth";
const video = async (kind: Kind, source: string | Blob = clip) => ({
  kind,
  file_name: `${kind}.mp4`,
  upload_id: await upload(stage.url, source),
});
const sequence = async (kind: Kind, pictures: Picture[], fps = 24) => ({
  kind,
  file_name: `${kind} pictures`,
  upload_id: await upload(
    stage.url,
    new Blob(pictures.map(({ content }) => new Uint8Array(content))),
  ),
  sequence: { fps, frames: pictures.map(({ name, content }) => ({ name, bytes: content.length })) },
});

/** What an attempt left: nothing of the input, and everything that was sent. */
async function expectNothingLost(name: string, uploads: number): Promise<void> {
  const inputs = await stage.list("inputs");
  expect(inputs.filter((each) => each === name || each.startsWith(".incoming"))).toEqual([]);
  expect(await stage.list("uploads")).toHaveLength(uploads * 2);
}

async function clearUploads(): Promise<void> {
  rmSync(join(stage.ctx.env.dataDir, "uploads"), { recursive: true, force: true });
  mkdirSync(join(stage.ctx.env.dataDir, "uploads"));
}

test("a colour and a depth video become one input, whole", async () => {
  const files = [await video("depth"), await video("video")];

  const input = await stage.create({ name: "street-04", files });

  expect(input.files.map(({ kind, path }) => [kind, path])).toEqual([
    ["video", "inputs/street-04/color.mp4"],
    ["depth", "inputs/street-04/depth.mp4"],
  ]);
  expect(await stage.list("inputs/street-04")).toEqual([
    "color.mp4",
    "depth.mp4",
    "input.json",
    "poster.jpg",
  ]);
  expect(await stage.list("uploads")).toEqual([]);
});

test.each(["../out", "/etc", "A", "", "new", ".hidden", "a/b", "x".repeat(61)])(
  "the name %j is refused, and the files stay",
  async (name) => {
    await clearUploads();
    const files = [await video("video")];
    await expect(stage.create({ name, files })).rejects.toThrow("An input's name is");
    await expectNothingLost(name, 1);
  },
);

test("an existing input is never overwritten", async () => {
  await clearUploads();
  await stage.create({ name: "first", files: [await video("video")] });
  const before = await readFile(join(stage.ctx.env.dataDir, "inputs/first/input.json"), "utf8");

  const again = stage.create({ name: "first", files: [await video("video")] });

  await expect(again).rejects.toThrow("There is an input first already: choose another name.");
  const after = await readFile(join(stage.ctx.env.dataDir, "inputs/first/input.json"), "utf8");
  expect(after).toBe(before);
  expect(await stage.list("uploads")).toHaveLength(2);
});

test("what is no video is refused by its name, and the good files are not lost", async () => {
  await clearUploads();
  const text = new Blob(["#EXTM3U\n/etc/passwd\n"]);
  const good = await video("video");

  const attempt = stage.create({ name: "mixed", files: [good, await video("depth", text)] });

  await expect(attempt).rejects.toThrow(/^depth\.mp4 is not a readable video: /);
  await expectNothingLost("mixed", 2);
  const input = await stage.create({ name: "mixed", files: [good] });
  expect(input.files).toHaveLength(1);
});

test("a video that breaks off in the middle is refused", async () => {
  await clearUploads();
  const whole = await readFile(clip);
  const torn = Buffer.concat([whole.subarray(0, whole.length - 900), Buffer.alloc(900, 0x55)]);
  const attempt = stage.create({ name: "torn", files: [await video("video", new Blob([torn]))] });

  await expect(attempt).rejects.toThrow(/^video\.mp4 is not a readable video: /);
  await expectNothingLost("torn", 1);
});

test("videos that differ are refused with both numbers unless that is wanted", async () => {
  await clearUploads();
  const long = join(folder, "long.mp4");
  await makeClip(await resolveFfmpeg(), long, { ...clipShape, width: 64, height: 36, frames: 20 });
  const files = [await video("video"), await video("depth", long)];

  await expect(stage.create({ name: "uneven", files })).rejects.toThrow(
    "The videos differ. Depth has 20 frames, colour has 12 frames.",
  );
  await expectNothingLost("uneven", 2);
  const input = await stage.create({ name: "uneven", files, allow_differences: true });
  expect(input.files).toHaveLength(2);
});

test("PNG pictures in any order become a video of the rate asked for", async () => {
  await clearUploads();
  const pictures = (await makePictures(12)).reverse();

  const input = await stage.create({
    name: "pictures",
    files: [await sequence("video", pictures, 12)],
  });

  expect(input.files[0]?.media).toMatchObject({ frames: 12, fps: 12, width: 62, height: 48 });
  expect(await stage.list("inputs/pictures")).toEqual(["color.mp4", "input.json", "poster.jpg"]);
});

test("a gap, a picture of another size and a damaged one are refused by their names", async () => {
  await clearUploads();
  const pictures = await makePictures(4);
  const [other] = await makePictures(1, "64x48");
  const replaced = (content: Buffer) =>
    pictures.map((picture, index) => (index === 2 ? { ...picture, content } : picture));
  const flipped = Buffer.from(pictures[2]?.content ?? []);
  flipped.writeUInt8(flipped.readUInt8(80) ^ 0xff, 80);
  const attempt = async (given: Picture[]) =>
    stage.create({ name: "frames", files: [await sequence("video", given)] });

  await expect(attempt(pictures.toSpliced(1, 1))).rejects.toThrow(
    "Frame 2 is missing between color.0001.png and color.0003.png.",
  );
  await expect(attempt(replaced(other?.content ?? flipped))).rejects.toThrow(
    "color.0003.png is 64 × 48, but color.0001.png is 63 × 48 pixels.",
  );
  await expect(attempt(replaced(flipped))).rejects.toThrow("color.0003.png is damaged.");
  await expectNothingLost("frames", 3);
});

test("nothing is known of an import that is over", async () => {
  await clearUploads();
  const import_id = "abcdefghij01";
  await stage.create({ name: "watched", files: [await video("video")], import_id });
  expect(await readImportProgress(stage.ctx.env.dataDir, import_id)).toBeNull();
});

test("an input shows how it looks, and the list who uses it", async () => {
  await clearUploads();
  await stage.create({ name: "used", files: [await video("video")] });
  const { db } = stage.ctx;
  const prompt = await insertPrompt(db, { input_name: "used", name: "Rain" });
  await insertRun(db, { prompt_id: prompt.id });

  rmSync(join(stage.ctx.env.dataDir, "inputs/used/poster.jpg"));
  const poster = await readInputPoster(stage.ctx, "used");
  const page = await findInputs(stage.ctx, { search: "use", order: "most_used" });

  expect(poster.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(page.items).toMatchObject([{ name: "used", prompt_count: 1, run_count: 1 }]);
  expect(page).toMatchObject({ matching: 1, next_after: null });
});

test("an input is deleted only when no prompt uses it, and a dry run removes nothing", async () => {
  await clearUploads();
  await stage.create({ name: "doomed", files: [await video("video")] });
  const prompt = await insertPrompt(stage.ctx.db, { input_name: "kept", name: "Snow" });
  await stage.create({ name: "kept", files: [await video("video")] });

  await expect(deleteInput(stage.ctx, { name: "kept", dry_run: false })).rejects.toThrow(
    `Input kept is used by prompts: Snow (${prompt.id}). Delete them first.`,
  );
  const preview = await deleteInput(stage.ctx, { name: "doomed", dry_run: true });
  expect(await stage.list("inputs")).toContain("doomed");
  await deleteInput(stage.ctx, { name: "doomed", dry_run: false });

  expect(preview).toMatchObject({ name: "doomed", files: 3, dry_run: true });
  expect(await stage.list("inputs")).not.toContain("doomed");
  expect(await stage.list("inputs")).toContain("kept");
});

test("an input that is deleted twice at once is deleted once, and the other is told", async () => {
  await clearUploads();
  await stage.create({ name: "twice", files: [await video("video")] });
  const remove = () => deleteInput(stage.ctx, { name: "twice", dry_run: false });

  const ends = await Promise.allSettled([remove(), remove()]);

  const failed = ends.find((end) => end.status === "rejected");
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(failed?.reason).toMatchObject({ message: 'There is no input folder "twice".' });
});

test.each([undefined, { fps: 24, frames: [{ name: "color.0001.png", bytes: 1 }] }])(
  "a file that another request took meanwhile must be sent again",
  async (given) => {
    const ffmpeg = await resolveFfmpeg();
    const gone = { kind: "video" as const, file_name: "rain.mp4", path: join(folder, "gone") };
    const laid = layOutFile({ ffmpeg, folder, note: async () => {} }, { ...gone, sequence: given });

    await expect(laid).rejects.toThrow(
      "rain.mp4 is not on the server, or no longer: send it again.",
    );
  },
);

test("an input that a prompt brings from a folder is never called as a page is", async () => {
  const brought = join(folder, "new");
  mkdirSync(brought);
  copyFileSync(clip, join(brought, "color.mp4"));
  const { input } = await importInput(stage.ctx.env.dataDir, brought);
  expect(input.input_name).toBe("new-input");
});
