"use client";
import { describeReceipt } from "@/domain/gpu/describe-gpu";
import { describeHolders } from "@/domain/gpu/describe-holders";
import type { RunRecord } from "@/domain/records";
import { trpc } from "@/trpc/react";
import { Card } from "../ui/card";
import { Facts } from "../ui/facts";
import { GpuCurve } from "./gpu-curve";

const LOOK_AGAIN_MS = 4000;
/** The receipt of memory comes a moment after the end, or never. */
const RECEIPT_MAX_MS = 60_000;

/** What a run does or did to its GPUs; nothing for one on the CPU. */
export function RunGpu({ run: initial }: { run: RunRecord }) {
  const onGpu = initial.slot?.startsWith("gpu-") === true;
  const { data: run } = trpc.runs.get.useQuery(
    { id: initial.id },
    {
      initialData: initial,
      enabled: onGpu && mayChange(initial),
      refetchInterval: ({ state }) => (mayChange(state.data ?? initial) ? LOOK_AGAIN_MS : false),
    },
  );
  // The page itself may be newer than what was asked for last.
  const { gpu } = run.change_seq > initial.change_seq ? run : initial;
  if (!gpu) return null;
  const heldBy = describeHolders(gpu.memory.held_by);
  return (
    <Card title={gpu.gpus.length > 1 ? `${gpu.gpus.length} GPUs` : "GPU"}>
      {gpu.samples.length > 0 && <GpuCurve gpu={gpu} />}
      <Facts
        items={[
          ...gpu.gpus.map(({ index, name }) => [`GPU ${index}`, name] as const),
          ...describeReceipt(gpu),
          ...(heldBy ? [["Still there", heldBy] as const] : []),
          ...(gpu.throttled.length > 0 ? [["Slowed down", gpu.throttled.join(", ")] as const] : []),
        ]}
      />
    </Card>
  );
}

function mayChange({ completed_at, gpu }: RunRecord): boolean {
  if (completed_at === null) return true;
  return gpu?.memory.after == null && Date.now() - Date.parse(completed_at) < RECEIPT_MAX_MS;
}
