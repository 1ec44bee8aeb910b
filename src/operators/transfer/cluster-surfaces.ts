import type { FrameSize } from "@/media/frame-size";
import { createRandom } from "../create-random";
import { sampleSize } from "./sample-clip";
import { type Surface, surfaceIndex } from "./surfaces";

/** A sampled frame of what is clustered, and the colour video's frame of the same moment. */
export interface ClusterSample {
  labels: Uint8Array;
  colours: Uint8Array;
}

/** Label colour and height in the picture (0 top, `heightWeight` bottom) of a cluster's centre. */
type Centre = [number, number, number, number];

const clusters = 8;

export type FindSurfaces = (frame: Uint8Array, size: FrameSize) => Uint8Array;

/**
 * Divides pictures into areas of alike colour (k-means over sampled frames) and guesses a surface
 * for each from its place and colour. `heightWeight` says how much the place counts when grouping:
 * 0 for label videos of unknown meaning, about 120 for camera pictures.
 */
export function clusterSurfaces(
  samples: readonly ClusterSample[],
  heightWeight: number,
): FindSurfaces {
  const points = samples.flatMap((sample) => samplePoints(sample, heightWeight));
  const centres = findCentres(points.map(({ at }) => at));
  const roles = centres.map((_, index) =>
    guessSurface(points.filter(({ at }) => nearestCentre(centres, at) === index)),
  );
  return (frame, { width, height }) => {
    const surface = new Uint8Array(width * height);
    for (let i = 0, a = 0; i < surface.length; i += 1, a += 3) {
      const y = (Math.floor(i / width) / height) * heightWeight;
      const at: Centre = [frame[a] ?? 0, frame[a + 1] ?? 0, frame[a + 2] ?? 0, y];
      surface[i] = surfaceIndex[roles[nearestCentre(centres, at)] ?? "building"];
    }
    return surface;
  };
}

interface Point {
  at: Centre;
  colour: readonly [number, number, number];
  /** 0 top, 1 bottom. */
  height: number;
}

function samplePoints({ labels, colours }: ClusterSample, heightWeight: number): Point[] {
  return Array.from({ length: labels.length / 3 }, (_, i) => {
    const height = Math.floor(i / sampleSize.width) / sampleSize.height;
    const rgb = (of: Uint8Array) =>
      [of[i * 3] ?? 0, of[i * 3 + 1] ?? 0, of[i * 3 + 2] ?? 0] as const;
    return { at: [...rgb(labels), height * heightWeight], colour: rgb(colours), height };
  });
}

function findCentres(points: readonly Centre[]): Centre[] {
  const random = createRandom(8);
  const pick = (): Centre => [...(points[Math.floor(random() * points.length)] ?? [0, 0, 0, 0])];
  let centres = Array.from({ length: clusters }, pick);
  for (let round = 0; round < 10; round += 1) {
    const sums = centres.map(() => [0, 0, 0, 0, 0]);
    for (const point of points) {
      const sum = sums[nearestCentre(centres, point)] ?? [];
      [...point, 1].forEach((value, index) => {
        sum[index] = (sum[index] ?? 0) + value;
      });
    }
    centres = sums.map(([r = 0, g = 0, b = 0, y = 0, count = 0], index) =>
      count > 0 ? [r / count, g / count, b / count, y / count] : (centres[index] ?? pick()),
    );
  }
  return centres;
}

function nearestCentre(centres: readonly Centre[], at: Centre): number {
  let best = 0;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let index = 0; index < centres.length; index += 1) {
    const centre = centres[index];
    if (!centre) continue;
    const distance =
      (centre[0] - at[0]) ** 2 +
      (centre[1] - at[1]) ** 2 +
      (centre[2] - at[2]) ** 2 +
      (centre[3] - at[3]) ** 2;
    if (distance < bestDistance) {
      bestDistance = distance;
      best = index;
    }
  }
  return best;
}

/** High and bright or blue is sky, green is greenery, low and grey is ground, the rest is built. */
function guessSurface(points: readonly Point[]): Surface {
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / Math.max(1, points.length);
  const [r, g, b] = [mean((p) => p.colour[0]), mean((p) => p.colour[1]), mean((p) => p.colour[2])];
  const height = mean((p) => p.height);
  const light = 0.3 * r + 0.6 * g + 0.1 * b;
  if (height < 0.42 && (b > r + 8 || light > 170)) return "sky";
  if (g > r + 10 && g > b + 10) return "vegetation";
  if (height > 0.6) return light > 150 ? "sidewalk" : "road";
  return "building";
}
