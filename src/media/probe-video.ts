import { FilePathSource, Input, MATROSKA, MP4, QTFF, WEBM } from "mediabunny";

/** What a video file says about itself. */
export interface MediaFacts {
  /** As displayed, in pixels. */
  width: number;
  height: number;
  /** Mean frames per second, rounded to a thousandth. */
  fps: number;
  frames: number;
  duration_seconds: number;
  /** Such as `avc`, `hevc`, `vp9`. */
  codec: string;
}

/**
 * Reads a video's metadata without decoding it.
 * @throws Error with one sentence if the file is no readable video.
 */
export async function probeVideo(path: string): Promise<MediaFacts> {
  const input = new Input({
    source: new FilePathSource(path),
    formats: [MP4, QTFF, MATROSKA, WEBM],
  });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw new Error("it has no video track");
    const width = await track.getDisplayWidth();
    const height = await track.getDisplayHeight();
    const { packetCount, averagePacketRate } = await track.computePacketStats();
    const seconds = await track.computeDuration();
    if (!(width > 0 && height > 0 && packetCount > 0 && seconds > 0)) {
      throw new Error("it holds no frames");
    }
    return {
      width,
      height,
      fps: Math.round(averagePacketRate * 1000) / 1000,
      frames: packetCount,
      duration_seconds: Math.round(seconds * 1e6) / 1e6,
      codec: (await track.getCodec()) ?? "unknown",
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The file is no readable video: ${reason}.`.replace(/\.\.$/, "."), {
      cause: error,
    });
  } finally {
    input.dispose();
  }
}
