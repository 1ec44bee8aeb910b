import { describeGpu } from "@/domain/gpu/describe-gpu";
import { describeHolders } from "@/domain/gpu/describe-holders";
import type { GpuState } from "@/domain/gpu/gpu-state";
import type { EngineRecord } from "@/domain/records";
import { Progress } from "../ui/progress";

/** The cards of an engine: how busy and full they are, and who else is on them. */
export function GpuList({ engine }: { engine: EngineRecord }) {
  const { gpu_problem } = engine.details;
  const known = engine.health === "healthy";
  if (engine.gpus.length === 0 && typeof gpu_problem !== "string") return null;
  return (
    <section aria-label={`GPUs of ${engine.name}`} className="space-y-2.5">
      {typeof gpu_problem === "string" && (
        <p data-tone="warning" className="text-tone text-xs [overflow-wrap:anywhere]">
          {gpu_problem}
        </p>
      )}
      <ul className="space-y-2.5">
        {engine.gpus.map((gpu) => (
          <Gpu key={gpu.uuid} gpu={gpu} known={known} />
        ))}
      </ul>
    </section>
  );
}

function Gpu({ gpu, known }: { gpu: GpuState; known: boolean }) {
  const { memory_used_mib: used, memory_total_mib: total } = gpu;
  const foreign = describeHolders(gpu.foreign);
  return (
    <li data-gpu={gpu.uuid} className="space-y-1">
      <p className="flex justify-between gap-3">
        <span className="shrink-0 text-muted">GPU {gpu.index}</span>
        <span className="truncate">{gpu.name}</span>
      </p>
      {!known && <p className="text-muted text-xs">What it does now is unknown.</p>}
      {known && used !== null && total !== null && total > 0 && (
        <Progress value={Math.min(1, used / total)} label={`Memory of GPU ${gpu.index}`} />
      )}
      {known && <p className="text-muted text-xs">{describeGpu(gpu).join(", ") || "No values"}</p>}
      {known && gpu.throttle_reason && (
        <p data-tone="warning" className="text-tone text-xs">
          Slowed down: {gpu.throttle_reason}
        </p>
      )}
      {known && foreign && (
        <p data-tone="warning" className="text-tone text-xs [overflow-wrap:anywhere]">
          Not a run: {foreign}
        </p>
      )}
    </li>
  );
}
