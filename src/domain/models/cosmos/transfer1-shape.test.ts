import { expect, test } from "vitest";
import { cosmosTransfer1 } from "../cosmos-transfer1";
import { cosmosTransfer25 } from "../cosmos-transfer2.5";

const { transfer, upscale } = cosmosTransfer1.operations;
const shape = (width: number, height: number) => ({ width, height, frames: 121, fps: 23.976 });

test.each([
  [1920, 1080, 1280, 704],
  [1280, 704, 1280, 704],
  [640, 480, 960, 704],
  [500, 500, 960, 960],
  [480, 640, 704, 960],
  [1080, 1920, 704, 1280],
  [4096, 1716, 1280, 704],
  [10, 4000, 704, 1280],
])("%dx%d is transferred at %dx%d and upscaled to exactly three times that", (w, h, toW, toH) => {
  expect(transfer?.outputSize?.(shape(w, h), {})).toEqual({
    ...{ width: toW, height: toH, frames: 121, fps: 24 },
  });
  expect(upscale?.outputSize?.(shape(w, h), {})).toMatchObject({
    ...{ width: toW * 3, height: toH * 3 },
  });
});

test("a 16:9 video is upscaled to 3840x2112", () => {
  expect(upscale?.outputSize?.(shape(1280, 704), { fps: 30 })).toEqual({
    ...{ width: 3840, height: 2112, frames: 121, fps: 30 },
  });
});

test("Transfer 2.5 keeps the size and the frame rate, with even sides", () => {
  expect(cosmosTransfer25.operations.transfer?.outputSize?.(shape(1921, 1081), {})).toEqual({
    ...{ width: 1920, height: 1080, frames: 121, fps: 23.976 },
  });
});

test.each([
  [null, 2],
  [1, 2],
  [121, 2],
  [122, 2.5],
  [241, 2.5],
  [242, 3],
])("a transfer of %j frames may take %d hours", (frames, hours) => {
  expect(transfer?.timeLimitSeconds(frames)).toBe(hours * 3600);
});

test.each([
  [93, 2],
  [94, 2.5],
  [121, 2.5],
  [185, 2.5],
  [186, 3],
])("a transfer of %d frames with Transfer 2.5 may take %d hours", (frames, hours) => {
  expect(cosmosTransfer25.operations.transfer?.timeLimitSeconds(frames)).toBe(hours * 3600);
});
