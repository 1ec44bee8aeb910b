import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pauseQueue } from "@/server/activity/switch-queue";
import { insertPrompt, insertRun } from "../tests/harness/factories";
import { type Answers, type Asking, askRepeatedly } from "./ask-repeatedly";
import type { Figure, Measure } from "./measure";
import { root } from "./root";
import { type Product, withProduct } from "./start-product";
import { round, summarize } from "./statistics";

/** What the page shows at most of ended runs. */
const RECENT = 12;
const ROWS = 50;

const oneByOne: Asking = { requests: 200, concurrency: 1 };
const four: Asking = { requests: 400, concurrency: 4 };

/** The activity page with 50 rows, next to a bare Node server that sends the same bytes. */
export const activityPage: Measure = {
  name: "page",
  title: "Activity page with 50 rows",
  run: () => withProduct(measure),
};

async function measure(product: Product) {
  await insertRows(product);
  const page = await fetch(`${product.url}/`);
  const body = await page.text();
  const rows = new Set(body.match(/\/runs\/[0-9a-z]{12}(?=")/g)).size;
  if (rows !== ROWS) throw new Error(`The page shows ${rows} runs instead of ${ROWS}.`);

  const bare = await startBareServer(product, { headers: headersOf(page), body });
  const figures: Figure[] = [];
  try {
    await askRepeatedly(product.url, { ...four, requests: 40 });
    for (const asking of [oneByOne, four]) {
      const bareAnswers = await askRepeatedly(bare.url, asking);
      figures.push(...compare(asking, await askRepeatedly(product.url, asking), bareAnswers));
    }
  } finally {
    bare.stop();
  }
  const size = round(Buffer.byteLength(body) / 1000);
  return { figures, notes: [`The page has ${size} kB.`] };
}

/** The queue waits, so that nothing changes meanwhile. */
async function insertRows({ ctx }: Product): Promise<void> {
  await pauseQueue(ctx);
  const { id: prompt_id } = await insertPrompt(ctx.db);
  for (let at = 0; at < ROWS; at++) {
    const ended = at % 4 === 0 ? "failed" : "completed";
    const model_type = ["enhance", "transfer", "upscale"][at % 3] ?? "transfer";
    await insertRun(ctx.db, { prompt_id, model_type, status: at < RECENT ? ended : "pending" });
  }
}

/** As they were, but for those that belong to one answer. */
function headersOf(page: Response): Record<string, string> {
  const own = ["connection", "keep-alive", "transfer-encoding", "date", "content-encoding"];
  return Object.fromEntries([...page.headers].filter(([name]) => !own.includes(name)));
}

async function startBareServer({ dataDir }: Product, answer: object) {
  const file = join(dataDir, "answer.json");
  writeFileSync(file, JSON.stringify(answer));
  const child = fork(join(root, "bench/bare-server.mjs"), [file], { execArgv: [] });
  const [port] = await once(child, "message");
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.disconnect() };
}

function compare({ concurrency }: Asking, page: Answers, bare: Answers): Figure[] {
  const how = concurrency === 1 ? "one by one" : `${concurrency} at a time`;
  const [took, bareTook] = [summarize(page.took), summarize(bare.took)];
  const rate = (what: string, { perSecond }: Answers): Figure => ({
    what: `${what}, ${how}`,
    unit: "requests/s",
    ...summarize([perSecond]),
  });
  return [
    { what: `bare server, ${how}`, unit: "ms", ...bareTook },
    { what: `page, ${how}`, unit: "ms", ...took, ratio: round(took.p50 / bareTook.p50) },
    rate("bare server", bare),
    { ...rate("page", page), ratio: round(page.perSecond / bare.perSecond) },
  ];
}
