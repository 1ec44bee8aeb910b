import type { FrameSize } from "@/media/frame-size";
import { addGlow, shineSun } from "./add-glow";
import type { Look } from "./create-look";
import { drawEdges } from "./draw-edges";
import { createWeather } from "./draw-weather";
import { findEdges, spreadEdges } from "./find-edges";
import { finishFrame } from "./finish-frame";
import { createFramePlanes, type FramePlanes } from "./frame-planes";
import { paintSurfaces } from "./paint-surfaces";
import { readLight } from "./read-light";
import { reflectGround } from "./reflect-ground";
import { settleSnow } from "./settle-snow";
import { shineLights } from "./shine-lights";
import { smoothBase } from "./smooth-base";

/** One frame of the input and its controls, all of the renderer's size. */
export interface ControlFrame {
  index: number;
  seconds: number;
  /** rgb24 */
  source: Uint8Array;
  /** 255 is close to the camera. */
  nearness: Uint8Array;
  /** Indices into `surfaces`. */
  surface: Uint8Array;
  /** Contours, 0..255; found in the source when not given. */
  edges?: Uint8Array | undefined;
}

export interface Renderer {
  /** The planes after the last frame: `edges` and `base` are the controls it worked with. */
  planes: FramePlanes;
  /** Renders one frame to rgb24. The result depends on the look and this frame only. */
  render(frame: ControlFrame): Uint8Array;
}

export function createRenderer(look: Look, size: FrameSize): Renderer {
  const planes = createFramePlanes(size);
  const drawWeather = createWeather(look, size.width, size.height);
  return {
    planes,
    render(frame) {
      planes.source = frame.source;
      planes.nearness = frame.nearness;
      planes.surface = frame.surface;
      readLight(planes);
      smoothBase(planes, look);
      if (frame.edges) planes.edges.set(frame.edges);
      else findEdges(planes);
      spreadEdges(planes);
      paintSurfaces(planes, look);
      if (look.has("snowfall")) settleSnow(planes, look);
      drawEdges(planes, look);
      if (look.has("lights")) shineLights(planes, look);
      if (look.has("sun")) shineSun(planes, look);
      if (look.has("lights") || look.has("sun")) addGlow(planes);
      if (look.has("wet")) reflectGround(planes, look, frame.seconds);
      drawWeather?.(planes, frame.seconds);
      return finishFrame(planes, look, frame.index);
    },
  };
}
