import { expect, test } from "vitest";
import { type Ending, explainFailure } from "./explain-failure";
import { reference } from "./models/reference";

const patterns = reference.operations.transfer?.failures ?? [];
const explain = (ending: Partial<Ending>) =>
  explainFailure({
    exit_code: 1,
    oom_killed: false,
    log_tail: "",
    output_problem: null,
    patterns,
    ...ending,
  });

test("a guard that ends normally without a video is a failure with the guard's reason", () => {
  const log_tail = "[x] CRITICAL Guardrail blocked generation. Prompt: forbidden words\n";

  expect(explain({ exit_code: 0, log_tail, output_problem: "left no video" })).toEqual({
    error_code: "guard_blocked",
    error_message: "The safety guard refused this run: Prompt: forbidden words",
  });
});

test("a rejected input is said in the program's own words", () => {
  const failure = explain({ exit_code: 2, log_tail: "Input rejected: 3 frames are too few\n" });

  expect(failure.error_code).toBe("bad_input");
  expect(failure.error_message).toContain("3 frames are too few");
});

test.each([
  [139, "crashed", "SIGSEGV"],
  [137, "crashed", "SIGKILL"],
  [3, "exit_code", "exit code 3"],
])("exit code %i is %s", (exit_code, error_code, words) => {
  const failure = explain({ exit_code, log_tail: "one\nlast words\n" });

  expect(failure.error_code).toBe(error_code);
  expect(failure.error_message).toContain(words);
  expect(failure.error_message).toContain("last words");
});

test("a normal end without valid output says what is wrong with it", () => {
  const failure = explain({ exit_code: 0, output_problem: "left no video" });

  expect(failure).toMatchObject({ error_code: "output_missing" });
  expect(failure.error_message).toContain("left no video");
});

test("a container that vanished is called so", () => {
  expect(explain({ exit_code: null }).error_code).toBe("container_vanished");
});

test("a message has at most 1000 characters", () => {
  const log_tail = `Input rejected: ${"x".repeat(5000)}\n`;

  expect(explain({ exit_code: 2, log_tail }).error_message.length).toBe(1000);
});
