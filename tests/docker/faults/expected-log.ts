import type { Script } from "../../harness/scene";

/** Every byte that the scripted operator writes for a script, both streams in order. */
export function expectedLog({ lines = 0, say }: Script, gpu = "none"): string {
  const numbered = Array.from({ length: lines }, (_, index) => {
    const line = index + 1;
    const percent = Math.floor((100 * line) / lines);
    return `line ${line}\nGenerating samples: ${percent}%|#| ${line}/${lines} [00:01<00:01, 1.0it/s]\r`;
  });
  return [`Starting diffusion sampling\nGPU ${gpu}\n`, ...numbered, say ? `${say}\n` : ""].join("");
}
