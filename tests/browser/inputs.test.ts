import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { makePictures } from "../inputs/make-pictures";
import { describeInBrowser, test } from "./browser-test";
import { findViolations } from "./find-violations";
import { hydrated } from "./hydrated";

const clip = join(import.meta.dirname, "../fixtures/clip.mp4");
/** Videos are decoded to their end, which takes its time on a small machine. */
const patience = { timeout: 240_000 };
vi.setConfig({ testTimeout: 600_000 });
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cosmos-chosen-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const copyClip = (name: string) => {
  const path = join(folder, name);
  cpSync(clip, path);
  return path;
};
const choose = (page: Page, paths: string[]) =>
  page.getByLabel("Choose files").setInputFiles(paths, patience);
const row = (page: Page, name: string) => page.locator(`[data-upload^="${name}"]`);
const sent = (page: Page, name: string) =>
  page.locator(`[data-upload^="${name}"][data-state="sent"]`).waitFor(patience);

describeInBrowser("inputs", () => {
  test("videos that are uploaded become an input, from whose page a prompt is made", async ({
    console: { server, client },
    open,
  }) => {
    const page = await open(`${server.url}/inputs`);
    await page.getByRole("link", { name: "Upload" }).click();
    await page.getByRole("heading", { level: 1, name: "New input" }).waitFor(patience);
    await page.getByText("Add a colour video.").waitFor();
    await hydrated(page);

    await choose(page, [copyClip("color.mp4"), copyClip("depth.mp4")]);
    await sent(page, "color.mp4");
    await sent(page, "depth.mp4");
    expect(await page.getByLabel("What depth.mp4 is").inputValue()).toBe("depth");
    expect(await findViolations(page)).toEqual([]);
    await page.getByLabel("Name").fill("Harbour 04");
    await page.getByLabel("Name").blur();
    await page.getByRole("button", { name: "Make the input" }).click();
    await page.waitForURL(`${server.url}/inputs/harbour-04`, patience);

    await page.getByText("All videos have the same frame count, size and frame rate.").waitFor();
    await hydrated(page);
    await page.getByLabel("Text", { exact: true }).fill("A harbour at dawn.");
    await page.getByRole("button", { name: "Create prompt" }).click();
    await page.waitForURL(/\/prompts\/[a-z0-9]{12}/, patience);

    const { items } = await client.prompts.list.query({ input_name: "harbour-04" });
    expect(items).toMatchObject([{ prompt_text: "A harbour at dawn." }]);
    expect(Object.keys(items[0]?.inputs ?? {}).sort()).toEqual(["depth", "video"]);
  });

  test("what has arrived is not sent again after a reload", async ({
    console: { server },
    open,
  }) => {
    const page = await open(`${server.url}/inputs/new`);
    const path = copyClip("Long walk.mp4");
    await choose(page, [path]);
    await sent(page, "Long walk.mp4");
    const methods: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/uploads")) methods.push(request.method());
    });

    await page.reload();
    await hydrated(page);
    await choose(page, [path]);
    await sent(page, "Long walk.mp4");

    expect(methods).toEqual(["HEAD"]);
    expect(await page.getByLabel("Name").inputValue()).toBe("long-walk");
  });

  test("pictures become a video; a gap among them is told by its number", async ({
    console: { server, client },
    open,
  }) => {
    const pictures = await makePictures(4, "64x48");
    const paths = pictures.map(({ name, content }) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    const page = await open(`${server.url}/inputs/new`);

    await choose(page, paths.toSpliced(1, 1));
    await row(page, "color.0001.png")
      .getByText("Frame 2 is missing between color.0001.png and color.0003.png.")
      .waitFor();
    await page.getByRole("button", { name: /^Remove color/ }).click();
    await choose(page, paths);
    await sent(page, "color.0001.png");
    await page.getByLabel("Frames per second of").fill("12");
    await page.getByLabel("Name").fill("walked");
    await page.getByRole("button", { name: "Make the input" }).click();
    await page.waitForURL(`${server.url}/inputs/walked`, patience);

    const input = await client.inputs.get.query({ name: "walked" });
    expect(input.files).toMatchObject([{ kind: "video", media: { frames: 4, fps: 12 } }]);
  });

  test("a file that is no video is refused by its name, and the page keeps everything", async ({
    console: { server, client },
    open,
  }) => {
    const fake = join(folder, "fake.mp4");
    writeFileSync(fake, "This is no video, whatever it is called.");
    const page = await open(`${server.url}/inputs/new`, { allowed: (status) => status === 400 });
    await choose(page, [fake]);
    await sent(page, "fake.mp4");

    await page.getByRole("button", { name: "Make the input" }).click();

    await page.getByText(/^fake\.mp4 is not a readable video/).waitFor(patience);
    expect(await row(page, "fake.mp4").getAttribute("data-state")).toBe("sent");
    const { items } = await client.inputs.list.query();
    expect(items.map(({ name }) => name)).not.toContain("fake");
  });

  test("without scripts inputs are searched, and one that is used is not deleted", async ({
    console: { server, client },
    open,
  }) => {
    const page = await open(`${server.url}/inputs`, { scripts: false });
    await page.getByRole("searchbox").fill("cit");
    await page.getByRole("button", { name: "Apply search" }).click();
    expect(new URL(page.url()).search).toBe("?search=cit");
    await page.getByRole("link", { name: "city", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "city" }).waitFor();

    await page.getByRole("link", { name: "Delete" }).click();

    await page.getByText(/^Input city is used by prompts: /).waitFor();
    const { items } = await client.inputs.list.query();
    expect(items.map(({ name }) => name)).toContain("city");
  });
});
