import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRun } from "@/server/runs/create-run";
import { insertPrompt } from "../../tests/harness/factories";
import type { TestDockerd } from "../../tests/harness/dockerd";
import type { Measure } from "../measure";
import type { Product } from "../start-product";
import { round, summarize } from "../statistics";
import { waitForEnd } from "../wait-for-end";
import { runDocker } from "./run-docker";
import { benchImage, operatorPath, withDockerProduct } from "./with-docker";

const ROUNDS = 25;
const WARM_UP = 3;
const AIM_RATIO = 1.15;

/** A whole run of a trivial container, from asking for it to its end in the database. */
export const dockerRun: Measure = {
  name: "docker-run",
  title: "A whole run in a container, against `docker run --rm` of the same one",
  run: () => withDockerProduct(measure),
};

async function measure(product: Product, { host }: TestDockerd) {
  const { id: prompt_id } = await insertPrompt(product.ctx.db, { prompt_text: "{}" });
  const run = { model_type: "enhance", prompt_id, execution_config: { create_new: false } };
  const job = layOutJob();
  const client: number[] = [];
  const ours: number[] = [];
  try {
    for (let at = -WARM_UP; at < ROUNDS; at++) {
      const asked = performance.now();
      await runDocker(host, clientArguments(job));
      const ran = performance.now() - asked;
      const completed = await timeRun(product, run);
      if (at < 0) continue;
      client.push(ran);
      ours.push(completed);
    }
  } finally {
    rmSync(job, { recursive: true, force: true });
  }
  const byClient = summarize(client);
  const took = summarize(ours);
  const aim = { of: "p50", at_most: round(byClient.p50 * AIM_RATIO) } as const;
  return {
    figures: [
      { what: "docker run --rm --init --network none", unit: "ms", ...byClient } as const,
      {
        what: "a run, asked for to completed",
        unit: "ms",
        ...took,
        aim,
        ratio: round(took.p50 / byClient.p50),
      } as const,
    ],
  };
}

/** From `createRun` to the row's completion, in ms, on an engine that is at rest. */
async function timeRun(product: Product, run: Parameters<typeof createRun>[1]): Promise<number> {
  await product.rest();
  const asked = Date.now();
  const { id } = await createRun(product.ctx, run);
  await waitForEnd(product, [id]);
  const [row] = await product.sql`
    select extract(epoch from completed_at)::float8 * 1000 as completed from runs where id = ${id}`;
  return Number(row?.completed) - asked;
}

function layOutJob(): string {
  const job = mkdtempSync(join(tmpdir(), "cosmos-bench-job-"));
  for (const name of ["in", "out"]) mkdirSync(join(job, name));
  writeFileSync(join(job, "in", "spec.json"), JSON.stringify({ prompt: "{}" }));
  return job;
}

function clientArguments(job: string): string[] {
  const mounts = ["-v", `${job}/in:/job/in:ro`, "-v", `${job}/out:/job/out`];
  const program = [
    "/usr/local/bin/node",
    operatorPath,
    "--spec",
    "/job/in/spec.json",
    "--out",
    "/job/out",
  ];
  return ["run", "--rm", "--init", "--network", "none", ...mounts, benchImage, ...program];
}
