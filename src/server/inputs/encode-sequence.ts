import { type FileHandle, open } from "node:fs/promises";
import { orderFrames } from "@/domain/inputs/order-frames";
import { createPictureWriter } from "@/media/create-picture-writer";
import { inspectPng } from "@/media/inspect-png";
import type { Ffmpeg } from "@/media/resolve-ffmpeg";
import { refused } from "../errors";

export interface Sequence {
  fps: number;
  /** In the order in which their bytes lie in the file. */
  frames: readonly { name: string; bytes: number }[];
}

export interface SequenceJob {
  /** Absolute path of the file in which the pictures lie one behind the other. */
  source: string;
  /** Absolute path of the video to make. */
  target: string;
  /** Told after each frame. */
  onFrame: (done: number) => Promise<void>;
}

/**
 * Makes a video of numbered PNG pictures.
 * @throws AppError `refused` naming the frame: a gap, a picture that is damaged or of another size
 */
export async function encodeSequence(
  ffmpeg: Ffmpeg,
  { fps, frames }: Sequence,
  { source, target, onFrame }: SequenceJob,
): Promise<void> {
  const placed = placeFrames(frames);
  const file = await open(source);
  const writer = createPictureWriter(ffmpeg, target, fps);
  try {
    let first: { name: string; size: string } | undefined;
    for (const [index, frame] of placed.entries()) {
      const { bytes, size } = await readPicture(file, frame);
      first ??= { name: frame.name, size };
      if (size !== first.size) {
        throw refused(`${frame.name} is ${size}, but ${first.name} is ${first.size} pixels.`);
      }
      await writer.write(bytes);
      await onFrame(index + 1);
    }
    await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  } finally {
    await file.close();
  }
}

interface PlacedFrame {
  name: string;
  start: number;
  bytes: number;
}

function placeFrames(frames: Sequence["frames"]): PlacedFrame[] {
  let start = 0;
  const placed = frames.map(({ name, bytes }) => {
    start += bytes;
    return { name, bytes, start: start - bytes };
  });
  try {
    return orderFrames(placed);
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error));
  }
}

async function readPicture(file: FileHandle, { name, start, bytes }: PlacedFrame) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, start);
  try {
    const { width, height, length } = inspectPng(buffer.subarray(0, bytesRead));
    return { bytes: buffer.subarray(0, length), size: `${width} × ${height}` };
  } catch (error) {
    throw refused(`${name} ${error instanceof Error ? error.message : String(error)}.`);
  }
}
