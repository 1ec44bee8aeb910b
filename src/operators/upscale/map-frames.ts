import { Worker } from "node:worker_threads";

interface IndexedFrame {
  index: number;
  rgb: Uint8Array;
}

export interface FrameMapping {
  /** File of the thread's program; it answers each `{ index, rgb }` with another. */
  program: string;
  threads: number;
  workerData: unknown;
}

/**
 * Sends frames through worker threads and yields the answers in the order of the frames.
 * At most two frames a thread are under way, so memory does not grow with the clip.
 */
export async function* mapFrames(
  frames: AsyncIterable<Uint8Array>,
  { program, threads, workerData }: FrameMapping,
): AsyncGenerator<Uint8Array, void, undefined> {
  const workers = Array.from({ length: threads }, () => new Worker(program, { workerData }));
  const waiting = new Map<number, (rgb: Uint8Array) => void>();
  let fail: (error: Error) => void = () => {};
  const failure = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  failure.catch(() => {});
  for (const worker of workers) {
    worker.on("message", ({ index, rgb }: IndexedFrame) => waiting.get(index)?.(rgb));
    worker.on("error", fail);
  }
  const submit = (index: number, rgb: Uint8Array) => {
    const answer = new Promise<Uint8Array>((resolve) => waiting.set(index, resolve));
    workers[index % threads]?.postMessage({ index, rgb }, [rgb.buffer as ArrayBuffer]);
    return Promise.race([answer, failure]).finally(() => waiting.delete(index));
  };
  const pending: Promise<Uint8Array>[] = [];
  try {
    let index = 0;
    for await (const frame of frames) {
      pending.push(submit(index, frame));
      index += 1;
      const first = pending.length >= threads * 2 ? pending.shift() : undefined;
      if (first) yield await first;
    }
    for (const answer of pending) yield await answer;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
