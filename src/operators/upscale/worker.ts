import { parentPort, workerData } from "node:worker_threads";
import { loadLayers } from "./network-layers";
import { type UpscaleSettings, upscaleFrame } from "./upscale-frame";

const given = workerData as Omit<UpscaleSettings, "layers">;
const settings: UpscaleSettings = { ...given, layers: loadLayers() };

parentPort?.on("message", ({ index, rgb }: { index: number; rgb: Uint8Array }) => {
  const result = new Uint8Array(upscaleFrame(rgb, settings));
  parentPort?.postMessage({ index, rgb: result }, [result.buffer]);
});
