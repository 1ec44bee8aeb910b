"""Expands a prompt with the Pixtral upsampler of Cosmos Transfer 1.

Started as: torchrun --nproc_per_node 1 enhance.py --spec S --out DIR --checkpoints DIR
Reads   S: {"prompt": text, "video": path}
Writes  DIR/result.json: {"prompt": text, "enhancer": name}
Exits with 0 only when that file is complete.
"""

import argparse
import json
import os
import sys

ENHANCER = "Cosmos-UpsamplePrompt1-12B-Transfer"

# vLLM starts processes of its own and must not take torchrun's settings for theirs.
TORCHRUN = (
    "RANK LOCAL_RANK WORLD_SIZE LOCAL_WORLD_SIZE GROUP_RANK GROUP_WORLD_SIZE ROLE_RANK ROLE_NAME "
    "ROLE_WORLD_SIZE OMP_NUM_THREADS MASTER_ADDR MASTER_PORT TORCHELASTIC_USE_AGENT_STORE "
    "TORCHELASTIC_MAX_RESTARTS TORCHELASTIC_RUN_ID TORCH_NCCL_ASYNC_ERROR_HANDLING "
    "TORCHELASTIC_ERROR_FILE"
).split()


def say(text):
    print(text, flush=True)


def enhance(spec, checkpoints):
    from cosmos_transfer1.auxiliary.upsampler.model.upsampler import PixtralPromptUpsampler
    from cosmos_transfer1.utils.misc import extract_video_frames

    say("PHASE reading: taking the first two frames of the video")
    frames = extract_video_frames(spec["video"])
    if len(frames) < 2:
        sys.exit(f"Input rejected: the video gave {len(frames)} of the 2 frames that are looked at")
    say("PHASE loading: loading the upsampler")
    upsampler = PixtralPromptUpsampler(checkpoints)
    say("PHASE expanding: asking for the longer prompt")
    text = upsampler._prompt_upsample_with_offload(spec["prompt"], frames)
    if not text or not text.strip():
        sys.exit("The upsampler answered with no text")
    return text.strip()


def save(path, result):
    with open(f"{path}.part", "w", encoding="utf-8") as file:
        json.dump(result, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    os.replace(f"{path}.part", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--spec", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--checkpoints", required=True)
    args = parser.parse_args()
    with open(args.spec, encoding="utf-8") as file:
        spec = json.load(file)
    for name in TORCHRUN:
        os.environ.pop(name, None)
    text = enhance(spec, args.checkpoints)
    say(f"Upsampled prompt: {text}")
    say("PHASE saving: writing the result")
    save(os.path.join(args.out, "result.json"), {"prompt": text, "enhancer": ENHANCER})
    say("Saved prompt to result.json")


# vLLM's own processes import this file again and must not start over.
if __name__ == "__main__":
    main()
