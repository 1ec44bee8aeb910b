import { watch } from "node:fs";

/**
 * Calls `onName` with the name of an entry of `folder` that came, went or changed, until the returned
 * function is called. Where the system cannot watch (any more) it just stays silent.
 */
export function watchFolder(folder: string, onName: (name: string) => void): () => void {
  try {
    const watcher = watch(folder, { persistent: false });
    watcher.on("change", (_event, name) => {
      if (name !== null) onName(name.toString());
    });
    watcher.on("error", () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => undefined;
  }
}
