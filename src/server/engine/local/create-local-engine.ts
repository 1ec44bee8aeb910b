import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Engine, OnHint } from "../engine";
import { createGated } from "./create-gated";
import { findRecord } from "./find-record";
import { listRecords } from "./list-records";
import type { LocalEngineOptions } from "./local-engine-options";
import { observeContainer } from "./observe-container";
import { openGate } from "./open-gate";
import { removeContainer } from "./remove-container";
import { stopContainer } from "./stop-container";
import { sweepDrafts } from "./sweep-drafts";
import { watchContainers } from "./watch-containers";

/**
 * An engine whose containers are child processes that outlive this one. All it knows is in
 * `<dataDir>/engine/local/<container name>/`, so any later engine over the same folder carries on.
 */
export function createLocalEngine(options: LocalEngineOptions): Engine {
  const root = join(options.dataDir, "engine", "local");
  mkdirSync(root, { recursive: true });
  sweepDrafts(root);
  const hinted = new Set<OnHint>();
  const onExit = (id: string) => {
    for (const onHint of hinted) void onHint(id);
  };
  const isOurs = (instance: string) => (options.instance ?? instance) === instance;

  return {
    name: "local",
    kind: "local",
    host: { here: true, run: null },
    describe: async () => ({
      kind: "child processes",
      folder: root,
      node: options.nodePath,
      platform: `${process.platform} ${process.arch}`,
    }),
    places: (folder) => ({
      in: join(folder, "in"),
      out: join(folder, "out"),
      node: options.nodePath,
      operators: options.operatorsDir,
      programs: join(options.entryDir, "..", "programs"),
    }),
    createGated: (spec) => createGated(root, spec, { ...options, onExit }),
    openGate: async (id) => {
      const found = await findRecord(root, id);
      if (!found) throw new Error(`There is no container ${id}.`);
      await openGate(found);
    },
    inspect: async (id) => {
      const found = await findRecord(root, id);
      return found && observeContainer(found);
    },
    find: async (runId, attempt) => {
      const found = await listRecords(root);
      const mine = found.find(
        ({ record }) =>
          record.run_id === runId && record.attempt === attempt && isOurs(record.instance),
      );
      return mine ? observeContainer(mine) : null;
    },
    list: async () => {
      const found = await listRecords(root);
      const ours = found.filter(({ record }) => isOurs(record.instance));
      const seen = await Promise.all(ours.map(observeContainer));
      return seen.flatMap((container) => container ?? []);
    },
    stop: async (id, ladder) => {
      const found = await findRecord(root, id);
      if (found) await stopContainer(found, ladder);
    },
    remove: async (id) => {
      const found = await findRecord(root, id);
      if (found) await removeContainer(found);
    },
    // Containers write into the run's folder themselves.
    collect: async () => {},
    followLog: () => {},
    watch: (onHint, signal) => {
      if (signal.aborted) return;
      hinted.add(onHint);
      signal.addEventListener("abort", () => hinted.delete(onHint));
      watchContainers(root, onHint, signal);
    },
  };
}
