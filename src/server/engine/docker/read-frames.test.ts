import { expect, test } from "vitest";
import { readFrames } from "./read-frames";

const frame = (kind: number, text: string) => {
  const header = Buffer.alloc(8);
  header.writeUInt8(kind, 0);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
};

async function read(bytes: Buffer, step = bytes.length): Promise<string> {
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  };
  let text = "";
  for await (const part of readFrames(chunks())) text += part.toString("latin1");
  return text;
}

test("many small frames in one piece are read", async () => {
  const bytes = Buffer.concat(Array.from({ length: 20_000 }, () => frame(1, "x")));
  expect(await read(bytes)).toBe("x".repeat(20_000));
});

test("frames may be cut anywhere, and only stdout counts", async () => {
  const bytes = Buffer.concat([
    frame(1, "one"),
    frame(2, "not this"),
    frame(1, ""),
    frame(1, "two"),
  ]);
  for (let step = 1; step <= bytes.length; step++) expect(await read(bytes, step)).toBe("onetwo");
});

test("the engine's own words are an error, with or without frames", async () => {
  await expect(read(frame(3, "the engine failed"))).rejects.toThrow("the engine failed");
  await expect(read(Buffer.from("OCI runtime exec failed"))).rejects.toThrow("OCI runtime exec");
});
