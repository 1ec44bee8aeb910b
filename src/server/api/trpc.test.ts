import { expect, test } from "vitest";
import { isDatabaseLost } from "./trpc";

const failure = (code: string, syscall: string) =>
  Object.assign(new Error("It failed."), { code, syscall });

test.each([
  ["a socket that is not there", failure("ENOENT", "connect"), true],
  ["a refused connection, wrapped", new Error("", { cause: failure("ECONNREFUSED", "") }), true],
  ["a file that is not there", failure("ENOENT", "rename"), false],
])("whether the database is lost: %s", (_name, error, lost) => {
  expect(isDatabaseLost(error)).toBe(lost);
});
