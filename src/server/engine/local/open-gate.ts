import { passGate } from "../gate/pass-gate";
import { containerFiles } from "./container-files";
import type { FoundRecord } from "./find-record";
import { observeContainer } from "./observe-container";

/** Opens the gate of a waiting container and returns when its program has begun (or never will). */
export async function openGate(found: FoundRecord): Promise<void> {
  const { gate } = containerFiles(found.recordFolder);
  await passGate(gate, async () => (await observeContainer(found))?.state === "gated");
}
