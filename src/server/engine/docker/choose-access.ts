import { label } from "./container-labels";
import type { FolderAccess, Placed } from "./folder-access";

interface Choice {
  /** COSMOS_SHARED_DATA */
  setting: "auto" | "yes" | "no";
  /** Whether the host sees our data folder; null when that could not be tried. */
  probe: () => Promise<boolean | null>;
  /**
   * Whether the address is one of this machine. Elsewhere the same folder would be a network's, in which
   * gates cannot be opened.
   */
  likely: boolean;
  shared: FolderAccess;
  archive: FolderAccess;
}

/**
 * Shared folders where the engine's host sees our data folder, archives where it does not. It is found
 * out when the first container is made; each container is then reached as it was made.
 */
export function chooseAccess({ setting, probe, likely, shared, archive }: Choice): FolderAccess {
  const of = (isShared: boolean) => (isShared ? shared : archive);
  let current = of(setting === "auto" ? likely : setting === "yes");
  let decided = setting !== "auto" || !likely;
  const made = (container: Placed) => of(Object.hasOwn(container.labels, label.gate));
  const decide = async () => {
    if (!decided) {
      const seen = await probe();
      decided = seen !== null;
      current = of(seen ?? likely);
    }
    return current;
  };
  return {
    get kind() {
      return current.kind;
    },
    mounts: (spec) => current.mounts(spec),
    labels: (spec) => current.labels(spec),
    prepare: async (spec) => (await decide()).prepare(spec),
    fill: async (id, spec) => (await decide()).fill(id, spec),
    begunAt: (container) => made(container).begunAt(container),
    openGate: (container, isWaiting) => made(container).openGate(container, isWaiting),
    watchGate: (container, onBegun, signal) =>
      made(container).watchGate(container, onBegun, signal),
    collect: (container, folder) => made(container).collect(container, folder),
    gone: (folder) => current.gone(folder),
    followLog: (container, folder, signal) => made(container).followLog(container, folder, signal),
  };
}
