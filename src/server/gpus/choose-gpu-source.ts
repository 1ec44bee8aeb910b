import type { Env } from "@/env";
import type { EngineHost } from "../engine/engine";
import { dcgmSource } from "./dcgm-source";
import type { GpuSource } from "./gpu-source";
import { findOnPath, runOnHost } from "./run-on-host";
import { smiSource } from "./smi-source";
import { tentative } from "./tentative-source";

/** Where an engine's GPUs are, and with which PATH this machine looks for programs. */
export interface GpuHost extends EngineHost {
  path: string;
}

type Settings = Pick<Env, "COSMOS_GPU_SOURCE" | "COSMOS_DCGM_URL">;

/**
 * Where the GPUs of a host are read, as COSMOS_GPU_SOURCE says. `auto`: the exporter if its address is
 * set, else `nvidia-smi` of this machine, else the one of a container.
 */
export function chooseGpuSource(settings: Settings, host: GpuHost): GpuSource {
  const { COSMOS_GPU_SOURCE: name, COSMOS_DCGM_URL: url } = settings;
  if (name === "auto") {
    if (url) return dcgmSource(url);
    const inContainer = tentative(containerSource(host));
    if (!host.here) return inContainer;
    const onHost = hostSource(host);
    return { read: async () => (await onHost.read()) ?? inContainer.read() };
  }
  return makers[name](host, url);
}

const makers: Record<
  Exclude<Env["COSMOS_GPU_SOURCE"], "auto">,
  (host: GpuHost, url: string | undefined) => GpuSource
> = {
  host: (host) => insist(hostSource(host), "There is no nvidia-smi on the PATH."),
  container: (host) => insist(containerSource(host), "This engine can start no container for it."),
  dcgm: (_host, url) => (url ? dcgmSource(url) : insist(nothing, "COSMOS_DCGM_URL is not set.")),
};

const nothing: GpuSource = { read: async () => null };

function hostSource({ path }: GpuHost): GpuSource {
  return smiSource(async () => {
    const file = await findOnPath("nvidia-smi", path);
    return file ? ([, ...args]) => runOnHost(file, args) : null;
  });
}

function containerSource({ run }: GpuHost): GpuSource {
  return smiSource(async () => run);
}

/** A source that was asked for by name: having nothing to ask is a fault. */
function insist(source: GpuSource, why: string): GpuSource {
  return {
    read: async () => {
      const cards = await source.read();
      if (!cards) throw new Error(`COSMOS_GPU_SOURCE cannot be used: ${why}`);
      return cards;
    },
  };
}
