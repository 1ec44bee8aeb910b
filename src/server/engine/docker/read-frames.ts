const HEADER_BYTES = 8;
const STDOUT = 1;
/** In this stream the engine speaks itself, of a failure. */
const ENGINE = 3;

/**
 * What a program wrote to stdout, out of Docker's frames: one byte for the stream, three zeros, four for
 * the length (Engine API, attach). Reads no faster than it is asked and keeps no frame whole.
 * @throws Error when it is something else, or the engine's own words
 */
export async function* readFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let header = Buffer.alloc(0);
  let left = 0;
  for await (const bytes of stream) {
    for (let at = 0; at < bytes.length; ) {
      if (left === 0) {
        const part = bytes.subarray(at, at + HEADER_BYTES - header.length);
        header = Buffer.concat([header, part]);
        at += part.length;
        if (header.length < HEADER_BYTES) break;
        left = header.readUInt32BE(4);
        if (header.readUIntBE(1, 3) !== 0 || header.readUInt8(0) > ENGINE) {
          throw new Error(`not a stream of frames: ${bytes.subarray(0, 200)}`);
        }
        if (left === 0) header = Buffer.alloc(0);
        continue;
      }
      const part = bytes.subarray(at, at + left);
      at += part.length;
      left -= part.length;
      const kind = header.readUInt8(0);
      if (left === 0) header = Buffer.alloc(0);
      if (kind === ENGINE) throw new Error(part.toString());
      if (kind === STDOUT) yield part;
    }
  }
}
