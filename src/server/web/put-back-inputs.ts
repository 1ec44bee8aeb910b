import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { nameAside } from "@/domain/inputs/aside-name";

/**
 * Puts back inputs whose deletion was cut off before it was certain that no prompt uses them. One
 * whose name was taken meanwhile stays where it is.
 */
export async function putBackInputs(dataDir: string): Promise<void> {
  const root = join(dataDir, "inputs");
  for (const aside of await readdir(root).catch(() => [])) {
    const name = nameAside(aside);
    if (name) await rename(join(root, aside), join(root, name)).catch(() => undefined);
  }
}
