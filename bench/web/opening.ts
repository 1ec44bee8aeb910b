import type { Figure } from "../measure";
import { medians, summarize } from "../statistics";
import type { WebBench, WebMeasure } from "./web-measure";

const TIMES = 8;
const REST_MS = 1500;
const pages = [
  { what: "/", path: "/", aim_kb: 180 },
  { what: "/runs", path: "/runs", aim_kb: undefined },
  { what: "a run page", path: "/runs/r00000099999", aim_kb: undefined },
];

interface Opened {
  /** An ended run's page is never live. */
  times: Record<"first byte" | "first contentful paint" | "interactive" | "live", number>;
  /** Compressed: until the page is interactive, and in all when nothing is done with it. */
  script_bytes: number;
  all_script_bytes: number;
}

/** First paint, when the page answers, and its JavaScript, each time with nothing cached. */
export const opening: WebMeasure = {
  name: "open",
  title: "Opening a page with 100,000 runs in the table",
  run: async ({ product, newWindow }) => {
    const figures: Figure[] = [];
    const steps: Record<string, Record<string, number>> = {};
    for (const { what, path, aim_kb } of pages) {
      await open(newWindow, `${product.url}${path}`);
      const opened: Opened[] = [];
      for (let nth = 0; nth < TIMES; nth++) {
        opened.push(await open(newWindow, `${product.url}${path}`));
      }
      const timed = (name: keyof Opened["times"]): Figure => ({
        what: `${what}, ${name}`,
        unit: "ms",
        ...summarize(opened.map(({ times }) => times[name])),
      });
      figures.push(timed("first contentful paint"), timed("interactive"));
      steps[what] = medians(opened.map(({ times }) => times));
      const sizes = {
        script_bytes: "JavaScript until interactive",
        all_script_bytes: "JavaScript in all",
      };
      for (const [key, said] of Object.entries(sizes) as [keyof typeof sizes, string][]) {
        const largest = Math.max(...opened.map((each) => each[key])) / 1000;
        const figure: Figure = { what: `${what}, ${said}`, unit: "kB", ...summarize([largest]) };
        figures.push({ ...figure, ...(aim_kb && { aim: { of: "p50", at_most: aim_kb } }) });
      }
    }
    return { figures, steps };
  },
};

async function open(newWindow: WebBench["newWindow"], url: string): Promise<Opened> {
  const context = await newWindow();
  const page = await context.newPage();
  await page.addInitScript(noteMoments);
  await page.goto(url);
  await page.locator("[aria-keyshortcuts]").waitFor({ timeout: 60_000 });
  await page.waitForTimeout(REST_MS);
  const opened = await page.evaluate(readMoments);
  await context.close();
  if (!opened) throw new Error(`${url} never became interactive.`);
  return opened;
}

/** Runs in the page, before it. Its search key is listened for once React has taken over. */
function noteMoments(): void {
  const moments: Record<string, number> = {};
  Object.assign(window, { moments });
  const marks = { interactive: "[aria-keyshortcuts]", live: "[data-connection=live]" };
  const look = () => {
    for (const [name, mark] of Object.entries(marks)) {
      if (!(name in moments) && document.querySelector(mark)) moments[name] = performance.now();
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
  });
}

/** Runs in the page. */
function readMoments() {
  const { moments } = window as unknown as { moments: Record<string, number | undefined> };
  const [navigation] = performance.getEntriesByType("navigation");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const { interactive, live = Number.NaN } = moments;
  if (!navigation || !paint || interactive === undefined) return undefined;
  const scripts = performance
    .getEntriesByType("resource")
    .filter(({ name }) => name.includes(".js"));
  const sum = (entries: PerformanceEntry[]) =>
    entries.reduce(
      (total, entry) => total + (entry as PerformanceResourceTiming).encodedBodySize,
      0,
    );
  return {
    times: {
      "first byte": (navigation as PerformanceNavigationTiming).responseStart,
      "first contentful paint": paint.startTime,
      interactive,
      live,
    },
    script_bytes: sum(
      scripts.filter(({ startTime, duration }) => startTime + duration <= interactive),
    ),
    all_script_bytes: sum(scripts),
  };
}
