// Cosmos Transfer 1: no bar for its steps, one tick for each clip of 121 frames.
import { copyFileSync, writeFileSync } from "node:fs";
import { bar, endBar, log, pause, say } from "./say.mjs";

const place = "cosmos_transfer1/diffusion/inference/world_generation_pipeline.py:601:_run_model";

export async function playTransfer1(stage) {
  await load(stage);
  log("running preprocessor");
  log("no input_control provided for edge. generating edge control video with preprocessor");
  await pause(20);
  log(`Successfully saved edge control video to: ${stage.file("edge_input_control_0.mp4")}`);
  await generate(stage, { secondsPerStep: 16 });
}

export async function playUpscale1(stage) {
  await load(stage);
  await generate(stage, { secondsPerStep: 60 });
}

async function load(stage) {
  say("INFO 06-24 20:54:01 [__init__.py:243] Automatically detected platform cuda.");
  log('control_inputs: {\n    "edge": {\n        "control_weight": 0.5\n    }\n}');
  log("Using random seed 1");
  await stage.begin();
  log("Start creating base model");
  await pause(30);
  log("Done creating base model");
  log("Loading base model checkpoint (local): checkpoints/nvidia/Cosmos-Transfer1-7B/base_model.pt");
  await pause(40);
  log("Complete loading base model checkpoint");
}

async function generate(stage, { secondsPerStep }) {
  log("Running batch generation with batch_size=1");
  log("Running guardrail checks on all prompts");
  await pause(15);
  log("Running text embedding on all prompts");
  log("Starting T5 compute");
  await pause(15);
  log("Completed T5 compute");
  log("Run generation");
  log(`Making all control and input videos to be length of ${stage.frames} frames.`);
  const clips = Math.max(1, Math.ceil((stage.frames - 1) / 120));
  for (let clip = 0; clip < clips; clip++) {
    bar("", clip, clips);
    log("Starting latent encoding", "INFO", place);
    await pause(10);
    log("Completed latent encoding", "INFO", place);
    log("Starting diffusion sampling", "INFO", place);
    await pause(stage.steps * secondsPerStep);
    log("Completed diffusion sampling", "INFO", place);
    log("Starting VAE decode", "INFO", place);
    await pause(10);
    log("Completed VAE decode", "INFO", place);
  }
  bar("", clips, clips);
  endBar();
  log("Finish generation");
  log("Run guardrail on generated videos");
  await pause(20);
  copyFileSync(stage.video, stage.file("output.mp4"));
  writeFileSync(stage.file("output.txt"), stage.prompt);
  log(`Saved video to ${stage.file("output.mp4")}`);
  log(`Saved prompt to ${stage.file("output.txt")}`);
}
