import fc from "fast-check";
import { expect, it } from "vitest";
import { MessageFrames } from "./message-frames";

const message = (body: Uint8Array) => {
  const bytes = Buffer.alloc(5 + body.length, "D");
  bytes.writeUInt32BE(4 + body.length, 1);
  bytes.set(body, 5);
  return bytes;
};

it("completes a stream cut anywhere into whole messages", () => {
  const bodies = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1 });

  fc.assert(
    fc.property(bodies, fc.nat(), fc.integer({ min: 1, max: 50 }), (some, cut, step) => {
      const stream = Buffer.concat(some.map(message));
      const received = stream.subarray(0, cut % (stream.length + 1));
      const frames = new MessageFrames();
      for (let at = 0; at < received.length; at += step) {
        frames.follow(received.subarray(at, at + step));
      }

      const whole = Buffer.concat([received, frames.complete()]);

      expect(endOfMessages(whole)).toBe(whole.length);
      expect(frames.complete()).toHaveLength(0);
    }),
  );
});

function endOfMessages(stream: Buffer): number {
  let at = 0;
  while (at + 5 <= stream.length) at += 1 + stream.readUInt32BE(at + 1);
  return at;
}
