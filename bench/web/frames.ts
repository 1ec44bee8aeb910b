import type { Page } from "playwright-core";
import { createCosmosClient } from "@/client/create-cosmos-client";
import type { Figure } from "../measure";
import { round, summarize } from "../statistics";
import { noteFrames } from "./note-frames";
import { openPage } from "./open-page";
import type { WebMeasure } from "./web-measure";

/** As many as the server sends, without those that wait. */
const BARS = 9_900;
const WEEK_MS = 7 * 86_400_000;
const MOVE_MS = 6000;

/** Frames while the table of runs scrolls, and while lanes of 10,000 bars are dragged and zoomed. */
export const frames: WebMeasure = {
  name: "frames",
  title: "Frames while something moves",
  run: async ({ product: { url }, newWindow }) => {
    const bars = await countBars(url);
    if (bars < BARS) throw new Error(`The timeline has ${bars} bars instead of ${BARS}.`);
    const open = async (path: string) => openPage(await newWindow(), `${url}${path}`);
    return {
      figures: [
        ...(await look(await open("/runs"), { what: "table of runs, scrolled", move: scroll })),
        ...(await look(await open("/?span=week"), { what: "lanes, dragged", move: drag })),
        ...(await look(await open("/?span=week"), { what: "lanes, zoomed", move: zoom })),
      ],
      notes: [`The lanes have ${bars.toLocaleString("en")} bars.`],
    };
  },
};

async function countBars(url: string): Promise<number> {
  const now = Date.now();
  const { lanes } = await createCosmosClient({ url }).activity.timeline.query({
    from: new Date(now - WEEK_MS).toISOString(),
    to: new Date(now).toISOString(),
  });
  return lanes.reduce((total, { bars }) => total + bars.length, 0);
}

interface Movement {
  what: string;
  /** Moves until `until`, in milliseconds since 1970. */
  move: (page: Page, until: number) => Promise<void>;
}

async function look(page: Page, { what, move }: Movement): Promise<Figure[]> {
  await move(page, Date.now() + 500);
  const endFrames = await noteFrames(page);
  await move(page, Date.now() + MOVE_MS);
  const lengths = await endFrames();
  await page.context().close();
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const perSecond = round((1000 * lengths.length) / total);
  return [
    { what: `${what}: a frame`, unit: "ms", ...summarize(lengths) },
    {
      what: `${what}: frames`,
      unit: "frames/s",
      ...summarize([perSecond]),
      aim: { of: "p50", at_least: 59 },
    },
  ];
}

async function scroll(page: Page, until: number): Promise<void> {
  await page.mouse.move(700, 500);
  for (let step = 0; Date.now() < until; step++) {
    await page.mouse.wheel(0, step % 80 < 40 ? 60 : -60);
    await page.waitForTimeout(12);
  }
}

/** To and fro within what has been read. */
async function drag(page: Page, until: number): Promise<void> {
  const { x, y, width } = await placeOfLanes(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; Date.now() < until; step++) {
    await page.mouse.move(x + Math.sin(step / 15) * width * 0.3, y);
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}

async function zoom(page: Page, until: number): Promise<void> {
  const { x, y } = await placeOfLanes(page);
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  for (let step = 0; Date.now() < until; step++) {
    await page.mouse.wheel(0, step % 60 < 30 ? -20 : 20);
    await page.waitForTimeout(12);
  }
  await page.keyboard.up("Control");
}

async function placeOfLanes(page: Page) {
  const lanes = page.getByRole("application", { name: /^Timeline/ });
  await lanes.locator("canvas").waitFor();
  const box = await lanes.boundingBox();
  if (!box) throw new Error("The lanes are not in sight.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
}
