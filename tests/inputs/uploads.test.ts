import { once } from "node:events";
import { openAsBlob } from "node:fs";
import { mkdir, rm, stat, statfs, utimes, writeFile } from "node:fs/promises";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asideName } from "@/domain/inputs/aside-name";
import { SPARE_BYTES } from "@/domain/inputs/upload";
import { putBackInputs } from "@/server/web/put-back-inputs";
import { sweepUploads } from "@/server/web/sweep-uploads";
import { announce, arrived, sendFrom, takeBack, upload } from "./send-upload";
import { openUploadStage, type UploadStage } from "./upload-stage";

const clip = join(import.meta.dirname, "../fixtures/clip.mp4");
let stage: UploadStage;

beforeAll(async () => {
  stage = await openUploadStage();
});
afterAll(() => stage.remove());

const colour = (upload_id: string) => ({
  kind: "video" as const,
  file_name: "color.mp4",
  upload_id,
});

test("an upload that was cut goes on where it stopped and becomes an input", async () => {
  const file = await openAsBlob(clip);
  const half = Math.floor(file.size / 2);
  const location = (await announce(stage.url, file.size)).headers.get("location") ?? "";
  const address = stage.url + location;
  const upload_id = location.split("/").at(-1) ?? "";
  const stopping = new AbortController();
  const cut = new ReadableStream({
    async start(controller) {
      controller.enqueue(new Uint8Array(await file.slice(0, half).arrayBuffer()));
    },
  });
  const sending = fetch(address, {
    method: "PATCH",
    headers: {
      "tus-resumable": "1.0.0",
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
    },
    body: cut,
    duplex: "half",
    signal: stopping.signal,
  } as RequestInit).catch((error: unknown) => error);
  const size = async () => (await stat(join(stage.ctx.env.dataDir, "uploads", upload_id))).size;
  await expect.poll(size, { timeout: 60_000 }).toBe(half);
  stopping.abort();
  await sending;

  const early = stage.create({ name: "cut", files: [colour(upload_id)] });
  await expect(early).rejects.toThrow(/color\.mp4 has not arrived whole \(\d+ of \d+ bytes\)/);
  expect(await stage.list("inputs")).not.toContain("cut");

  const offset = (await arrived(address)) ?? -1;
  await sendFrom(address, offset, file.slice(offset));
  const input = await stage.create({ name: "cut", files: [colour(upload_id)] });

  expect(offset).toBe(half);
  expect(input.files[0]).toMatchObject({ bytes: file.size, media: { frames: 12, width: 64 } });
  expect(await stage.list("inputs/cut")).toEqual(["color.mp4", "input.json", "poster.jpg"]);
  expect(await stage.list("uploads")).toEqual([]);
});

test("an upload that is taken back is gone", async () => {
  const location = (await announce(stage.url, 10)).headers.get("location") ?? "";
  await takeBack(stage.url + location);
  expect(await arrived(stage.url + location)).toBeNull();
  expect(await stage.list("uploads")).toEqual([]);
});

test("a file that is larger than what is taken is refused before it is sent", async () => {
  const answer = await announce(stage.url, 65e9);
  expect(answer.status).toBe(413);
  expect(await answer.text()).toBe("The file has 65.0 GB; at most 64.0 GB are taken.\n");
});

test("of files announced at once only those are taken that the disk has room for together", async () => {
  const { dataDir } = stage.ctx.env;
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize - SPARE_BYTES;
  const part = Math.min(60e9, Math.floor(free / 5));
  // Room for one and a half of them is left.
  const note = join(dataDir, "uploads/abcdefghij01.json");
  await writeFile(note, JSON.stringify({ size: Math.floor(free - 1.5 * part) }));
  await writeFile(join(dataDir, "uploads/abcdefghij01"), "");

  const answers = await Promise.all([announce(stage.url, part), announce(stage.url, part)]);

  const refusal = answers.find(({ status }) => status === 507);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 507]);
  expect(await refusal?.text()).toMatch(/ GB are for files that are still being sent\. Free some/);
  await rm(join(dataDir, "uploads"), { recursive: true });
});

