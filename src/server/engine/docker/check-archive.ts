import { Transform, type TransformCallback } from "node:stream";

/** A tar ends with two blocks of zeros. */
const END_BYTES = 1024;

/**
 * Passes an archive on and fails when it stops before its end: the engine reports trouble in the middle
 * of an archive by ending it early, or by words behind it.
 * @param onBytes called whenever bytes pass
 */
export function checkArchive(onBytes: () => void): Transform {
  let end = Buffer.alloc(0);
  return new Transform({
    transform(bytes: Buffer, _: BufferEncoding, done: TransformCallback) {
      onBytes();
      end = Buffer.concat([end, bytes.subarray(-END_BYTES)]).subarray(-END_BYTES);
      done(null, bytes);
    },
    flush(done: TransformCallback) {
      const whole = end.length === END_BYTES && end.every((byte) => byte === 0);
      done(whole ? null : new Error("the archive ends early"));
    },
  });
}
