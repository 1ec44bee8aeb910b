import type { MountSettings } from "dockerode";
import type Dockerode from "dockerode";
import { collectLog } from "./collect-log";
import { collectOutputs } from "./collect-outputs";
import { fillContainer } from "./fill-container";
import type { FolderAccess } from "./folder-access";
import { followDockerLog } from "./follow-docker-log";
import { gateFiles } from "../gate/gate-files";
import { job } from "./job-places";
import { limitTo } from "@/domain/limit-to";
import { noteLostLog } from "./note-lost-log";
import type { JobFiles } from "./pack-job";
import { passGateInside } from "./pass-gate-inside";
import { statInside } from "./stat-inside";

/** A volume without a name, which goes with its container. Helpers see it, too. */
const JOB_VOLUME: MountSettings = { Type: "volume", Source: "", Target: "/job" };
const REMEMBERED_MAX = 10_000;

/**
 * The engine's host does not see our data folder: inputs go in, log and outputs come out through the
 * engine itself, and nothing of the host is mounted.
 */
export function archiveAccess(
  docker: Dockerode,
  { instance, ...files }: JobFiles & { instance: string },
): FolderAccess {
  /** What has begun stays so. */
  const begun = new Map<string, Date>();
  /** Containers that have ended and whose log is all here. */
  const whole = new Set<string>();
  const filling = new Map<string, Promise<void>>();
  /** Each question may be a log-in by ssh, and a host lets only so many in at once. */
  const inTurn = limitTo(4);
  return {
    kind: "archive",
    labels: () => ({}),
    mounts: () => [JOB_VOLUME],
    prepare: async () => {},
    fill: (id, spec) => {
      // Files that a started container uses must not be sent again.
      const sent = filling.get(id) ?? fillContainer(docker.getContainer(id), spec, files);
      filling.set(id, sent);
      return sent.finally(() => filling.delete(id));
    },
    begunAt: async ({ id }) => {
      const known = begun.get(id);
      if (known) return known;
      const { begun: file } = gateFiles(job.gate);
      const found = await inTurn(() => statInside(docker.getContainer(id), file));
      if (!found) return null;
      if (begun.size >= REMEMBERED_MAX) begun.clear();
      begun.set(id, found.mtime);
      return found.mtime;
    },
    openGate: ({ id }, isWaiting) => passGateInside(docker.getContainer(id), isWaiting),
    // The end of the program that opens a gate is an event of its own.
    watchGate: () => {},
    collect: async ({ id, image, ended }, folder) => {
      await collectLog(docker.getContainer(id), folder);
      if (!ended) return;
      if (whole.size >= REMEMBERED_MAX) whole.clear();
      whole.add(id);
      await collectOutputs(docker, { id, image, instance }, folder);
    },
    gone: noteLostLog,
    followLog: ({ id }, folder, signal) => {
      const followed = { folder, isWhole: () => whole.has(id) };
      void followDockerLog(docker.getContainer(id), followed, signal);
    },
  };
}
