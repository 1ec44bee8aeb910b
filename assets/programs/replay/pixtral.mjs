// The Pixtral prompt upsampler under vLLM: nearly all of its time is loading.
import { renameSync, writeFileSync } from "node:fs";
import { bar, endBar, pause, say } from "./say.mjs";

const vllm = (message) => say(`INFO 06-24 20:54:01 [gpu_model_runner.py:1770] ${message}`);

export async function playPixtral(stage) {
  vllm("Automatically detected platform cuda.");
  await stage.begin();
  vllm("Starting to load model checkpoints/nvidia/Cosmos-UpsamplePrompt1-12B-Transfer...");
  for (let shard = 0; shard <= 6; shard++) {
    process.stderr.write(`\rLoading safetensors checkpoint shards: ${Math.floor((100 * shard) / 6)}% Completed | ${shard}/6 [00:${String(shard * 4).padStart(2, "0")}<00:08,  4.00s/it]`);
    await pause(8);
  }
  endBar();
  vllm("Loading weights took 48.02 seconds");
  vllm("Model loading took 23.6 GiB and 50.31 seconds");
  vllm("GPU KV cache size: 312,000 tokens");
  for (const percent of [0, 50, 100]) {
    process.stderr.write(`\rCapturing CUDA graph shapes: ${String(percent).padStart(3)}%|█████     | ${Math.floor((percent * 67) / 100)}/67 [00:08<00:08,  4.10it/s]`);
    await pause(8);
  }
  endBar();
  vllm("init engine (profile, create kv cache, warmup model) took 38.20 seconds");
  bar("Processed prompts", 0, 1);
  await pause(15);
  bar("Processed prompts", 1, 1);
  endBar();
  const prompt = `${stage.prompt} (Replayed: no model has seen this prompt.)`;
  say(`Upsampled prompt: ${prompt}`);
  const file = stage.file("result.json");
  writeFileSync(`${file}.part`, JSON.stringify({ prompt, enhancer: "replay (simulated)" }));
  renameSync(`${file}.part`, file);
}
