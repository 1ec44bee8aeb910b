import { expect, test } from "vitest";
import { containerName, fullContainerName } from "./container-name";

test("the name for people holds the type and the first 8 characters of the id", () => {
  expect(containerName("transfer", "abc123456789")).toBe("cosmos_transfer_abc12345");
});

test("a shorter id is used whole", () => {
  expect(containerName("enhance", "abc")).toBe("cosmos_enhance_abc");
});

test("the name for a clash holds the whole id", () => {
  expect(fullContainerName("upscale", "abc123456789")).toBe("cosmos_upscale_abc123456789");
});
