import type { GpuCard } from "@/domain/gpu/gpu-state";
import { computeAppFields, parseComputeApps } from "@/domain/gpu/parse-compute-apps";
import { gpuQueries, parseGpus } from "@/domain/gpu/parse-gpus";
import type { GpuSource, RunCommand } from "./gpu-source";

const format = "--format=csv,noheader,nounits";

/** Reads GPUs through `nvidia-smi`, run wherever `findRunner` says; null there when it has none. */
export function smiSource(findRunner: () => Promise<RunCommand | null>): GpuSource {
  /** Queries that this driver knows; the first is asked. */
  let queries = gpuQueries;

  async function readCards(run: RunCommand): Promise<GpuCard[]> {
    const [query = [], ...older] = queries;
    try {
      const csv = await run(["nvidia-smi", `--query-gpu=${query.join(",")}`, format]);
      return parseGpus(csv, query);
    } catch (error) {
      const words = error instanceof Error ? error.message : "";
      if (/no devices were found/i.test(words)) return [];
      if (!/not a valid field/i.test(words) || older.length === 0) throw error;
      queries = older;
      return readCards(run);
    }
  }

  return {
    read: async () => {
      const run = await findRunner();
      if (!run) return null;
      const fields = computeAppFields.join(",");
      const [cards, apps] = await Promise.all([
        readCards(run),
        // Some virtual GPUs tell no processes; their memory tells enough.
        run(["nvidia-smi", `--query-compute-apps=${fields}`, format]).catch(() => ""),
      ]);
      const holders = parseComputeApps(apps);
      return cards.map((card) => ({
        ...card,
        processes: holders
          .filter((holder) => holder.uuid === card.uuid)
          .map(({ uuid: _, ...process }) => ({ ...process, run_id: null })),
      }));
    },
  };
}
