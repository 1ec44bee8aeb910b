import { TRPCClientError } from "@trpc/client";
import { CommanderError } from "commander";
import { expect, test } from "vitest";
import { CliError } from "./cli-error";
import { describeError } from "./describe-error";

const attempt = { url: "http://127.0.0.1:3000", command: "cosmos list" };
const describe = (error: unknown) => describeError(error, attempt);

function refusal(code: string, appCode: string | null, message: string) {
  const error = { code: -32000, message, data: { code, app_code: appCode } };
  return TRPCClientError.from({ error } as never);
}

test("a server that is not there is unreachable, with the way to start it", () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  const error = TRPCClientError.from(new TypeError("fetch failed", { cause: refused }));

  expect(describe(error)).toEqual({
    exitCode: 4,
    line: "cannot reach http://127.0.0.1:3000 (connection refused). Start it with: npm start",
  });
});

test("a server elsewhere is not offered to be started here", () => {
  const error = Object.assign(new Error("dns"), { code: "ENOTFOUND" });

  expect(describeError(error, { ...attempt, url: "http://gpu.example" }).line).toBe(
    "cannot reach http://gpu.example (unknown host). Check COSMOS_URL and the server there.",
  );
});

test("an answer that is not tRPC's is not Cosmos", () => {
  const error = TRPCClientError.from(new SyntaxError("Unexpected token '<'"));

  expect(describe(error)).toMatchObject({
    exitCode: 4,
    line: expect.stringMatching(/answers, but not as Cosmos/),
  });
});

test.each([
  ["NOT_FOUND", "not_found", 3],
  ["NOT_FOUND", null, 1],
  ["BAD_REQUEST", "refused", 2],
  ["BAD_REQUEST", null, 2],
  ["CONFLICT", "conflict", 2],
  ["UNAUTHORIZED", null, 2],
  ["SERVICE_UNAVAILABLE", "unavailable", 1],
  ["INTERNAL_SERVER_ERROR", null, 1],
])("%s (%s) ends with exit code %i", (code, appCode, exitCode) => {
  expect(describe(refusal(code, appCode, "So it is.")).exitCode).toBe(exitCode);
});

test("whatever the message, one line without control characters is said", () => {
  const { line } = describe(new CliError("first\nsecond\u001b[31m red\tend", 1));

  expect(line).toBe("first second [31m red end");
});

test("wrong usage points to the command's help", () => {
  const error = new CommanderError(1, "commander.unknownOption", "error: unknown option '--jso'");

  expect(describe(error)).toEqual({
    exitCode: 2,
    line: "unknown option '--jso'. See: cosmos list --help",
  });
});

test("help that was asked for is success and says nothing more", () => {
  const error = new CommanderError(0, "commander.helpDisplayed", "(outputHelp)");

  expect(describe(error)).toEqual({ exitCode: 0, line: null });
});

test("a request that failed for an unusual reason tells it", () => {
  const error = new TypeError("fetch failed", { cause: new Error("bad port") });

  expect(describe(error)).toMatchObject({
    exitCode: 4,
    line: expect.stringMatching(/cannot reach .+ \(bad port\)/),
  });
});
