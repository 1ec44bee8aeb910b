import type { GpuSample } from "./gpu-state";

const SAMPLES_MAX = 120;

/**
 * A curve with one more point. Each point stands for the time up to the next one. Where there would be
 * more than 120, the two neighbours that stand for the shortest time become one, so that the points stay
 * spread over the whole run; the newest is never touched.
 */
export function addSample(samples: readonly GpuSample[], sample: GpuSample): GpuSample[] {
  const curve = [...samples, sample];
  if (curve.length <= SAMPLES_MAX) return curve;
  const triples = curve.slice(0, -2).map((first, at) => ({
    at,
    points: [first, ...curve.slice(at + 1, at + 3)],
  }));
  const span = (points: readonly GpuSample[]) => (points[2]?.t ?? 0) - (points[0]?.t ?? 0);
  const { at, points } = triples.reduce((shortest, triple) =>
    span(triple.points) < span(shortest.points) ? triple : shortest,
  );
  return [...curve.slice(0, at), merge(points), ...curve.slice(at + 2)];
}

/** Means over the time of the first two, but the most of memory and temperature: those have peaks. */
function merge([a, b, next]: readonly GpuSample[]): GpuSample {
  if (!a || !b || !next) throw new RangeError("Three points are needed.");
  const share = next.t > a.t ? (b.t - a.t) / (next.t - a.t) : 0.5;
  const mean = (x: number, y: number) => Math.round((x * share + y * (1 - share)) * 10) / 10;
  return {
    t: a.t,
    utilization: combine(a.utilization, b.utilization, mean),
    memory_mib: combine(a.memory_mib, b.memory_mib, Math.max),
    temperature_c: combine(a.temperature_c, b.temperature_c, Math.max),
    power_w: combine(a.power_w, b.power_w, mean),
  };
}

function combine(
  a: number | null,
  b: number | null,
  both: (a: number, b: number) => number,
): number | null {
  return a === null || b === null ? (a ?? b) : both(a, b);
}
