import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { newId } from "@/domain/new-id";
import type { TestDockerd } from "../../tests/harness/dockerd";
import { insertPrompt, insertRun } from "../../tests/harness/factories";
import { waitFor } from "../../tests/harness/wait-for";
import type { Measure } from "../measure";
import type { Product } from "../start-product";
import { summarize } from "../statistics";
import { makeContainers } from "./make-containers";
import { withDockerProduct } from "./with-docker";

const CONTAINERS = 500;
const AIM_S = 5;

/** Many containers at once: how long looking at them takes, and taking them over. */
export const dockerMany: Measure = {
  name: "docker-many",
  title: `${CONTAINERS} running containers`,
  run: () => withDockerProduct(measure),
};

/** The process id of the product's worker. */
function findWorker({ dataDir }: Product): number {
  const program = join(dataDir, "..", "dist", "worker.mjs");
  return Number(execFileSync("pgrep", ["-f", program], { encoding: "utf8" }).trim());
}

async function measure(product: Product, { host }: TestDockerd) {
  const { ctx, sql } = product;
  const [settings] = await sql`select instance from settings`;
  const { id: prompt_id } = await insertPrompt(ctx.db, { prompt_text: "{}" });
  const ids = Array.from({ length: CONTAINERS }, () => newId());
  const engine = await makeContainers(
    { host, instance: String(settings?.instance), dataDir: product.dataDir },
    ids,
  );
  const listed: number[] = [];
  for (let at = 0; at < 10; at++) {
    const asked = performance.now();
    const seen = await engine.list();
    if (seen.length !== CONTAINERS) throw new Error(`${seen.length} containers were listed.`);
    listed.push(performance.now() - asked);
  }
  // As a worker finds them that died when it had claimed them all.
  const worker = findWorker(product);
  process.kill(worker, "SIGSTOP");
  const begun = Date.now();
  for (const [index, id] of ids.entries()) {
    await insertRun(ctx.db, {
      id,
      prompt_id,
      status: "running",
      engine: "docker",
      slot: `bench-${index}`,
      attempt: 1,
      started_at: new Date(begun),
    });
  }
  const restarted = performance.now();
  process.kill(worker, "SIGKILL");
  await waitFor(
    async () => {
      const [left] = await sql`
        select count(*)::int as count from runs where status = 'running' and container_id is null`;
      return left?.count === 0;
    },
    "all runs to be followed",
    120_000,
  );
  const took = (performance.now() - restarted) / 1000;
  await engine.clear();
  const aim = { of: "p50", at_most: AIM_S } as const;
  return {
    figures: [
      { what: "listing all with their states", unit: "ms", ...summarize(listed) } as const,
      { what: "a new worker has matched all", unit: "s", ...summarize([took]), aim } as const,
    ],
  };
}
