import { expect, test } from "vitest";
import { foreseeModels } from "./foresee-models";

const input = { width: 1920, height: 1080, frames: 300, fps: 24 };

test("a form says what each model would make of the input", () => {
  const outlook = foreseeModels("transfer", input);

  expect(outlook?.input).toBe("1920x1080, 300 frames at 24 fps");
  expect(outlook?.results).toEqual(
    expect.arrayContaining([
      { model: "Reference (CPU)", text: "1280x720, 300 frames at 24 fps" },
      { model: "Cosmos Transfer 1", text: "1280x704, 300 frames at 24 fps" },
      { model: "Cosmos Transfer 2.5", text: "1920x1080, 300 frames at 24 fps" },
    ]),
  );
});

test("a form says which model would refuse the input, and why", () => {
  expect(foreseeModels("upscale", input)?.results).toContainEqual({
    model: "Cosmos Transfer 1",
    text: expect.stringContaining("upscales at most 121"),
  });
});

test("nothing is foretold of text, or of an unknown input", () => {
  expect(foreseeModels("enhance", input)).toBeNull();
  expect(foreseeModels("transfer", null)).toBeNull();
});
