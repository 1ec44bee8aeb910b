import { execFile } from "node:child_process";
import { statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { findChromium } from "../ensure-chromium.mjs";

const root = join(import.meta.dirname, "../..");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const SHOWN_SECOND = 2;

/**
 * A browser that takes pictures of the pages at `url` and puts them into `folder`.
 * @param {string} url
 * @param {string} folder
 */
export async function openCamera(url, folder) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags });

  /** Four pictures of a page: on a desktop and on a phone, light and dark. */
  async function take(path, name) {
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      await takeOne(path, { name, theme, phone: false });
      await takeOne(path, { name: `${name}-phone`, theme, phone: true });
    }
  }

  /** @param {string} path @param {{ name: string, theme: "light" | "dark", phone: boolean }} shot */
  async function takeOne(path, { name, theme, phone }) {
    const context = await browser.newContext({
      colorScheme: theme,
      viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 1000 },
      deviceScaleFactor: phone ? 1.5 : 1,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    await page.goto(url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.evaluate(showPictures, SHOWN_SECOND);
    await page.getByText("Loading", { exact: true }).waitFor({ state: "detached" });
    await page.locator("[data-connection=connecting]").waitFor({ state: "detached" });
    const file = join(folder, `${name}-${theme}.png`);
    await page.screenshot({ path: `${file}.raw.png`, animations: "disabled" });
    await context.close();
    await compress(`${file}.raw.png`, file);
    unlinkSync(`${file}.raw.png`);
    console.log(`${name}-${theme}.png ${Math.round(statSync(file).size / 1000)} kB`);
  }

  return { take, close: () => browser.close() };
}

/** Runs in the page: waits for fonts and images, and for videos to show one of their pictures. */
async function showPictures(second) {
  await document.fonts.ready;
  // What is not shown on a phone is never loaded.
  const inSight = (element) =>
    element.checkVisibility() && element.getBoundingClientRect().top < innerHeight;
  const images = [...document.images].filter(inSight).map((image) => image.decode());
  const videos = [...document.querySelectorAll("video")].filter(inSight).map(async (video) => {
    const sought = new Promise((resolve) => video.addEventListener("seeked", resolve));
    video.currentTime = second;
    await sought;
    if (video.readyState === video.HAVE_ENOUGH_DATA) return;
    await new Promise((resolve) => video.addEventListener("canplaythrough", resolve));
  });
  await Promise.all([...images, ...videos]);
}

/** 256 colours are enough for a console and make a third of the size. */
async function compress(from, to) {
  const palette = "split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=dither=none";
  const args = ["-y", "-v", "error", "-i", from, "-vf", palette, "-compression_level", "9", to];
  const run = promisify(execFile);
  await run("ffmpeg", args).catch((error) => {
    if (error.code !== "ENOENT") throw error;
    return run(process.execPath, [join(root, "dist/media/ffmpeg-wasm.mjs"), ...args]);
  });
}