test("a part that the disk has no room for is refused in words, before it is sent", async () => {
  const location = (await announce(stage.url, 10)).headers.get("location") ?? "";
  const request = httpRequest(stage.url + location, {
    method: "PATCH",
    headers: {
      "tus-resumable": "1.0.0",
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
      "content-length": String(1e15),
    },
  });
  request.flushHeaders();
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  const said = await text(answer);
  request.on("error", () => undefined).destroy();

  expect(answer.statusCode).toBe(507);
  expect(said).toMatch(/^The file has 1000000\.0 GB, but the data folder's disk has /);
  await takeBack(stage.url + location);
});

test("a folder that can't be made is told, and the server goes on", async () => {
  const other = await openUploadStage();
  const blocked = join(other.ctx.env.dataDir, "uploads");
  await writeFile(blocked, "no folder");

  const answer = await announce(other.url, 10);
  await rm(blocked);
  const again = await announce(other.url, 10);
  await other.remove();

  expect([answer.status, await answer.text()]).toEqual([
    500,
    "The data folder's uploads folder can't be made (EEXIST). Make the data folder writable, then try again.\n",
  ]);
  expect(again.status).toBe(201);
});

test("pages of other sites can neither send nor learn anything", async () => {
  const foreign = { "tus-resumable": "1.0.0", origin: "https://elsewhere.example" };
  const headers = { ...foreign, "upload-length": "10" };
  const post = await fetch(`${stage.url}/api/uploads`, { method: "POST", headers });
  const asked = await fetch(`${stage.url}/api/uploads`, { method: "OPTIONS", headers: foreign });

  expect(post.status).toBe(403);
  expect(asked.headers.get("access-control-allow-origin")).toBeNull();
  expect(await stage.list("uploads")).toEqual([]);
});

test.each([
  ["GET", "/api/uploads/abcdefghij01", 405],
  ["PATCH", "/api/uploads/..%2f..%2fpostgres", 404],
  ["PATCH", "/api/uploads/..%2finputs", 404],
  ["DELETE", "/api/uploads/abcdefghij01.json", 404],
  ["DELETE", "/api/uploads/abcdefghij01?/known", 404],
  ["DELETE", "/api/uploads?/known", 404],
])("%s %s is refused with %d", async (method, path, status) => {
  const headers = { "tus-resumable": "1.0.0" };
  const known = await upload(stage.url, clip);
  const answer = await fetch(stage.url + path.replace("known", known), { method, headers });
  expect(answer.status).toBe(status);
  expect(await stage.list("uploads")).toContain(known);
  await takeBack(`${stage.url}/api/uploads/${known}`);
});

test("an input whose deletion was cut off is there again after the next start", async () => {
  const { dataDir } = stage.ctx.env;
  await mkdir(join(dataDir, "inputs", asideName("a-street", "abcdefghij01")), { recursive: true });

  await putBackInputs(dataDir);

  expect(await stage.list("inputs")).toContain("a-street");
});

test("what was left lying for a day is removed, what still arrives stays", async () => {
  const { dataDir } = stage.ctx.env;
  const [left, fresh] = [await upload(stage.url, clip), await upload(stage.url, clip)];
  const broken = join(dataDir, "inputs/.incoming-broken");
  await mkdir(broken, { recursive: true });
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  for (const path of [
    join(dataDir, "uploads", left),
    join(dataDir, "uploads", `${left}.json`),
    broken,
  ]) {
    await utimes(path, yesterday, yesterday);
  }

  await sweepUploads(dataDir);

  expect(await stage.list("uploads")).toEqual([fresh, `${fresh}.json`].sort());
  expect(await stage.list("inputs")).not.toContain(".incoming-broken");
});
