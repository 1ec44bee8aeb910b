import type { FrameShape } from "@/media/frame-size";
import { probeVideo } from "@/media/probe-video";
import { readFrames } from "@/media/read-frames";
import type { Ffmpeg } from "@/media/resolve-ffmpeg";
import { rejectOnError } from "../input-rejected";
import { logInfo } from "../operator-log";
import { type ClusterSample, clusterSurfaces, type FindSurfaces } from "./cluster-surfaces";
import type { ControlFrame } from "./create-renderer";
import { estimateDepth } from "./estimate-depth";
import { sampleClip } from "./sample-clip";
import { colourKey, shareOfKnownLabels, surfaceOfColour } from "./surfaces";
import type { TransferSpec } from "./transfer-spec";

/**
 * Yields the input frame by frame with its controls: from the given videos where there are any,
 * else derived from the picture, which the log says. A control video that is too short keeps its
 * last frame.
 */
export async function* openControls(
  ffmpeg: Ffmpeg,
  spec: TransferSpec,
  shape: FrameShape,
): AsyncGenerator<ControlFrame, void, undefined> {
  const findSurfaces = await openSurfaces(ffmpeg, spec);
  const rgb = { ...shape, pixels: "rgb24", scaling: "area" } as const;
  const given = (path: string | undefined, request: Parameters<typeof readFrames>[2]) =>
    path ? holdLast(readFrames(ffmpeg, path, request)) : undefined;
  const grey = { ...rgb, pixels: "gray" } as const;
  const labels = given(spec.seg?.input_control, { ...rgb, scaling: "neighbor" });
  const depth = given(spec.depth?.input_control, grey);
  const contours = given(spec.edge?.input_control, grey);
  const colours = given(spec.vis?.input_control, rgb);
  if (!depth) logInfo("No depth video: depth is estimated from place and colour");
  if (!contours) logInfo("No edge video: contours are found in the picture");
  let index = 0;
  try {
    for await (const picture of readFrames(ffmpeg, spec.input_video_path, rgb)) {
      const [label, nearness, edges, look] = await Promise.all(
        [labels, depth, contours, colours].map((frames) => frames?.next()),
      );
      const surface = findSurfaces(label?.value ?? picture, shape);
      yield {
        index,
        seconds: index / shape.fps,
        source: look?.value ?? picture,
        nearness: nearness?.value ?? estimateDepth(picture, surface, shape),
        surface,
        edges: edges?.value ?? undefined,
      };
      index += 1;
    }
  } finally {
    await Promise.all([labels, depth, contours, colours].map((frames) => frames?.return()));
  }
}

/** Decides once for the clip how its frames are divided into surfaces. */
async function openSurfaces(ffmpeg: Ffmpeg, spec: TransferSpec): Promise<FindSurfaces> {
  const sample = async (path: string) =>
    rejectOnError(async () => sampleClip(ffmpeg, path, await probeVideo(path)));
  const colours = await sample(spec.input_video_path);
  const labelPath = spec.seg?.input_control;
  if (!labelPath) {
    logInfo("No segmentation video: surfaces are clusters of colour and place");
    return clusterSurfaces(pair(colours, colours), 120);
  }
  const labels = await sample(labelPath);
  const known = labels.reduce((sum, frame) => sum + shareOfKnownLabels(frame), 0) / labels.length;
  if (known < 0.8) {
    logInfo("The segmentation's colours are no known labels: each colour is one cluster");
    return clusterSurfaces(pair(labels, colours), 0);
  }
  const surfaceOf = surfaceOfColour();
  return (frame, { width, height }) => {
    const surface = new Uint8Array(width * height);
    for (let i = 0, a = 0; i < surface.length; i += 1, a += 3) {
      surface[i] = surfaceOf[colourKey(frame[a] ?? 0, frame[a + 1] ?? 0, frame[a + 2] ?? 0)] ?? 0;
    }
    return surface;
  };
}

function pair(labels: readonly Uint8Array[], colours: readonly Uint8Array[]): ClusterSample[] {
  return labels.flatMap((frame, index) => {
    const colour = colours[Math.min(index, colours.length - 1)];
    return colour ? [{ labels: frame, colours: colour }] : [];
  });
}

async function* holdLast(frames: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let last: Uint8Array | undefined;
  for await (const frame of frames) {
    last = frame;
    yield frame;
  }
  while (last) yield last;
}
