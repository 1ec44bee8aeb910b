/** A GPU as it was last read. What its driver does not tell is null. */
export interface GpuState {
  /** `GPU-…`: stays the same when the order of cards changes. */
  uuid: string;
  index: number;
  name: string;
  driver_version: string | null;
  /** Percent of the last sampling period in which a kernel ran. */
  utilization: number | null;
  memory_total_mib: number | null;
  memory_used_mib: number | null;
  /** What a run that starts now would find: what is free and what runs of ours hold. */
  memory_available_mib: number | null;
  /** It is split into instances; what is read is of the whole card. */
  mig: boolean;
  temperature_c: number | null;
  power_w: number | null;
  power_limit_w: number | null;
  clock_sm_mhz: number | null;
  /** Why it runs slower than it could, in words; null when it does not. */
  throttle_reason: string | null;
  /** Programs that hold memory of it and belong to no run of ours. */
  foreign: GpuProcess[];
}

export interface GpuProcess {
  pid: number;
  name: string;
  memory_mib: number | null;
}

/** A GPU with every program that holds memory of it, ours included. */
export interface GpuCard extends Omit<GpuState, "memory_available_mib" | "foreign"> {
  processes: HoldingProcess[];
}

export interface HoldingProcess extends GpuProcess {
  /** The run it belongs to; null for a foreign one. */
  run_id: string | null;
}

/** One point of a run's curve; values are over all its GPUs. */
export interface GpuSample {
  /** Seconds since the run started. */
  t: number;
  /** Mean utilisation in percent. */
  utilization: number | null;
  /** Memory used, summed, in MiB. */
  memory_mib: number | null;
  /** The hottest card, in °C. */
  temperature_c: number | null;
  /** Summed, in W. */
  power_w: number | null;
}

/** What a run did to its GPUs. */
export interface RunGpu {
  gpus: { uuid: string; index: number; name: string }[];
  /** At most 120 points; neighbours are merged as a run grows longer. Left out of lists. */
  samples: GpuSample[];
  memory: {
    /** Summed over its GPUs, in MiB. */
    before: number | null;
    peak: number | null;
    after: number | null;
    total: number | null;
    /** What still holds memory after its end. */
    held_by: GpuProcess[];
  };
  /** Throttle reasons seen, each once. */
  throttled: string[];
}
