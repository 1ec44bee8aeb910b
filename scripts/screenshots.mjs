// Takes the pictures of docs/screenshots anew, from a server of its own with real runs:
// npm run screenshots
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./demo/start-server.mjs";
import { findChromium } from "./ensure-chromium.mjs";
import { assertNodeVersion, ensureInstalled } from "./ensure-installed.mjs";
import { failPlainly } from "./fail-plainly.mjs";

const folder = join(import.meta.dirname, "../docs/screenshots");

/** @type {Awaited<ReturnType<typeof startServer>> | undefined} */
let server;
const dataDir = mkdtempSync(join(tmpdir(), "cosmos-screenshots-"));
try {
  assertNodeVersion();
  await ensureInstalled();
  if (!findChromium()) throw new Error("No Chromium was found; CHROME_PATH may name one.");
  const { ensureBuilt } = await import("./ensure-built.mjs");
  await ensureBuilt({ parts: ["bundles", "pages"] });
  server = await startServer({
    COSMOS_DATA_DIR: dataDir,
    DATABASE_URL: "",
    COSMOS_SLOTS: "2",
    COSMOS_GPUS: "none",
    PORT: "0",
  });
  await takeAll(server.url);
} catch (error) {
  await stop();
  failPlainly(error);
}
await stop();

/** In the order in which the product fills: empty, with results and failures, busy, full. */
async function takeAll(url) {
  const { openCamera } = await import("./screenshots/open-camera.mjs");
  const { seedMany } = await import("./screenshots/seed-many.mjs");
  const { seedResults, seedWork } = await import("./screenshots/seed-runs.mjs");
  mkdirSync(folder, { recursive: true });
  const camera = await openCamera(url, folder);
  await camera.take("/", "activity-empty");
  await camera.take("/prompts", "prompts-empty");
  const { prompt, upscale, failed, prompts } = await seedResults(url);
  await camera.take(`/runs/${upscale}`, "run-upscale");
  await camera.take(`/runs/${failed}`, "run-failed");
  await camera.take("/prompts", "prompts");
  await camera.take(`/prompts/${prompt}`, "prompt");
  await camera.take("/inputs/demo", "input");
  const running = await seedWork(url, prompts);
  await camera.take("/", "activity");
  await camera.take("/runs", "runs");
  await camera.take(`/runs/${running}`, "run-running");
  await seedMany(dataDir);
  await camera.take("/?span=day", "activity-full");
  await camera.take("/runs?view=gallery", "runs-full");
  await camera.close();
}

async function stop() {
  if (server) {
    const { stopRuns } = await import("./screenshots/seed-runs.mjs");
    await stopRuns(server.url).catch((error) => console.error(error.message));
    await server.stop();
  }
  rmSync(dataDir, { recursive: true, force: true });
}
