import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readInput } from "./read-input";

/** Every input folder of the data folder, in no order. What is hidden is not finished. */
export async function readInputs(dataDir: string) {
  const names = await readdir(join(dataDir, "inputs")).catch(() => []);
  const visible = names.filter((name) => !name.startsWith("."));
  const inputs = await Promise.all(visible.map((name) => readInput(dataDir, name)));
  return inputs.filter((input) => input !== undefined);
}
