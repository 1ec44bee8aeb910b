import { join } from "node:path";
import { findProgram } from "../../scripts/find-program.mjs";
import { programFiles } from "../../scripts/image/base-files.mjs";
import type { ImageFile } from "../../scripts/image/lay-out-layer.mjs";
import type { TestDockerd } from "../../tests/harness/dockerd";
import { idleGaps, runQueue } from "../idle-gap";
import type { Measure } from "../measure";
import { root } from "../root";
import type { Product } from "../start-product";
import { round, summarize } from "../statistics";
import { loopOnEvents, loopOnPolls } from "./naive-loops";
import { withDockerProduct } from "./with-docker";

const RUNS = 60;
const AIM_MS = 60;

/** How long the slot is idle between two containers of a full queue. */
export const dockerGap: Measure = {
  name: "docker-gap",
  title: "Idle gap between two containers of a full queue",
  run: () => withDockerProduct(measure, tellTimes()),
};

/** A program of a few milliseconds in Node's place: what is measured is the engine and us, not Node. */
function tellTimes(): ImageFile[] {
  const date = findProgram("date");
  if (!date) throw new Error("This machine has no `date`.");
  const script = join(root, "bench/docker/tell-times.sh");
  return [{ path: "/usr/local/bin/node", source: script }, ...programFiles(date, "/usr/bin/date")];
}

async function measure(product: Product, dockerd: TestDockerd) {
  const onEvents = summarize(await loopOnEvents(dockerd, 20));
  const onPolls = summarize(await loopOnPolls(dockerd, { times: 8, everyMs: 2000 }));
  const ended = await runQueue(product, {
    what: "queue",
    runs: RUNS,
    model_type: "enhance",
    execution_config: { create_new: false },
  });
  const took = summarize(idleGaps(ended));
  const aim = { of: "p95", at_most: AIM_MS } as const;
  const ratio = round(took.p50 / onEvents.p50);
  return {
    figures: [
      { what: "create and start on the die event", unit: "ms", ...onEvents } as const,
      { what: "create and start on polls every 2 s", unit: "ms", ...onPolls } as const,
      { what: `queue of ${RUNS} runs, next one gated`, unit: "ms", ...took, aim, ratio } as const,
    ],
  };
}
