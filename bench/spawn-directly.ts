import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OperatorTimes, readTimes } from "./operator-times";
import { root } from "./root";

export interface DirectSpawn extends OperatorTimes {
  asked: number;
  /** When its end was heard of. */
  heard: number;
}

/** Starts the operator's process with nothing around it, to compare with. */
export async function spawnDirectly(prompt = "{}"): Promise<DirectSpawn> {
  const out = mkdtempSync(join(tmpdir(), "cosmos-direct-"));
  const spec = join(out, "spec.json");
  writeFileSync(spec, JSON.stringify({ prompt }));
  const args = [join(root, "bench/operator.mjs"), "--spec", spec, "--out", out];
  try {
    const asked = Date.now();
    const child = spawn(process.execPath, args, { detached: true, stdio: "ignore" });
    const [code] = await once(child, "exit");
    const heard = Date.now();
    if (code !== 0) throw new Error(`The operator ended with ${code}.`);
    return { asked, heard, ...readTimes(out) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
