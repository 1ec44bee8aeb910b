import fc from "fast-check";
import { expect, test } from "vitest";
import { incompleteTail } from "./read-log";

/** The mark of a broken character must not be one of the text itself. */
const text = fc.string({ unit: "grapheme" }).filter((each) => !each.includes("\uFFFD"));

test("cut anywhere, a text loses no character and keeps none split", () => {
  fc.assert(
    fc.property(text, fc.nat(), (text, at) => {
      const bytes = Buffer.from(text);
      const head = bytes.subarray(0, bytes.length === 0 ? 0 : at % (bytes.length + 1));
      const whole = head.subarray(0, head.length - incompleteTail(head));

      expect(whole.toString("utf8")).not.toContain("\uFFFD");
      expect(head.length - whole.length).toBeLessThan(4);
      expect(Buffer.concat([whole, bytes.subarray(whole.length)]).toString("utf8")).toBe(text);
    }),
  );
});

test("bytes that are no UTF-8 do not hold the log up", () => {
  expect(incompleteTail(Buffer.from([0x80, 0x80, 0x80, 0x80]))).toBe(0);
  expect(incompleteTail(Buffer.from([0x41, 0xff]))).toBeLessThan(4);
});
