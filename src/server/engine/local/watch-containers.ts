import { basename } from "node:path";
import { createLogger } from "@/server/logger";
import type { OnHint } from "../engine";
import { containerFiles } from "./container-files";
import { findNamed } from "./find-record";
import { listRecords } from "./list-records";
import { observeContainer } from "./observe-container";
import { watchFolder } from "./watch-folder";

/** The net below the file events: nothing else sees that an adopted supervisor was killed. */
const POLL_MS = 2_000;

const logger = createLogger("engine.local");
const files = containerFiles("/");
const telling = new Set([files.begun, files.exitCode, files.killed].map((path) => basename(path)));

/** Hints when a container comes, begins or ends, whoever started it, until `signal` aborts. */
export function watchContainers(root: string, onHint: OnHint, signal: AbortSignal): void {
  const unwatch = new Map<string, () => void>();
  let seen = new Map<string, string>();

  const forget = (name: string) => {
    unwatch.get(name)?.();
    unwatch.delete(name);
  };
  const follow = async (name: string) => {
    const found = await findNamed(root, name).catch(() => null);
    if (!found || signal.aborted || unwatch.has(name)) return;
    const { id } = found.record;
    const onName = (file: string) => telling.has(file) && void onHint(id);
    unwatch.set(name, watchFolder(found.recordFolder, onName));
    void onHint(id); // for what happened before we looked
  };
  const poll = async () => {
    const now = new Map<string, string>();
    for (const found of await listRecords(root)) {
      const { id, name } = found.record;
      if (!unwatch.has(name)) await follow(name);
      const state = (await observeContainer(found))?.state ?? "removed";
      now.set(id, state);
      if (seen.has(id) && seen.get(id) !== state && !signal.aborted) void onHint(id);
    }
    seen = now;
  };

  if (signal.aborted) return;
  const unwatchRoot = watchFolder(root, (name) => {
    forget(name);
    if (!name.startsWith(".")) void follow(name);
  });
  let busy = false;
  let failing = false;
  const pollAlone = async () => {
    if (busy) return;
    busy = true;
    try {
      await poll();
      failing = false;
    } catch (error) {
      if (!failing) logger.warn("could not look at the containers", { error });
      failing = true;
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void pollAlone(), POLL_MS).unref();
  void pollAlone();
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    unwatchRoot();
    for (const name of unwatch.keys()) forget(name);
  });
}
