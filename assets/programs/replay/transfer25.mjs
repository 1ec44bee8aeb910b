// Cosmos Transfer 2.5 on two GPUs: both draw the bar of steps, anew for each chunk of 93 frames.
import { copyFileSync, writeFileSync } from "node:fs";
import { bar, endBar, log, pause } from "./say.mjs";

export async function playTransfer25(stage) {
  log("Found 1 hint keys across all samples: ['edge']");
  log(`Saved config to ${stage.file("config.yaml")}`);
  await stage.begin();
  log("Downloading checkpoint Cosmos-Transfer2.5-2B(61f5694b-0ad5-4ecd-8ad7-c8545627d125)");
  await pause(60);
  log("Generating 1 samples: ['output']");
  log("[1/1] Processing sample output");
  log("Running guardrail check on prompt...");
  await pause(10);
  log("Passed guardrail on prompt", "SUCCESS");
  log("Loading input video...");
  log("Computing prompt text embeddings...");
  await pause(15);
  log("Loading control inputs...");
  const chunks = stage.frames <= 93 ? 1 : 1 + Math.ceil((stage.frames - 93) / 92);
  for (let chunk = 1; chunk <= chunks; chunk++) {
    log(`Generating chunk ${chunk}/${chunks}`);
    for (let step = 0; step <= stage.steps; step++) {
      bar("Generating samples", step, stage.steps);
      if (step > 0) await pause(7);
      bar("Generating samples", step, stage.steps);
    }
  }
  endBar();
  log("Running guardrail check on video...");
  await pause(20);
  copyFileSync(stage.video, stage.file("output.mp4"));
  writeFileSync(stage.file("output.txt"), stage.prompt);
  log(`Generated video saved to ${stage.file("output.mp4")}`, "SUCCESS");
}
