import { join } from "node:path";
import { createFrameWriter } from "@/media/create-frame-writer";
import type { FrameWriter } from "@/media/open-encoder";
import type { FrameShape } from "@/media/frame-size";
import type { Ffmpeg } from "@/media/resolve-ffmpeg";
import type { Renderer } from "./create-renderer";
import type { ControlName, TransferSpec } from "./transfer-spec";

export interface ControlVideos {
  /** Adds the controls of the frame that was rendered last. */
  write(planes: Renderer["planes"]): Promise<void>;
  finish(): Promise<string[]>;
  abandon(): Promise<void>;
}

/**
 * Writes `output_control_<name>.mp4` for every control in use that was derived and not given, so
 * that people can see what the result was made from.
 */
export function saveControls(
  ffmpeg: Ffmpeg,
  spec: TransferSpec,
  { out, ...shape }: FrameShape & { out: string },
): ControlVideos {
  const names = (["vis", "edge", "depth", "seg"] as const).filter((name) => {
    const control = spec[name];
    return control && control.control_weight > 0 && !control.input_control;
  });
  const videos = names.map((name) => {
    const path = join(out, `output_control_${name}.mp4`);
    return { name, path, writer: createFrameWriter(ffmpeg, path, { ...shape, crf: 26 }) };
  });
  const all = (act: (writer: FrameWriter) => Promise<void>) =>
    Promise.all(videos.map(({ writer }) => act(writer)));
  return {
    async write(planes) {
      for (const { name, writer } of videos) await writer.write(drawControl(planes, name));
    },
    async finish() {
      await all((writer) => writer.finish());
      return videos.map(({ path }) => path);
    },
    async abandon() {
      await all((writer) => writer.abandon());
    },
  };
}

/** Label colour of each surface, in the order of `surfaces`. */
const labels = [
  0x4682b4, 0x804080, 0xf423e8, 0x464646, 0x6b8e23, 0x00008e, 0x9dea32, 0x999999, 0x5a3c1e,
  0xdc143c,
];

function drawControl(planes: Renderer["planes"], name: ControlName): Uint8Array {
  if (name === "vis") return Uint8Array.from(planes.base);
  const picture = new Uint8Array(planes.width * planes.height * 3);
  const plane = { edge: planes.edges, depth: planes.nearness, seg: planes.surface }[name];
  for (let i = 0, a = 0; i < plane.length; i += 1, a += 3) {
    const value = plane[i] ?? 0;
    const colour = (name === "seg" ? labels[value] : value * 0x010101) ?? 0;
    picture[a] = colour >> 16;
    picture[a + 1] = colour >> 8;
    picture[a + 2] = colour;
  }
  return picture;
}
