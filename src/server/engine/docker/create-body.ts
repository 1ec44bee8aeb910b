import type { ContainerCreateOptions, HostConfig } from "dockerode";
import type { ContainerSpec } from "../engine";
import { labelsOf } from "./container-labels";
import type { ContainerLimits } from "./docker-engine-options";
import type { FolderAccess } from "./folder-access";
import { job } from "./job-places";

/** How long Docker itself waits between the stop signal and KILL when others stop a container. */
const STOP_TIMEOUT_SECONDS = 45;
/** What root needs to write into folders of other users. Everything else is dropped. */
const CAPABILITIES = ["CHOWN", "DAC_OVERRIDE", "FOWNER"];
const MIB = 1 << 20;

export interface BodyOptions {
  /** Id of the image, never a tag. */
  imageId: string;
  access: Pick<FolderAccess, "mounts" | "labels">;
  limits: ContainerLimits;
}

/**
 * The whole create request of a run's container (Engine API 1.41 and later): arguments as they are
 * behind our entry, no restart policy, no automatic removal, GPUs by id, never by count.
 */
export function createBody(
  spec: ContainerSpec,
  options: BodyOptions,
): ContainerCreateOptions & { Labels: Record<string, string> } {
  const { imageId, access, limits } = options;
  return {
    Image: imageId,
    Entrypoint: ["/bin/sh", job.entry, job.gate, job.log, "--"],
    Cmd: [...spec.argv],
    Env: Object.entries(spec.env).map(([name, value]) => `${name}=${value}`),
    WorkingDir: spec.workdir ?? job.out,
    Hostname: spec.run_id,
    User: "0:0",
    Labels: { ...labelsOf(spec), ...access.labels(spec) },
    StopSignal: "SIGTERM",
    StopTimeout: STOP_TIMEOUT_SECONDS,
    AttachStdin: false,
    OpenStdin: false,
    Tty: false,
    HostConfig: {
      ...gpuConfig(spec.gpus),
      Init: true,
      AutoRemove: false,
      RestartPolicy: { Name: "no" },
      CapDrop: ["ALL"],
      CapAdd: CAPABILITIES,
      SecurityOpt: ["no-new-privileges"],
      NetworkMode: spec.network ? "bridge" : "none",
      // Without a network nothing resolves, and torchrun asks for the name of its own host.
      ExtraHosts: spec.network ? [] : [`${spec.run_id}:127.0.0.1`],
      ShmSize: Math.max(spec.shm_bytes, 64 * MIB),
      ...(limits.memoryBytes !== null && { Memory: limits.memoryBytes }),
      PidsLimit: limits.pids,
      // The run writes its own log; here only the engine's own words about the start remain.
      LogConfig: { Type: "json-file", Config: { "max-size": "10m", "max-file": "1" } },
      Mounts: [
        ...access.mounts(spec),
        ...spec.mounts.map(({ source, target, readonly }) => ({
          Type: "bind" as const,
          Source: source,
          Target: target,
          ReadOnly: readonly,
        })),
      ],
    },
  };
}

/** GPUs by UUID; and the limits without which PyTorch's shared memory fails (NVIDIA's own advice). */
function gpuConfig(gpus: readonly string[]): HostConfig {
  if (gpus.length === 0) return {};
  return {
    DeviceRequests: [
      {
        Driver: "nvidia",
        DeviceIDs: [...gpus],
        Capabilities: [["gpu", "compute", "utility", "video"]],
      },
    ],
    Ulimits: [
      { Name: "memlock", Soft: -1, Hard: -1 },
      { Name: "stack", Soft: 64 * MIB, Hard: 64 * MIB },
    ],
  };
}
