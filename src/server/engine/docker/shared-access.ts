import { watch } from "node:fs";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MountSettings } from "dockerode";
import type { ContainerSpec } from "../engine";
import { gateFiles } from "../gate/gate-files";
import { passGate } from "../gate/pass-gate";
import { label } from "./container-labels";
import type { FolderAccess, Placed } from "./folder-access";
import { job } from "./job-places";

export interface SharedFolders {
  /** The engine's name: two hosts that share one data folder don't share a gate. */
  name: string;
  /** Absolute path of `assets/entry` on the engine's host. */
  entryDir: string;
  /** Absolute path of `assets/programs` there. */
  programsDir: string;
  /** Makes files that a container left as root ours. */
  handOver(container: { image: string }, folder: string): Promise<void>;
}

/** The engine's host sees our data folder under the same path: bind mounts, nothing is copied. */
export function sharedAccess(folders: SharedFolders): FolderAccess {
  const gateFolder = (spec: ContainerSpec) =>
    join(spec.folder, `gate.${folders.name}.${spec.attempt}`);
  const gateOf = (container: Placed) => join(container.labels[label.gate] ?? "/nowhere", "gate");

  return {
    kind: "shared",
    labels: (spec) => ({ [label.gate]: gateFolder(spec) }),
    mounts: (spec) => [
      bind(join(spec.folder, "in"), job.in, true),
      bind(join(spec.folder, "out"), job.out),
      bind(join(spec.folder, "run.log"), job.log),
      bind(gateFolder(spec), job.gateFolder),
      bind(folders.entryDir, job.entryFolder, true),
      bind(folders.programsDir, job.programs, true),
    ],
    prepare: async (spec) => {
      for (const path of [join(spec.folder, "in"), join(spec.folder, "out"), gateFolder(spec)]) {
        await mkdir(path, { recursive: true });
      }
      await writeFile(join(spec.folder, "run.log"), "", { flag: "a" });
    },
    fill: async () => {},
    begunAt: async (container) => {
      const gate = gateOf(container);
      const begun = await timeOf(gateFiles(gate).begun);
      // With the run's folder the mark has gone, too. What may have begun must not be begun again.
      return begun ?? ((await timeOf(dirname(gate))) ? null : new Date(0));
    },
    openGate: (container, isWaiting) => passGate(gateOf(container), isWaiting),
    watchGate: (container, onBegun, signal) => {
      const folder = container.labels[label.gate];
      if (folder && !signal.aborted) watchFolder(folder, onBegun, signal);
    },
    collect: (container, folder) =>
      container.ended ? folders.handOver(container, folder) : Promise.resolve(),
    gone: async () => {},
    followLog: () => {},
  };
}

/** Null when there is no such file or folder, or it cannot be seen. */
async function timeOf(path: string): Promise<Date | null> {
  return (await stat(path).catch(() => null))?.mtime ?? null;
}

function bind(source: string, target: string, readonly = false): MountSettings {
  return { Type: "bind", Source: source, Target: target, ReadOnly: readonly };
}

function watchFolder(folder: string, onBegun: () => void, signal: AbortSignal): void {
  try {
    const watcher = watch(folder, { signal }, (_, name) => {
      if (name !== "gate.begun") return;
      watcher.close();
      onBegun();
    });
    // The folder may be removed at any time; whoever needs the truth asks for it.
    watcher.on("error", () => watcher.close());
  } catch {
    // It has gone already.
  }
}
