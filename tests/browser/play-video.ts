import type { Locator } from "playwright-core";

interface Played {
  /** Pictures that were shown while it played. */
  frames: number;
  /** Seconds that it moved on meanwhile. */
  advanced: number;
  /** Where it stood after seeking, in seconds. */
  soughtTo: number;
  width: number;
  height: number;
  src: string;
}

const WANTED_FRAMES = 12;

/** Plays a video until a dozen pictures were shown, then seeks. Rejects where it can't be played. */
export function playVideo(video: Locator, { seekTo }: { seekTo: number }): Promise<Played> {
  return video.evaluate(
    async (element: HTMLVideoElement, { seekTo, wanted }) => {
      element.muted = true;
      const begin = element.currentTime;
      let frames = 0;
      const shown = new Promise<void>((resolve, reject) => {
        const count = () => {
          frames++;
          if (frames >= wanted) resolve();
          else element.requestVideoFrameCallback(count);
        };
        element.requestVideoFrameCallback(count);
        element.addEventListener("error", () => reject(new Error(element.error?.message)));
      });
      await element.play();
      await shown;
      element.pause();
      const advanced = element.currentTime - begin;
      const sought = new Promise((resolve) => element.addEventListener("seeked", resolve));
      element.currentTime = seekTo;
      await sought;
      const { currentTime: soughtTo, videoWidth: width, videoHeight: height } = element;
      return { frames, advanced, soughtTo, width, height, src: element.currentSrc };
    },
    { seekTo, wanted: WANTED_FRAMES },
  );
}
